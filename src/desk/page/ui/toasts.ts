/** Short messages in lines of their own below the cells, so that they cover none; most go away by themselves. */
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
  /** The function takes the message away. */
  show: (parts: ToastParts) => () => void
}

const most = 3

/** Gone after its time, but not while the person points at it or has the keyboard in it. */
function goLater(toast: HTMLElement, seconds: number): void {
  const go = () => (toast.matches(':hover, :focus-within') ? goLater(toast, seconds) : toast.remove())
  window.setTimeout(go, seconds * 1000)
}

export function makeToasts(): Toasts {
  const element = h('div', { class: 'toasts', role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions' })
  const show = ({ title, text, seconds, isWarning, actions = [] }: ToastParts) => {
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
    if (seconds !== undefined) goLater(toast, seconds)
    return remove
  }
  return { element, show }
}
