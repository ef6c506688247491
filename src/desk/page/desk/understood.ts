/** Texts that were typed into figures' cells and stand for numbers: told in one quiet line, and changed by a click. */
import { pageWords } from '../../../words/desk-page'
import type { Scalar, SheetPosition, UnderstoodText } from '../../protocol'
import type { TypedEdit } from '../view/view'
import type { ShownBook } from './shown-book'
import { blocksOf, typedAgain } from './typed-again'

export interface UnderstoodLine {
  text: string
  /** Of the button. */
  caption: string
  press: () => void
  /** Absent: it stays until it is answered. */
  seconds?: number
  /** The person has closed it, or its time is over. */
  closed: () => void
}

export interface UnderstoodOwner {
  /** Shows a line with its button; the function takes it away. */
  show: (line: UnderstoodLine) => () => void
  shown: Pick<ShownBook, 'cell' | 'seq'>
  nameOf: (place: SheetPosition) => string
  type: (edit: TypedEdit) => void
  /** Puts the keyboard into the cells. */
  focus: () => void
}

const words = pageWords.understood
/** Of what was written; an offer stays until it is answered. */
const SECONDS = 15
/** So many are named in the line. */
const MOST_NAMED = 3
/** The server takes so many blocks in one edit. */
const MOST_BLOCKS = 200

type Kind = 'written' | 'offered'
const kinds: readonly Kind[] = ['written', 'offered']

interface Line {
  texts: readonly UnderstoodText[]
  remove: () => void
}

const none: Line = { texts: [], remove: () => undefined }

const isThere = (one: SheetPosition, other: SheetPosition): boolean =>
  one.sheet === other.sheet && one.row === other.row && one.column === other.column

export class Understood {
  /** One line of each kind, so that other messages keep their room. */
  private readonly lines: Record<Kind, Line> = { written: none, offered: none }

  /** The change that wrote the latest of them; before the page has it, nothing can be said to be gone. */
  private seq = 0

  constructor(private readonly owner: UnderstoodOwner) {}

  /** What was typed before and not answered is offered further on. */
  tell(texts: readonly UnderstoodText[], seq: number): void {
    this.seq = seq
    const written = texts.filter(({ isWritten }) => isWritten)
    const offered = texts.filter(({ isWritten }) => !isWritten)
    if (written.length > 0) this.draw('written', written)
    if (offered.length === 0) return
    const before = this.lines.offered.texts.filter((one) => !offered.some((text) => isThere(one, text)))
    this.draw('offered', [...before, ...offered])
  }

  /** Cells have changed: a line about what does not stand there any more goes. */
  changed(): void {
    if (this.owner.shown.seq < this.seq) return
    for (const kind of kinds) {
      const { texts } = this.lines[kind]
      const left = texts.filter((text) => this.stands(kind, text))
      if (left.length < texts.length) this.draw(kind, left)
    }
  }

  private stands(kind: Kind, text: UnderstoodText): boolean {
    const { value } = this.owner.shown.cell(text.sheet, text.row, text.column) ?? {}
    return value === (kind === 'written' ? text.value : text.typed)
  }

  private draw(kind: Kind, texts: readonly UnderstoodText[]): void {
    this.lines[kind].remove()
    this.lines[kind] = none
    const [first] = texts
    if (!first) return
    const act = () => {
      this.draw(kind, [])
      this.change(kind, texts)
    }
    const caption = kind === 'written' ? words.back(texts.length) : words.take(first.value, texts.length)
    const remove = this.owner.show({
      text: this.textOf(kind, texts),
      caption,
      press: act,
      ...(kind === 'written' && { seconds: SECONDS }),
      closed: () => (this.lines[kind] = none),
    })
    this.lines[kind] = { texts, remove }
  }

  private textOf(kind: Kind, texts: readonly UnderstoodText[]): string {
    const [first] = texts
    if (first && texts.length === 1) return words[kind](this.owner.nameOf(first), first.typed, first.value)
    const named = texts
      .slice(0, MOST_NAMED)
      .map((text, at) => words.pair(this.placeOf(text, texts[at - 1]), text.typed, text.value))
    return words.several[kind](texts.length, named, texts.length > MOST_NAMED)
  }

  /** The tab is named once. */
  private placeOf(text: UnderstoodText, before: UnderstoodText | undefined): string {
    const name = this.owner.nameOf(text)
    return before?.sheet === text.sheet ? name.slice(name.lastIndexOf('!') + 1) : name
  }

  /** Cells that hold something else by now are left as they are. */
  private change(kind: Kind, texts: readonly UnderstoodText[]): void {
    const { shown, type, focus } = this.owner
    const standing = texts.filter((text) => this.stands(kind, text))
    const contentOf = (text: UnderstoodText): Scalar | null =>
      kind === 'written' ? typedAgain(text.typed, shown.cell(text.sheet, text.row, text.column)) : text.value
    const blocks = blocksOf(standing.map((text) => ({ ...text, value: contentOf(text) })))
    for (let at = 0; at < blocks.length; at += MOST_BLOCKS) {
      const edit = { blocks: blocks.slice(at, at + MOST_BLOCKS), base: shown.seq }
      type(kind === 'written' ? { ...edit, isRestored: true } : edit)
    }
    focus()
  }
}
