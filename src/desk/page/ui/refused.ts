/** What was typed and not taken: it stays until the person tries again or gives it up. */
import { pageWords } from '../../../words/desk-page'
import { h } from './dom'
import { icon } from './icons'

interface RefusedEntry {
  text: string
  again: () => void
  /** Of the button that calls it. */
  againCaption?: string
  discard: () => void
}

const words = pageWords.saving

export interface RefusedList {
  element: HTMLElement
  /** The function takes it away. */
  add: (entry: RefusedEntry) => () => void
}

export function makeRefusedList(): RefusedList {
  const list = h('ul', {})
  const title = h('h2', {}, icon('warning'), words.refusedTitle)
  const element = h('section', { class: 'refused', role: 'alert', hidden: true }, title, list)
  const add = ({ text, again, againCaption = words.again, discard }: RefusedEntry) => {
    const remove = () => {
      row.remove()
      element.hidden = list.childElementCount === 0
    }
    const done = (act: () => void) => () => {
      remove()
      act()
    }
    const row = h(
      'li',
      {},
      h('span', {}, text),
      h('button', { type: 'button', class: 'small', onClick: done(again) }, againCaption),
      h('button', { type: 'button', class: 'small', onClick: done(discard) }, words.discard),
    )
    list.append(row)
    element.hidden = false
    return remove
  }
  return { element, add }
}
