/** What the buttons over the cells do. */
import type { ToolbarOwner } from '../ui/toolbar'
import type { SheetView } from '../view/view'
import type { Leaving } from './leaving'
import type { Panels } from './panels'

export interface ToolbarParts {
  leaving: Leaving
  panels: Panels
  view: () => SheetView | null
  choose: (functionName: string, caption: string) => void
  step: (way: 'undo' | 'redo') => void
}

export function toolbarActions({ leaving, panels, view, choose, step }: ToolbarParts): ToolbarOwner {
  return {
    choose,
    undo: () => step('undo'),
    redo: () => step('redo'),
    find: () => view()?.openFind(false),
    print: () => view()?.print(),
    follow: (link) => void leaving.follow(link),
    panel: (key) => panels.toggle(key),
  }
}
