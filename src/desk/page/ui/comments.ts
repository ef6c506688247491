/** All comments of the workbook: read, add on the selected cell, add a remark, resolve. */
import { pageWords } from '../../../words/desk-page'
import type { Comment, CommentRequest, SheetPosition } from '../../protocol'
import { fill, freshId, h } from './dom'
import { icon } from './icons'
import { timeText } from './time'

export interface CommentsOwner {
  nameOf: (place: SheetPosition) => string
  goTo: (place: SheetPosition) => void
  /** False: it was not kept, and the person was told. */
  send: (request: CommentRequest) => Promise<boolean>
}

export interface CommentsPanel {
  element: HTMLElement
  show: (comments: readonly Comment[], selected: SheetPosition | null) => void
  /** Puts the keyboard into the field for a new comment. */
  write: () => void
}

const words = pageWords.comments

function writer(label: string, caption: string, send: (text: string) => Promise<boolean>): HTMLFormElement {
  const id = freshId('comment')
  const field = h('textarea', { id, rows: '2', required: true, placeholder: words.text })
  const problem = h('p', { class: 'problem', role: 'alert' })
  const button = h('button', { type: 'submit', class: 'primary small' }, caption)
  const form = h('form', { class: 'writer', novalidate: true }, h('label', { for: id }, label), field, problem, button)
  const submit = async () => {
    const text = field.value.trim()
    problem.textContent = text ? '' : words.blank
    if (!text) return field.focus()
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

/** The form for another remark in a thread. */
function remarkForm({ id, entries }: Comment, owner: CommentsOwner): HTMLElement {
  const summary = h('summary', {}, words.remark)
  const form = h('details', {}, summary)
  const send = async (text: string) => {
    const isKept = await owner.send({ do: 'reply', id, text })
    if (isKept) {
      summary.focus()
      form.open = false
    }
    return isKept
  }
  form.addEventListener('toggle', () => form.open && form.querySelector('textarea')?.focus())
  form.append(writer(words.remarkTo(entries[0]?.who ?? ''), words.remark, send))
  return form
}

function threadOf(comment: Comment, form: HTMLElement, owner: CommentsOwner): HTMLElement {
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
  const toggle = () => void owner.send({ do: 'resolve', id, resolved: !resolved })
  const button = h(
    'button',
    { type: 'button', class: 'small', onClick: toggle },
    resolved ? words.reopen : words.resolve,
  )
  const head = h('header', {}, goTo, state)
  return h('article', { class: 'thread', 'aria-label': place }, head, ...remarks, h('footer', {}, form, button))
}

export function makeComments(owner: CommentsOwner): CommentsPanel {
  const list = h('div', { class: 'threads' })
  const place = h('div', {})
  const all = h('input', { type: 'checkbox' })
  const filter = h('label', { class: 'check' }, all, words.showResolved)
  const element = h('div', { class: 'comments' }, place, filter, list)
  // The forms are kept: a remark that is being written must not be lost when someone else comments.
  const forms = new Map<string, HTMLElement>()
  const thread = (comment: Comment) => {
    const form = forms.get(comment.id) ?? remarkForm(comment, owner)
    forms.set(comment.id, form)
    return threadOf(comment, form, owner)
  }
  let comments: readonly Comment[] = []
  let selected = ''
  const draw = () => {
    const shown = comments.filter(({ resolved }) => all.checked || !resolved)
    filter.hidden = !comments.some(({ resolved }) => resolved)
    const active = document.activeElement
    fill(list, ...(shown.length ? shown.map(thread) : [h('p', { class: 'empty' }, words.none)]))
    if (active instanceof HTMLElement && list.contains(active)) active.focus()
  }
  all.addEventListener('change', draw)
  const show = (next: readonly Comment[], at: SheetPosition | null) => {
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
