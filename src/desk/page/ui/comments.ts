/** All comments of the workbook: read, add on the selected cell, reply, resolve. */
import { pageWords } from '../../../words/desk-page'
import type { Comment, CommentRequest, Place } from '../../protocol'
import { fill, freshId, h } from './dom'
import { icon } from './icons'
import { timeText } from './time'

export interface CommentsOwner {
  nameOf: (place: Place) => string
  goTo: (place: Place) => void
  /** False: it was not kept, and the person was told. */
  send: (request: CommentRequest) => Promise<boolean>
}

export interface CommentsPanel {
  element: HTMLElement
  show: (comments: readonly Comment[], selected: Place | null) => void
  /** The keyboard to the field for a new comment. */
  write: () => void
}

const words = pageWords.comments

function writer(label: string, caption: string, send: (text: string) => Promise<boolean>): HTMLFormElement {
  const id = freshId('comment')
  const field = h('textarea', { id, rows: '2', required: true, placeholder: words.text })
  const button = h('button', { type: 'submit', class: 'primary small' }, caption)
  const form = h('form', { class: 'writer' }, h('label', { for: id }, label), field, button)
  const submit = async () => {
    const text = field.value.trim()
    if (!text) return
    button.disabled = true
    if (await send(text)) field.value = ''
    button.disabled = false
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void submit()
  })
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
  })
  return form
}

function threadOf(comment: Comment, owner: CommentsOwner): HTMLElement {
  const { id, resolved, entries } = comment
  const place = owner.nameOf(comment)
  const remarks = entries.map(({ who, time, text }) =>
    h(
      'div',
      { class: 'remark' },
      h('strong', {}, who),
      h('time', { datetime: time }, timeText(time)),
      h('p', {}, text),
    ),
  )
  const goTo = h('button', { type: 'button', class: 'place', onClick: () => owner.goTo(comment) }, place)
  goTo.setAttribute('aria-label', words.goto(place))
  const state = h(
    'span',
    { class: resolved ? 'tag done' : 'tag' },
    resolved && icon('check'),
    resolved ? words.resolved : words.open,
  )
  const settle = () => void owner.send({ do: 'resolve', id, resolved: !resolved })
  const button = h(
    'button',
    { type: 'button', class: 'small', onClick: settle },
    resolved ? words.reopen : words.resolve,
  )
  const first = entries[0]?.who ?? ''
  const reply = writer(words.replyTo(first), words.reply, (text) => owner.send({ do: 'reply', id, text }))
  const answer = h('details', {}, h('summary', {}, words.reply), reply)
  const head = h('header', {}, goTo, state)
  return h('article', { class: 'thread', 'aria-label': place }, head, ...remarks, h('footer', {}, answer, button))
}

export function makeComments(owner: CommentsOwner): CommentsPanel {
  const list = h('div', { class: 'threads' })
  const place = h('div', {})
  const all = h('input', { type: 'checkbox' })
  const filter = h('label', { class: 'check' }, all, words.showResolved)
  const element = h('div', { class: 'comments' }, place, filter, list)
  let comments: readonly Comment[] = []
  let selected = ''
  const draw = () => {
    const shown = comments.filter(({ resolved }) => all.checked || !resolved)
    filter.hidden = !comments.some(({ resolved }) => resolved)
    // A reply being written is not to be lost because someone else comments.
    if (element.querySelector('.thread textarea:focus')) return
    fill(list, ...(shown.length ? shown.map((one) => threadOf(one, owner)) : [h('p', { class: 'empty' }, words.none)]))
  }
  all.addEventListener('change', draw)
  const show = (next: readonly Comment[], at: Place | null) => {
    const name = at ? owner.nameOf(at) : ''
    const typed = place.querySelector('textarea')?.value
    if (at && name !== selected && !typed) {
      fill(
        place,
        writer(words.addAt(name), words.add, (text) => owner.send({ do: 'comment', ...at, text })),
      )
      selected = name
    }
    if (next !== comments) {
      comments = next
      draw()
    }
  }
  draw()
  return { element, show, write: () => place.querySelector('textarea')?.focus() }
}
