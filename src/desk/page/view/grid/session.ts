/** Typing in a cell: from the first letter until it is taken, or given up. */
import { cellAt } from '../../../book/cells'
import type { Sheet } from '../../../book/model'
import type { SheetPosition, Typing, ViewEvents } from '../view'
import { cssFor } from './cell-look'
import { editText } from './edit-text'
import type { CellEntry, Target } from './entry'
import type { Field, FieldPlace } from './field'
import type { Mode } from './keys'
import type { Screen } from './screen'

/** What is written in: the field over a cell, or the editor of texts. */
export type SessionField = Pick<Field, 'text' | 'open' | 'move' | 'close'> & {
  /** It is the editor of texts. */
  readonly isNarrative: boolean
}

export interface SessionOwner {
  events: Pick<ViewEvents, 'base' | 'onTyping' | 'onText'>
  screen: Screen
  field: SessionField
  entry: CellEntry
  sheet: (id: number) => Sheet | undefined
  /** The tab and cell are to be in view. */
  reveal: (place: SheetPosition) => void
}

interface Open extends SheetPosition {
  base: number
  mode: Mode
  /** What the cell held when it was opened, as it is typed. */
  before: string
  /** What it held when the typing began: on an earlier page, maybe. */
  from: string
  /** Opened by typing: what is typed counts, also where it is what stood there before. */
  isTyped: boolean
}

export class Session {
  private open: Open | null = null
  private asking: Promise<boolean> | null = null
  private isTaking = false

  constructor(private readonly owner: SessionOwner) {}

  get mode(): Mode {
    return this.open?.mode ?? 'ready'
  }

  get isOpen(): boolean {
    return this.open !== null
  }

  /** Something else stands in the field than what stood in the cell. */
  get isChanged(): boolean {
    return this.open !== null && this.owner.field.text !== this.open.before
  }

  typing(): Typing | null {
    const { open } = this
    if (!open) return null
    const { sheet, row, column, base, from } = open
    return { sheet, row, column, base, from, text: this.owner.field.text }
  }

  /** `text`: null where what is typed comes by itself. `left`: it goes on with what was typed before. */
  begin(
    { sheet, row, column }: Target,
    mode: Mode,
    text: string | null,
    left: Pick<Typing, 'base' | 'from'> = { base: this.owner.events.base() },
  ): void {
    const before = editText(cellAt(sheet, row, column))
    const { base, from = before } = left
    this.open = { sheet: sheet.id, row, column, base, mode, before, from, isTyped: mode !== 'edit' }
    this.owner.reveal({ sheet: sheet.id, row, column })
    this.owner.field.open(this.placeOf(sheet, row, column), mode === 'edit' && text === null ? before : text)
    this.tell()
  }

  /** What the open cell held when it was opened, as it is typed; null: none is open. */
  get before(): string | null {
    return this.open?.before ?? null
  }

  /** F2 in an open cell: arrows move in the text now, and back. */
  turnMode(): void {
    if (this.open) this.open.mode = this.open.mode === 'edit' ? 'enter' : 'edit'
  }

  /** Opened and left as it was, nothing stands only in the field. */
  tell(): void {
    const typing = this.typing()
    const { events, field } = this.owner
    events.onTyping(typing?.text === this.open?.before ? null : typing)
    events.onText(typing && { text: typing.text, isNarrative: field.isNarrative })
  }

  /** Nothing is taken. */
  drop(): void {
    if (!this.open) return
    this.open = null
    this.owner.field.close()
    this.owner.events.onTyping(null)
    this.owner.events.onText(null)
  }

  /** True at once where nothing has to be asked; false where the person goes on, or is being asked. */
  takeNow(): boolean {
    const typing = this.typing()
    const sheet = typing && this.owner.sheet(typing.sheet)
    if (!typing || !sheet || this.isLeft(sheet)) {
      this.drop()
      return true
    }
    void this.take()
    return !this.isOpen
  }

  take(): Promise<boolean> {
    if (this.isTaking) return this.asking ?? Promise.resolve(false)
    const typing = this.typing()
    const sheet = typing && this.owner.sheet(typing.sheet)
    if (!typing || !sheet || this.isLeft(sheet)) {
      this.drop()
      return Promise.resolve(true)
    }
    // The dialog that asks takes the keyboard from the field, which would ask again.
    this.isTaking = true
    this.asking = this.owner.entry
      .typed(sheet, typing, () => this.drop())
      .finally(() => {
        this.isTaking = false
        this.asking = null
      })
    return this.asking
  }

  /** Whether the cell is left as it is. Typed over another's newer value, the old value is a change again. */
  private isLeft(sheet: Sheet): boolean {
    const { open, owner } = this
    if (!open || owner.field.text !== open.before) return false
    return !open.isTyped || editText(cellAt(sheet, open.row, open.column)) === open.before
  }

  /** Ctrl+Enter: the text into every selected cell. */
  takeOver(target: Target): void {
    const typing = this.typing()
    if (!typing) return
    this.drop()
    this.owner.entry.typedOver(target, typing.text, typing.base)
  }

  /** The cell stands elsewhere on the screen. */
  move(): void {
    const { open, owner } = this
    const sheet = open && owner.sheet(open.sheet)
    if (open && sheet && owner.screen.tab?.sheet.id === open.sheet) {
      owner.field.move(this.placeOf(sheet, open.row, open.column))
    }
  }

  private placeOf(sheet: Sheet, row: number, column: number): FieldPlace {
    const { screen } = this.owner
    const area = screen.tab?.merges.areaAt({ row, column }) ?? { row, column, rows: 1, columns: 1 }
    const whole = screen.boxOf(area)
    const view = screen.inView()
    const isLocked = screen.tab?.isInHeader(row) === true
    // Of a cell higher than the screen, the part that is in view.
    const top = isLocked ? whole.y : Math.max(whole.y, view.y)
    const bottom = isLocked ? whole.y + whole.height : Math.min(whole.y + whole.height, view.y + view.height)
    const box = { ...whole, y: top, height: Math.max(bottom - top, 20) }
    const limit = {
      width: Math.max(60, view.x + view.width - box.x - 4),
      height: Math.max(24, view.y + view.height - box.y - 4),
    }
    const cell = cellAt(sheet, row, column)
    const isText = cell?.style?.wrap === true && cell.style.horizontal !== 'center'
    return { box, limit, css: cssFor(cell?.style, cell?.value ?? ''), isText }
  }
}
