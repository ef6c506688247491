/** The note of the cell under the pointer. */
import { h } from './dom'

export interface NoteCard {
  element: HTMLElement
  show: (note: string, x: number, y: number) => void
  hide: () => void
}

const away = 14

export function makeNoteCard(): NoteCard {
  const element = h('div', { class: 'note-card', role: 'tooltip', hidden: true })
  return {
    element,
    show: (note, x, y) => {
      element.textContent = note
      element.hidden = false
      const { width, height } = element.getBoundingClientRect()
      element.style.left = `${Math.max(0, Math.min(x + away, window.innerWidth - width - away))}px`
      element.style.top = `${y + away + height > window.innerHeight ? y - height - away : y + away}px`
    },
    hide: () => {
      element.hidden = true
    },
  }
}
