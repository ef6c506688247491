/** Texts that were typed into figures' cells and stand for numbers: told in one quiet line, and changed by a click. */
import { pageWords } from '../../../words/desk-page'
import type { Scalar, SheetPosition, UnderstoodText } from '../../protocol'
import { h } from '../ui/dom'
import type { Toasts } from '../ui/toasts'
import type { TypedEdit } from '../view/view'
import type { ShownBook } from './shown-book'
import { blocksOf, typedAgain } from './typed-again'

export interface UnderstoodOwner {
  toasts: Toasts
  shown: ShownBook
  nameOf: (place: SheetPosition) => string
  type: (edit: TypedEdit) => void
  /** Puts the keyboard into the cells. */
  focus: () => void
}

const words = pageWords.understood
const SECONDS = 15
/** So many are named in the line. */
const MOST_NAMED = 3
/** The server takes so many blocks in one edit. */
const MOST_BLOCKS = 200

type Kind = 'written' | 'offered'

export class Understood {
  /** Takes the line before away: of each kind only the latest stands, so that other messages keep their room. */
  private readonly remove: Record<Kind, () => void> = { written: () => undefined, offered: () => undefined }

  constructor(private readonly owner: UnderstoodOwner) {}

  tell(texts: readonly UnderstoodText[]): void {
    this.tellOf(
      'written',
      texts.filter(({ isWritten }) => isWritten),
    )
    this.tellOf(
      'offered',
      texts.filter(({ isWritten }) => !isWritten),
    )
  }

  private tellOf(kind: Kind, texts: readonly UnderstoodText[]): void {
    if (texts.length === 0) return
    this.remove[kind]()
    const act = () => {
      this.remove[kind]()
      this.change(kind, texts)
    }
    const caption = kind === 'written' ? words.back(texts.length) : words.take(texts[0]?.value ?? 0, texts.length)
    const button = h('button', { type: 'button', class: 'small', onClick: act }, caption)
    this.remove[kind] = this.owner.toasts.show({ text: this.textOf(kind, texts), seconds: SECONDS, actions: [button] })
  }

  private textOf(kind: Kind, texts: readonly UnderstoodText[]): string {
    const [first] = texts
    if (first && texts.length === 1) return words[kind](this.owner.nameOf(first), first.typed, first.value)
    const named = texts.slice(0, MOST_NAMED).map(({ typed, value }) => words.pair(typed, value))
    return words.several[kind](texts.length, named, texts.length > MOST_NAMED)
  }

  /** Cells that hold something else by now are left as they are. */
  private change(kind: Kind, texts: readonly UnderstoodText[]): void {
    const { shown, type, focus } = this.owner
    const cellOf = ({ sheet, row, column }: SheetPosition) => shown.cell(sheet, row, column)
    const standing = texts.filter((text) => cellOf(text)?.value === (kind === 'written' ? text.value : text.typed))
    const contentOf = (text: UnderstoodText): Scalar | null =>
      kind === 'written' ? typedAgain(text.typed, cellOf(text)) : text.value
    const blocks = blocksOf(standing.map((text) => ({ ...text, value: contentOf(text) })))
    for (let at = 0; at < blocks.length; at += MOST_BLOCKS) {
      const edit = { blocks: blocks.slice(at, at + MOST_BLOCKS), base: shown.seq }
      type(kind === 'written' ? { ...edit, isRestored: true } : edit)
    }
    focus()
  }
}
