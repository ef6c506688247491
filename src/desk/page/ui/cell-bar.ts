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

export function makeCellBar(): CellBar {
  const name = h('output', { class: 'cell-name', 'aria-label': words.name })
  const content = h('output', { class: 'cell-content', 'aria-label': words.content })
  const about = h('div', { class: 'cell-about', 'aria-live': 'polite' })
  const element = h('section', { class: 'cell-bar', 'aria-label': words.label }, name, content, about)
  const show = (facts: CellFacts) => {
    name.textContent = facts.name
    content.textContent = facts.content
    content.title = facts.content
    const comments =
      facts.comments > 0 && h('span', { class: 'state' }, icon('comments'), words.commented(facts.comments))
    const note = facts.note && h('span', { class: 'state note', title: facts.note }, `${words.note}：${facts.note}`)
    fill(about, stateOf(facts), comments, note)
  }
  return { element, show }
}
