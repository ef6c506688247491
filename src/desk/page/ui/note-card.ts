/** The note of the cell under the pointer. */
import { h } from './dom'

type CellBox = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>

export interface NoteCard {
  element: HTMLElement
  show: (note: string, cell: CellBox) => void
  hide: () => void
}

/** Pixels between the cell and its card. */
const GAP = 8

interface Size {
  width: number
  height: number
}

/**
 * Beside the cell, so that neither the cell nor those above and below it are covered; above a cell that takes the whole
 * width.
 */
export function placeBeside({ left, top, right }: CellBox, card: Size, window: Size): { x: number; y: number } {
  const down = Math.max(0, Math.min(top, window.height - card.height))
  if (right + GAP + card.width <= window.width) return { x: right + GAP, y: down }
  if (left - GAP - card.width >= 0) return { x: left - GAP - card.width, y: down }
  return {
    x: Math.max(0, Math.min(left, window.width - card.width)),
    y: Math.max(0, top - GAP - card.height),
  }
}

export function makeNoteCard(): NoteCard {
  const element = h('div', { class: 'note-card', role: 'tooltip', hidden: true })
  return {
    element,
    show: (note, cell) => {
      element.textContent = note
      element.hidden = false
      const view = { width: window.innerWidth, height: window.innerHeight }
      const { x, y } = placeBeside(cell, element.getBoundingClientRect(), view)
      element.style.left = `${x}px`
      element.style.top = `${y}px`
    },
    hide: () => {
      element.hidden = true
    },
  }
}
