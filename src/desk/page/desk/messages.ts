/** What the page tells: short in a line below the cells, long beside them. */
import { pageWords } from '../../../words/desk-page'
import { h } from '../ui/dom'
import type { SidePanel } from '../ui/side-panel'
import type { ToastParts, Toasts } from '../ui/toasts'

const MOST_LETTERS = 160
const MOST_LINES = 3

const isLong = (text: string): boolean => text.length > MOST_LETTERS || text.split('\n').length > MOST_LINES

const paragraphs = (text: string): HTMLElement =>
  h('div', { class: 'long-message', role: 'status' }, ...text.split('\n').map((line) => h('p', {}, line)))

export interface MessagesOwner {
  toasts: Toasts
  side: SidePanel
}

export class Messages {
  constructor(private readonly owner: MessagesOwner) {}

  show(parts: ToastParts): void {
    const { toasts, side } = this.owner
    const { text } = parts
    if (!isLong(text)) return void toasts.show(parts)
    const open = () => side.open('message', parts.title ?? pageWords.sidebar.message, paragraphs(text))
    if (side.current() === null) return open()
    // What stands beside the cells is in use: the person says when it may go.
    const button = h('button', { type: 'button', class: 'small', onClick: open }, pageWords.sidebar.more)
    toasts.show({ ...parts, text: `${text.slice(0, MOST_LETTERS / 2)}…`, actions: [button] })
  }

  /** Stands beside the cells until the person has seen it. */
  keep(title: string, text: string): void {
    const { side } = this.owner
    const seen = h('button', { type: 'button', class: 'primary', onClick: () => side.close() }, pageWords.sidebar.seen)
    side.open('message', title, h('div', {}, paragraphs(text), seen))
  }

  warn(text: string, seconds = 12): void {
    this.show({ text, seconds, isWarning: true })
  }
}
