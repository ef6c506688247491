/** Questions that stay until the person has chosen: one line each, the first ones in view. */
import { pageWords } from '../../../words/desk-page'
import { fill, h } from './dom'
import { icon } from './icons'

export interface ChoiceButton {
  caption: string
  /** What is read aloud: the caption, and what it is about. */
  label: string
  press: () => void
}

export interface ChoiceLine {
  /** Of the question: a line that stands already is kept, and the keyboard in it. */
  key: string
  text: string
  /** All of the text, where it is shortened. */
  title: string
  buttons: readonly ChoiceButton[]
  /** Of a question about several cells, one line each. */
  parts: readonly ChoiceLine[]
}

export interface ChoiceList {
  element: HTMLElement
  show: (lines: readonly ChoiceLine[]) => void
}

const MOST_LINES = 3
const MOST_PARTS = 4

const words = pageWords.both

interface Drawn {
  element: HTMLElement
  draw: (line: ChoiceLine) => void
}

function makeLine(): Drawn {
  const text = h('span', { class: 'choice-text' })
  const buttons = h('span', { class: 'choice-buttons' })
  const parts = makeLines(MOST_PARTS, words.moreCells)
  const element = h('li', { class: 'choice' }, h('div', { class: 'choice-line' }, text, buttons), parts.element)
  let captions = ''
  let latest: ChoiceLine
  const press = (at: number) => () => latest.buttons[at]?.press()
  const draw = (line: ChoiceLine) => {
    latest = line
    text.textContent = line.text
    text.title = line.title
    const wanted = line.buttons.map(({ label }) => label).join('\n')
    if (wanted !== captions) {
      captions = wanted
      fill(buttons, ...line.buttons.map(({ caption, label }, at) => buttonOf(caption, label, press(at))))
    }
    parts.draw(line.parts)
  }
  return { element, draw }
}

const buttonOf = (caption: string, label: string, onClick: () => void) =>
  h('button', { type: 'button', class: 'small', 'aria-label': label, onClick }, caption)

function makeLines(most: number, moreText: (count: number) => string) {
  const drawn = new Map<string, Drawn>()
  const list = h('ul', {})
  const more = h('p', { class: 'choice-more', hidden: true })
  const draw = (lines: readonly ChoiceLine[]) => {
    const shown = lines.slice(0, most)
    for (const [key, { element }] of [...drawn]) {
      if (shown.some((line) => line.key === key)) continue
      element.remove()
      drawn.delete(key)
    }
    for (const line of shown) {
      const one = drawn.get(line.key) ?? makeLine()
      drawn.set(line.key, one)
      one.draw(line)
      if (!one.element.isConnected || one.element.parentNode !== list) list.append(one.element)
    }
    list.hidden = shown.length === 0
    more.hidden = lines.length <= most
    more.textContent = moreText(lines.length - shown.length)
  }
  return { element: h('div', {}, list, more), draw }
}

/** `leave`: brings the keyboard elsewhere, when the last question is answered. */
export function makeChoiceList(leave: () => void): ChoiceList {
  const lines = makeLines(MOST_LINES, words.more)
  const title = h('h2', {}, icon('warning'), words.title)
  const element = h('section', { class: 'refused choices', role: 'alert', hidden: true }, title, lines.element)
  const show = (wanted: readonly ChoiceLine[]) => {
    const hadFocus = element.contains(document.activeElement)
    lines.draw(wanted)
    element.hidden = wanted.length === 0
    if (!hadFocus || element.contains(document.activeElement)) return
    const next = element.querySelector<HTMLElement>('button')
    if (next && wanted.length > 0) next.focus()
    else leave()
  }
  return { element, show }
}
