/** The server's book with the person's own unacknowledged edits on top: what the view shows. */
import { cellAt, cellKey, positionOf } from '../../book/cells'
import { readEntry } from '../../book/entry'
import type { Book, Cell, Scalar, Sheet } from '../../book/model'
import { applyPatch } from '../../book/patch'
import type { BookPatch } from '../../protocol'
import type { TypedBlock } from '../view/view'
import type { Letter } from './outbox'

/** What a typed value will most likely be, until the server says. */
function typedCell(cell: Cell | undefined, typed: Scalar | null, year: number): Cell {
  const looks: Cell = { ...(cell?.style && { style: cell.style }), ...(cell?.note && { note: cell.note }) }
  if (typed === null) return looks
  if (typeof typed !== 'string') return { ...looks, value: typed }
  const entry = readEntry(typed, cell?.style?.numberFormat, year)
  return { ...looks, ...(entry.value !== undefined ? { value: entry.value } : { value: entry.formula ?? '' }) }
}

function eachCell({ row, column, values }: TypedBlock, visit: (key: string, typed: Scalar | null) => void): void {
  values.forEach((line, down) => line.forEach((typed, across) => visit(cellKey(row + down, column + across), typed)))
}

export class ShownBook {
  private letters: Letter[] = []

  constructor(
    public book: Book,
    private readonly year: number,
    public seq: number,
  ) {}

  sheet(id: number): Sheet | undefined {
    return this.book.sheets.find((sheet) => sheet.id === id)
  }

  /** As the person sees it. */
  cell(sheet: number, row: number, column: number): Cell | undefined {
    return this.shown(sheet, cellKey(row, column)) ?? undefined
  }

  typed(letter: Letter): BookPatch {
    this.letters.push(letter)
    return this.patchOf(letter.edit)
  }

  /** Takes the edit of a refused letter away. Returns the patch for the view. */
  withdrawn(letter: Letter): BookPatch {
    this.letters = this.letters.filter((one) => one !== letter)
    return this.patchOf(letter.edit)
  }

  /** Called after an answer: an edit that the book has by now is no longer laid over it. */
  answered(): BookPatch {
    const done = this.letters.filter(({ seq }) => seq !== undefined && seq <= this.seq)
    this.letters = this.letters.filter((letter) => !done.includes(letter))
    const patch: BookPatch = { cells: {} }
    for (const { edit } of done) this.add(patch, edit)
    return patch
  }

  /** Takes a change of the server. Returns the patch for the view. */
  changed(seq: number, change: BookPatch): BookPatch {
    applyPatch(this.book, change)
    this.seq = Math.max(this.seq, seq)
    const patch = { ...change, ...this.answered() }
    for (const [id, cells] of Object.entries(change.cells)) {
      for (const key of Object.keys(cells)) this.put(patch, Number(id), key)
    }
    if (change.sheets) for (const { edit } of this.letters) this.add(patch, edit)
    return patch
  }

  /** Takes another book in place of this one, with the unsent edits over it. */
  renew(book: Book, seq: number): BookPatch {
    this.book = book
    this.seq = seq
    this.letters = this.letters.filter((letter) => letter.seq === undefined || letter.seq > seq)
    const patch: BookPatch = { cells: {} }
    for (const { edit } of this.letters) this.add(patch, edit)
    return patch
  }

  private shown(sheet: number, key: string): Cell | null {
    const { row, column } = positionOf(key)
    const tab = this.sheet(sheet)
    let cell = tab && cellAt(tab, row, column)
    for (const { edit } of this.letters) {
      const typed = edit.sheet === sheet ? edit.values[row - edit.row]?.[column - edit.column] : undefined
      if (typed !== undefined) cell = typedCell(cell, typed, this.year)
    }
    return cell ?? null
  }

  private put(patch: BookPatch, sheet: number, key: string): void {
    const cells = (patch.cells[sheet] ??= {})
    cells[key] = this.shown(sheet, key)
  }

  private add(patch: BookPatch, edit: TypedBlock): void {
    eachCell(edit, (key) => this.put(patch, edit.sheet, key))
  }

  private patchOf(edit: TypedBlock): BookPatch {
    const patch: BookPatch = { cells: {} }
    this.add(patch, edit)
    return patch
  }
}
