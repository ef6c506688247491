/** 空白填 0 above the cells: only where it can do something. */
import { pageWords } from '../../../words/desk-page'
import { h } from './dom'

export interface ZerosButton {
  element: HTMLButtonElement
  show: (isShown: boolean) => void
}

export function makeZerosButton(run: () => void): ZerosButton {
  const { caption, title } = pageWords.zeros
  const element = h('button', { type: 'button', class: 'small', title, hidden: true, onClick: run }, caption)
  return { element, show: (isShown) => (element.hidden = !isShown) }
}
