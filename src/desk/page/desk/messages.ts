/** What the page tells: short in a line below the cells, long beside them. */
import { pageWords } from '../../../words/desk-page'
import type { BookPatch, SheetPosition } from '../../protocol'
import { h } from '../ui/dom'
import type { SidePanel } from '../ui/side-panel'
import type { ToastParts, Toasts } from '../ui/toasts'
import { isTouched } from './touched'

const MOST_LETTERS = 160
const MOST_LINES = 3

const isLong = (text: string): boolean => text.length > MOST_LETTERS || text.split('\n').length > MOST_LINES

const paragraphs = (text: string): HTMLElement =>
  h('div', { class: 'long-message', role: 'status' }, ...text.split('\n').map((line) => h('p', {}, line)))

export interface MessagesOwner {
  toasts: Toasts
  side: SidePanel
}

interface About {
  /** Null: of the person's last step. */
  place: SheetPosition | null
  /** What it tells holds up to this change. */
  seq: number
  remove: () => void
}

const nothing = (): void => undefined

export class Messages {
  private about: About[] = []

  constructor(private readonly owner: MessagesOwner) {}

  /** The function takes a message in the line away. */
  show(parts: ToastParts): () => void {
    const { toasts, side } = this.owner
    const { text } = parts
    if (!isLong(text)) return toasts.show(parts)
    const open = () => side.open('message', parts.title ?? pageWords.sidebar.message, paragraphs(text))
    if (side.current() === null) {
      open()
      return nothing
    }
    // What stands beside the cells is in use: the person says when it may go.
    const button = h('button', { type: 'button', class: 'small', onClick: open }, pageWords.sidebar.more)
    return toasts.show({ ...parts, text: `${text.slice(0, MOST_LETTERS / 2)}…`, actions: [button] })
  }

  /** About a cell as it is after the change `seq`: it goes when the cell changes again. */
  showAt(place: SheetPosition, seq: number, parts: ToastParts): void {
    this.forget(place)
    this.about.push({ place, seq, remove: this.show(parts) })
  }

  /** About the person's last step, the change `seq`: it goes with her next one. */
  showOfStep(seq: number, parts: ToastParts): void {
    this.about.push({ place: null, seq, remove: this.show(parts) })
  }

  /** The cell is settled. */
  forget({ sheet, row, column }: SheetPosition): void {
    this.drop(({ place }) => place?.sheet === sheet && place.row === row && place.column === column)
  }

  /** After a change of the server. */
  changed(seq: number, patch: BookPatch, isMine: boolean): void {
    this.drop((one) => one.seq < seq && (one.place ? isTouched(patch, one.place) : isMine))
  }

  /** Stands beside the cells until the person has seen it. */
  keep(title: string, text: string): void {
    const { side } = this.owner
    const seen = h('button', { type: 'button', class: 'primary', onClick: () => side.close() }, pageWords.sidebar.seen)
    side.open('message', title, h('div', {}, paragraphs(text), seen))
  }

  warn(text: string, seconds = 12): void {
    this.show({ text, seconds, kind: 'warning' })
  }

  private drop(isGone: (one: About) => boolean): void {
    const gone = this.about.filter(isGone)
    this.about = this.about.filter((one) => !gone.includes(one))
    for (const { remove } of gone) remove()
  }
}
