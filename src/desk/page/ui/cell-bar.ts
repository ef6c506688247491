/** The line over the cells: where the person is, what stands there, and what is asked or said about it. */
import { pageWords } from '../../../words/desk-page'
import { fill, h } from './dom'
import type { Child } from './dom'
import { icon } from './icons'

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
}

export interface CellBarOwner {
  /** False: there is no such place. */
  goTo: (name: string) => Promise<boolean>
  /** The cells get the keyboard. */
  focus: () => void
  warn: (text: string) => void
}

export interface CellBar {
  element: HTMLElement
  show: (facts: CellFacts) => void
}

const words = pageWords.cell

function stateOf({ lock, hint, isWrong }: CellFacts): Child {
  if (isWrong) return h('span', { class: 'state wrong' }, icon('warning'), `${words.wrong}：${hint}`)
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

export function makeCellBar(owner: CellBarOwner, tools: Child[]): CellBar {
  const name = makeNameBox(owner)
  const content = h('output', { class: 'cell-content', 'aria-label': words.content })
  const about = h('div', { class: 'cell-about', 'aria-live': 'polite' })
  const element = h('section', { class: 'cell-bar', 'aria-label': words.label }, name.element, content, about, ...tools)
  const show = (facts: CellFacts) => {
    name.show(facts.name)
    content.textContent = facts.content
    content.title = facts.content
    const comments =
      facts.comments > 0 && h('span', { class: 'state' }, icon('comments'), words.commented(facts.comments))
    const note = facts.note && h('span', { class: 'state note', title: facts.note }, `${words.note}：${facts.note}`)
    fill(about, stateOf(facts), comments, note)
  }
  return { element, show }
}
