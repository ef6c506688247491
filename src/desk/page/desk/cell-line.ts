/** The selected cell: the line over the cells, its note under the pointer, and where others see the person. */
import { rangeNames } from '../../../workbook'
import { pageWords } from '../../../words/desk-page'
import { tabNames } from '../../../words/tabs'
import type { Book, Sheet } from '../../book/model'
import type { Comment, SheetPosition } from '../../protocol'
import { api } from '../api'
import { makeCellBar } from '../ui/cell-bar'
import type { CellBar } from '../ui/cell-bar'
import { makeNoteCard } from '../ui/note-card'
import { makeZerosButton } from '../ui/zeros-button'
import { makeZoom } from '../ui/zoom'
import type { Hovered, OpenText, SheetView } from '../view/view'
import { cornerOf, factsOf } from './positions'
import type { ShownBook } from './shown-book'

export interface CellLineOwner {
  shown: ShownBook
  view: () => SheetView | null
  remarks: () => readonly Comment[]
  /** Names of the others in a cell. */
  peopleAt: (place: SheetPosition) => readonly string[]
  /** Nothing can be typed at all, for this reason. */
  lock: string | null
  warn: (text: string) => void
  /** A menu item. */
  choose: (functionName: string, caption: string) => void
}

const tables = ['table2', 'table3', 'table4'] as const

/** Whether the tab holds one of the tables 二, 三 and 四, whatever it is called. */
function isTable({ names }: Book, { id, name }: Sheet): boolean {
  return tables.some((table) => {
    const named = names.find((one) => one.name === rangeNames[table])
    return named ? named.sheet === id : tabNames[table] === name
  })
}

const namesOf = (names: readonly string[]): string => (names.length > 0 ? pageWords.people.here(names) : '')

/** The others are told where the person is once the selection rests so long. */
const REST_MS = 150

export class CellLine {
  readonly note = makeNoteCard()
  readonly zoom = makeZoom((percent) => this.owner.view()?.setZoom(percent))
  readonly bar: CellBar
  selected: SheetPosition | null = null
  private lock: string | null
  private readonly zeros = makeZerosButton(() => void this.fillZeros())
  private timer = 0
  /** Where the pointer is; null: over no cell. */
  private pointer: Hovered | null = null

  constructor(private readonly owner: CellLineOwner) {
    const { view, warn } = owner
    this.lock = owner.lock
    const goTo = (name: string) => view()?.goTo(name) ?? Promise.resolve(false)
    const names = { goTo, focus: () => view()?.focus(), warn }
    const writing = {
      open: () => view()?.open(),
      write: (text: string) => view()?.write(text),
      leave: (isDown: boolean, isBack: boolean) => {
        view()?.leave(isDown, isBack)
        view()?.focus()
      },
      take: () => void view()?.take(),
      giveUp: () => {
        view()?.drop()
        view()?.focus()
      },
    }
    // Who types has read it, and the pointer rests where it was: the card would stand over what is filled in next.
    window.addEventListener('keydown', () => this.hovered(null), { capture: true })
    this.bar = makeCellBar({ ...names, ...writing }, [this.zeros.element, this.zoom.element])
  }

  /** What stands in the open cell. */
  typed(open: OpenText | null): void {
    this.bar.typed(open)
  }

  /** The workbook is closed, for this reason. */
  close(reason: string): void {
    this.lock = reason
    this.draw()
  }

  moved({ sheet, row, column }: SheetPosition): void {
    this.selected = { sheet, row, column }
    this.draw()
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.tell(), REST_MS)
  }

  /** Tells where the person is: others see it, and a command may be about that tab. */
  async tell(): Promise<void> {
    window.clearTimeout(this.timer)
    if (this.selected) await api.here(this.selected).catch(() => undefined)
  }

  /** The command fills the tab in which the server knows the person to be. */
  private async fillZeros(): Promise<void> {
    await this.tell()
    this.owner.choose('fillZeros', pageWords.zeros.caption)
  }

  hovered(hovered: Hovered | null): void {
    this.pointer = hovered
    this.drawNote()
  }

  /** As the book has it now: a note goes with the fault that it tells. Who else is in the cell is told as well. */
  private drawNote(): void {
    const { shown, peopleAt } = this.owner
    const { pointer } = this
    const sheet = pointer && shown.sheet(pointer.sheet)
    if (!pointer || !sheet) return this.note.hide()
    const place = { sheet: sheet.id, ...cornerOf(sheet, pointer.row, pointer.column) }
    const { sheet: id, row, column } = place
    const lines = [namesOf(peopleAt(place)), shown.cell(id, row, column)?.note ?? ''].filter((line) => line !== '')
    if (lines.length > 0) this.note.show(lines.join('\n'), pointer.box)
    else this.note.hide()
  }

  draw(): void {
    if (this.pointer) this.drawNote()
    const { shown, remarks, peopleAt } = this.owner
    const { selected, lock } = this
    const sheet = selected && shown.sheet(selected.sheet)
    if (!selected || !sheet) return
    const cell = shown.cell(sheet.id, selected.row, selected.column)
    this.zeros.show(lock === null && isTable(shown.book, sheet))
    const people = namesOf(peopleAt({ sheet: sheet.id, ...cornerOf(sheet, selected.row, selected.column) }))
    this.bar.show({ ...factsOf(sheet, selected, cell, remarks(), lock), people })
  }
}
