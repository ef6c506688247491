/** Short messages that go away by themselves; errors stay until they are closed. */
import { pageWords } from '../../../words/desk-page'
import { h } from './dom'
import type { Child } from './dom'
import { icon } from './icons'

export interface ToastParts {
  title?: string
  text: string
  /** Absent: stays until it is closed. */
  seconds?: number
  isWarning?: boolean
  actions?: Child[]
}

export interface Toasts {
  element: HTMLElement
  /** `spokenOf`: what must stay in view, viewport pixels. */
  show: (parts: ToastParts, spokenOf?: DOMRect | null) => () => void
}

const most = 4
const corners = ['low-right', 'low-left', 'high-right', 'high-left'] as const

const isOver = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** Into the first corner in which nothing spoken of is covered. */
function settle(element: HTMLElement, spokenOf: DOMRect | null): void {
  for (const corner of corners) {
    element.dataset['corner'] = corner
    if (!spokenOf || !isOver(element.getBoundingClientRect(), spokenOf)) return
  }
}

export function makeToasts(): Toasts {
  const element = h('div', { class: 'toasts', role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions' })
  const show = ({ title, text, seconds, isWarning, actions = [] }: ToastParts, spokenOf: DOMRect | null = null) => {
    const remove = () => toast.remove()
    const cross = h('button', { type: 'button', class: 'plain', 'aria-label': pageWords.close, onClick: remove })
    cross.append(icon('close'))
    const words = (text ? text.split('\n') : []).map((line) => h('p', {}, line))
    const toast = h(
      'div',
      { class: isWarning ? 'toast warning' : 'toast' },
      icon(isWarning ? 'warning' : 'check'),
      h('div', { class: 'toast-words' }, title ? h('strong', {}, title) : null, ...words, ...actions),
      cross,
    )
    // Said again, a message takes the place of the one that says the same.
    for (const other of [...element.children]) if (other.textContent === toast.textContent) other.remove()
    while (element.childElementCount >= most) element.firstElementChild?.remove()
    element.append(toast)
    settle(element, spokenOf)
    if (seconds !== undefined) window.setTimeout(remove, seconds * 1000)
    return remove
  }
  return { element, show }
}
