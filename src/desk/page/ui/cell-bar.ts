/** The line over the cells: where the person is, what stands there, and what is asked or said about it. */
import { pageWords } from '../../../words/desk-page'
import { isDialogOpen } from './dialogs'
import { fill, h } from './dom'
import type { Child } from './dom'
import { icon } from './icons'
import type { OpenText } from '../view/view'

export interface CellFacts {
  name: string
  /** As it is typed: a formula with its `=`. */
  content: string
  /** Why nothing can be typed; null: it can. */
  lock: string | null
  hint: string
  isWrong: boolean
  note: string
  comments: number
  /** Who else is in the cell; empty: nobody. */
  people: string
}

export interface CellBarOwner extends CellWriter {
  /** False: there is no such place. */
  goTo: (name: string) => Promise<boolean>
  /** The cells get the keyboard. */
  focus: () => void
  warn: (text: string) => void
}

/** The open cell, as it is written in from here. */
interface CellWriter {
  open: () => void
  write: (text: string) => void
  /** Enter, or Tab. */
  leave: (isDown: boolean, isBack: boolean) => void
  /** The keyboard went elsewhere. */
  take: () => void
  giveUp: () => void
}

export interface CellBar {
  element: HTMLElement
  /** What stands in the open cell; null: none is open. */
  typed: (open: OpenText | null) => void
  show: (facts: CellFacts) => void
}

const words = pageWords.cell

function stateOf({ lock, hint, isWrong }: CellFacts): Child {
  if (isWrong) return h('span', { class: 'state wrong' }, icon('warning'), words.wrongFor(hint))
  if (lock !== null) return h('span', { class: 'state locked' }, icon('lock'), lock)
  return h('span', { class: 'state open' }, icon('pencil'), hint || words.input)
}

/** Takes an address or the words of a row. */
function makeNameBox({ goTo, focus, warn }: CellBarOwner): { element: HTMLInputElement; show: (name: string) => void } {
  const element = h('input', { class: 'cell-name', 'aria-label': words.name, title: words.name, autocomplete: 'off' })
  let name = ''
  const back = () => (element.value = name)
  const leave = async (typed: string) => {
    if (typed !== name && !(await goTo(typed))) return warn(words.noName(typed))
    back()
    focus()
  }
  element.addEventListener('focus', () => element.select())
  element.addEventListener('blur', back)
  element.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    if (event.key === 'Enter') void leave(element.value)
    else {
      back()
      focus()
    }
  })
  const show = (next: string) => {
    name = next
    if (document.activeElement !== element) back()
  }
  return { element, show }
}

const MOST_OF_NARRATIVE = 200

/** Shows what the cell holds or what is being typed there, and is written in as the cell itself is. */
function makeContent({ open, write, leave, take, giveUp }: CellWriter) {
  const element = h('textarea', { class: 'cell-content', 'aria-label': words.content, rows: 1, autocomplete: 'off' })
  let facts: Pick<CellFacts, 'content' | 'lock'> = { content: '', lock: '' }
  let typing: OpenText | null = null
  const draw = () => {
    // A narrative is long, and drawn at each key.
    const typed = typing?.isNarrative === true ? typing.text.slice(0, MOST_OF_NARRATIVE) : typing?.text
    const text = typed ?? facts.content
    if (element.value !== text) element.value = text
    element.readOnly = facts.lock !== null || typing?.isNarrative === true
    element.title = facts.content
  }
  const begin = () => {
    if (facts.lock === null && !typing) open()
  }
  element.addEventListener('click', begin)
  element.addEventListener('beforeinput', (event) => {
    begin()
    // Refused, or the editor has the keyboard by now.
    if (typing?.isNarrative !== false) event.preventDefault()
  })
  element.addEventListener('input', () => write(element.value))
  element.addEventListener('blur', ({ relatedTarget }) => {
    const isCell = relatedTarget instanceof Element && relatedTarget.matches('.grid-field')
    if (typing && !typing.isNarrative && !isCell && document.hasFocus() && !isDialogOpen()) take()
  })
  element.addEventListener('keydown', (event) => {
    const { key, altKey, shiftKey } = event
    if (event.isComposing || !typing) return
    if (key === 'Enter' && altKey) {
      element.setRangeText('\n', element.selectionStart, element.selectionEnd, 'end')
      write(element.value)
    } else if (key === 'Enter' || key === 'Tab') leave(key === 'Enter', shiftKey)
    else if (key === 'Escape') giveUp()
    else return
    event.preventDefault()
  })
  const show = (next: Pick<CellFacts, 'content' | 'lock'>) => {
    facts = next
    draw()
  }
  const typed = (next: OpenText | null) => {
    typing = next
    draw()
  }
  return { element, show, typed }
}

export function makeCellBar(owner: CellBarOwner, tools: Child[]): CellBar {
  const name = makeNameBox(owner)
  const content = makeContent(owner)
  const about = h('div', { class: 'cell-about', 'aria-live': 'polite' })
  const element = h(
    'section',
    { class: 'cell-bar', 'aria-label': words.label },
    name.element,
    content.element,
    about,
    ...tools,
  )
  const show = (facts: CellFacts) => {
    name.show(facts.name)
    content.show(facts)
    const comments =
      facts.comments > 0 && h('span', { class: 'state' }, icon('comments'), words.commented(facts.comments))
    const note = facts.note && h('span', { class: 'state note', title: facts.note }, words.note(facts.note))
    const people = facts.people && h('span', { class: 'state' }, facts.people)
    fill(about, stateOf(facts), people, comments, note)
  }
  return { element, show, typed: content.typed }
}
