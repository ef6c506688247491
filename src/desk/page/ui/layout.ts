/** Where the parts of the desk stand in the page, and the way from one to the next by F6. */
import { fill, h } from './dom'
import { firstIn, listenToRegions } from './regions'
import type { Region } from './regions'
import { listenToStepKeys } from './step-keys'

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

/** What stands in a message to be pressed; its cross alone is no place to go to. */
const IN_MESSAGES = '.toast-words button, .toast-words a[href]'

export interface LayoutOwner {
  focusCells: () => void
  step: (way: 'undo' | 'redo') => void
}

export function layOut(layout: Layout, { focusCells, step }: LayoutOwner): void {
  const { toolbar, cellBar, cells, side, toasts, tabs, note } = layout
  const middle = h('div', { class: 'middle' }, cells, side)
  const main = h('main', {}, cellBar, middle, toasts, tabs, note)
  const banners = h('div', { class: 'banners' }, ...layout.banners)
  fill(document.body, toolbar, banners, main)
  const part = (element: HTMLElement, sought?: string): Region => ({ element, first: () => firstIn(element, sought) })
  listenToRegions([
    part(toolbar),
    part(banners),
    { element: cells, first: () => cells, focus: focusCells },
    part(toasts, IN_MESSAGES),
    part(tabs, '[tabindex="0"]'),
    part(side),
  ])
  listenToStepKeys(step)
}
