/** How large the cells are shown: smaller, larger, and how much that is. */
import { pageWords } from '../../../words/desk-page'
import { h } from './dom'

const words = pageWords.zoom
const steps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200]

export interface ZoomControl {
  element: HTMLElement
  show: (percent: number) => void
}

export function makeZoom(set: (percent: number) => void): ZoomControl {
  let percent = 100
  const shown = h('button', { type: 'button', class: 'plain', title: words.label, onClick: () => set(100) })
  const go = (by: number) => {
    const next = by > 0 ? steps.find((one) => one > percent) : [...steps].reverse().find((one) => one < percent)
    if (next !== undefined) set(next)
  }
  const button = (label: string, sign: string, by: number) =>
    h('button', { type: 'button', class: 'plain', 'aria-label': label, title: label, onClick: () => go(by) }, sign)
  const element = h(
    'div',
    { class: 'zoom', role: 'group', 'aria-label': words.label },
    button(words.out, '－', -1),
    shown,
    button(words.in, '＋', 1),
  )
  // The keyboard stays where one writes.
  element.addEventListener('mousedown', (event) => event.preventDefault())
  const show = (next: number) => {
    percent = next
    shown.textContent = words.percent(next)
  }
  show(percent)
  return { element, show }
}
