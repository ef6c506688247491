/** What was typed and not taken: it stays until the person tries again or gives it up. */
import { pageWords } from '../../../words/desk-page'
import { h } from './dom'
import { icon } from './icons'

interface RefusedEntry {
  place: string
  typed: string
  reason: string
  again: () => void
  discard: () => void
}

const words = pageWords.saving

const most = 40
const shortened = (text: string): string => (text.length > most ? `${text.slice(0, most)}…` : text)

export interface RefusedList {
  element: HTMLElement
  add: (entry: RefusedEntry) => void
}

export function makeRefusedList(): RefusedList {
  const list = h('ul', {})
  const title = h('h2', {}, icon('warning'), words.refusedTitle)
  const element = h('section', { class: 'refused', role: 'alert', hidden: true }, title, list)
  const add = ({ place, typed, reason, again, discard }: RefusedEntry) => {
    const done = (act: () => void) => () => {
      row.remove()
      element.hidden = list.childElementCount === 0
      act()
    }
    const row = h(
      'li',
      {},
      h('span', {}, words.refused(place, shortened(typed), reason)),
      h('button', { type: 'button', class: 'small', onClick: done(again) }, words.again),
      h('button', { type: 'button', class: 'small', onClick: done(discard) }, words.discard),
    )
    list.append(row)
    element.hidden = false
  }
  return { element, add }
}
