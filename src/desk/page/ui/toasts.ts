/** Short messages below the cells, so that they cover none: a line each, the newest in view; most go by themselves. */
import { pageWords } from '../../../words/desk-page'
import { h } from './dom'
import type { Child } from './dom'
import { icon } from './icons'

export interface ToastParts {
  title?: string
  text: string
  /** Absent: stays until it is closed. */
  seconds?: number
  /** Absent: it informs, and says of nothing that it was done. */
  kind?: 'done' | 'warning'
  actions?: Child[]
  /** The person has closed it, or its time is over. */
  closed?: () => void
}

export interface Toasts {
  element: HTMLElement
  /** The function takes the message away. */
  show: (parts: ToastParts) => () => void
}

const words = pageWords.messages

/** More are no use to anybody. */
const most = 20
/** In view without opening the list. */
const MOST_SHOWN = 3

/** Gone after its time, but not while the person points at it or has the keyboard in it. */
function goLater(toast: HTMLElement, seconds: number, remove: () => void): void {
  const go = () => (toast.matches(':hover, :focus-within') ? goLater(toast, seconds, remove) : remove())
  window.setTimeout(go, seconds * 1000)
}

const signs = { done: 'check', warning: 'warning', info: 'info' } as const

function toastOf({ title, text, kind, actions = [] }: ToastParts, remove: () => void): HTMLElement {
  const look = kind ?? 'info'
  const cross = h('button', { type: 'button', class: 'plain', 'aria-label': pageWords.close, onClick: remove })
  cross.append(icon('close'))
  const lines = (text ? text.split('\n') : []).map((line) => h('p', {}, line))
  return h(
    'div',
    { class: `toast ${look}` },
    icon(signs[look]),
    h('div', { class: 'toast-words' }, title ? h('strong', {}, title) : null, ...lines, ...actions),
    cross,
  )
}

/** The line is not long enough for the message. */
const isCut = (toast: Element): boolean =>
  [...toast.querySelectorAll('p')].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)

export function makeToasts(): Toasts {
  const list = h('div', { class: 'toast-list', role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions' })
  const more = h('button', { type: 'button', class: 'small', hidden: true })
  const element = h('div', { class: 'toasts' }, list, more)
  let isOpen = false
  /** The time of a message begins when it comes into view: one behind others has not been read. */
  const unseen = new Map<Element, () => void>()
  const draw = () => {
    const { childElementCount: count } = list
    const shown = [...list.children].slice(isOpen ? 0 : -MOST_SHOWN)
    for (const toast of shown) {
      unseen.get(toast)?.()
      unseen.delete(toast)
    }
    const hasMore = count > MOST_SHOWN || (count > 0 && (isOpen || shown.some(isCut)))
    isOpen = isOpen && hasMore
    element.classList.toggle('is-open', isOpen)
    more.hidden = !hasMore
    more.setAttribute('aria-expanded', String(isOpen))
    more.textContent = isOpen ? words.fewer : count > MOST_SHOWN ? words.more(count - MOST_SHOWN) : words.all
  }
  more.addEventListener('click', () => {
    isOpen = !isOpen
    draw()
  })
  const show = (parts: ToastParts) => {
    const remove = () => {
      toast.remove()
      unseen.delete(toast)
      draw()
    }
    const close = () => {
      remove()
      parts.closed?.()
    }
    const toast = toastOf(parts, close)
    // Said again, a message takes the place of the one that says the same.
    for (const other of [...list.children]) if (other.textContent === toast.textContent) other.remove()
    while (list.childElementCount >= most) list.firstElementChild?.remove()
    list.append(toast)
    const { seconds } = parts
    if (seconds !== undefined) unseen.set(toast, () => goLater(toast, seconds, close))
    draw()
    return remove
  }
  return { element, show }
}
