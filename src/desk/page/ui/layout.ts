/** Where the parts of the desk stand in the page, and the way from one to the next by F6. */
import { fill, h } from './dom'
import { focusFirst, listenToRegions } from './regions'

export interface Layout {
  toolbar: HTMLElement
  /** Below the toolbar, where something needs attention. */
  banners: readonly HTMLElement[]
  cellBar: HTMLElement
  cells: HTMLElement
  side: HTMLElement
  toasts: HTMLElement
  tabs: HTMLElement
  /** Over the cells. */
  note: HTMLElement
}

export function layOut(layout: Layout, focusCells: () => void): void {
  const { toolbar, banners, cellBar, cells, side, toasts, tabs, note } = layout
  const middle = h('div', { class: 'middle' }, cells, side)
  const main = h('main', {}, cellBar, middle, toasts, tabs, note)
  fill(document.body, toolbar, h('div', { class: 'banners' }, ...banners), main)
  listenToRegions([toolbar, cells, tabs, side], (part) => (part === cells ? focusCells() : focusFirst(part)))
}
