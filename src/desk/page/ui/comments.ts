/** All comments of the workbook: read, add on the selected cell, add a remark, resolve. */
import { pageWords } from '../../../words/desk-page'
import type { CommentPlace, CommentDrafts } from '../desk/comment-drafts'
import type { Comment, CommentRequest, SheetPosition } from '../../protocol'
import { fill, freshId, h } from './dom'
import { icon } from './icons'
import { timeText } from './time'

export interface CommentsOwner {
  nameOf: (place: SheetPosition) => string
  goTo: (place: SheetPosition) => void
  /** False: it was not kept, and the person was told. */
  send: (request: CommentRequest) => Promise<boolean>
  drafts: Pick<CommentDrafts, 'textOf' | 'write'>
}

export interface CommentsPanel {
  element: HTMLElement
  show: (comments: readonly Comment[], selected: SheetPosition | null) => void
  /** Puts the keyboard into the field for a new comment. */
  write: () => void
  /** Puts it into the field of a comment that was begun. */
  goOn: (place: CommentPlace) => void
}

const words = pageWords.comments

interface Writer {
  label: string
  caption: string
  place: CommentPlace
  drafts: CommentsOwner['drafts']
  send: (text: string) => Promise<boolean>
}

function writer({ label, caption, place, drafts, send }: Writer): HTMLFormElement {
  const id = freshId('comment')
  const field = h('textarea', { id, rows: '2', required: true, placeholder: words.text })
  field.value = drafts.textOf(place)
  field.addEventListener('input', () => drafts.write(place, field.value))
  const problem = h('p', { class: 'problem', role: 'alert' })
  const button = h('button', { type: 'submit', class: 'primary small' }, caption)
  const form = h('form', { class: 'writer', novalidate: true }, h('label', { for: id }, label), field, problem, button)
  const submit = async () => {
    const text = field.value.trim()
    problem.textContent = text ? '' : words.blank
    if (!text) return field.focus()
    button.disabled = true
    if (await send(text)) {
      field.value = ''
      drafts.write(place, '')
    }
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
function remarkForm(comment: Comment, owner: CommentsOwner): HTMLElement {
  const { entries, sheet, row, column, id } = comment
  const place = { sheet, row, column, to: id }
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
  const label = words.remarkTo(entries[0]?.who ?? '')
  form.append(writer({ label, caption: words.remark, place, drafts: owner.drafts, send }))
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
    fill(
      list,
      ...(shown.length
        ? shown.map(thread)
        : [h('p', { class: 'empty' }, comments.length > 0 ? words.noneOpen : words.none)]),
    )
    if (active instanceof HTMLElement && list.contains(active)) active.focus()
  }
  all.addEventListener('change', draw)
  const writeAt = ({ sheet, row, column }: SheetPosition, name: string) => {
    const at = { sheet, row, column }
    const send = (text: string) => owner.send({ do: 'comment', ...at, text })
    const { drafts } = owner
    fill(place, writer({ label: words.addAt(name), caption: words.add, place: at, drafts, send }))
    selected = name
  }
  const write = () => place.querySelector('textarea')?.focus()
  const goOn = (at: CommentPlace) => {
    const comment = comments.find(({ id }) => id === at.to)
    if (!comment) {
      writeAt(at, owner.nameOf(at))
      return write()
    }
    if (comment.resolved) all.checked = true
    forms.delete(comment.id)
    draw()
    const form = forms.get(comment.id)
    if (form instanceof HTMLDetailsElement) form.open = true
  }
  const show = (next: readonly Comment[], at: SheetPosition | null) => {
    const name = at ? owner.nameOf(at) : ''
    const typed = place.querySelector('textarea')?.value
    if (at && name !== selected && !typed) writeAt(at, name)
    if (next !== comments) {
      comments = next
      draw()
    }
  }
  draw()
  return { element, show, write, goOn }
}
