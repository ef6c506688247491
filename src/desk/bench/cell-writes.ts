/** Single cells of the bench: what is written into one, read as if a person had typed it. */
import { a1, MOST_IN_CELL } from '../../workbook'
import { deskWords } from '../../words/desk'
import { cellAt, changeCell, fromR1C1, putEntry, readEntry } from '../book'
import type { Cell, Entry, Scalar, Sheet } from '../book'
import type { Bench } from './bench'

function entryOf(value: Scalar | null, format: string | undefined, year: number): Entry {
  if (value === null || value === '') return {}
  if (typeof value === 'number') return Number.isFinite(value) ? { value } : { value: '#NUM!' }
  return typeof value === 'boolean' ? { value } : readEntry(value, format, year)
}

/** Most cells of a block hold what is written already. A text with a digit is read each time: it may be no text. */
function stands(cell: Cell | undefined, value: Scalar | null): boolean {
  if (cell?.formula !== undefined) return false
  if (value === null || value === '') return cell?.value === undefined
  return cell?.value === value && (typeof value !== 'string' || /^[^='\p{Nd}][^\p{Nd}]*$/u.test(value))
}

export class CellWriter {
  /** @param year the year that a day without one belongs to */
  constructor(
    private readonly bench: Bench,
    private readonly year: number,
  ) {}

  /** A text is read as if typed; null or the empty text empties the cell. */
  value(sheet: Sheet, row: number, column: number, value: Scalar | null): void {
    // Such a cell would keep every later save from being made.
    if (typeof value === 'string' && value.length > MOST_IN_CELL) {
      throw new Error(deskWords.longText(sheet.name, a1({ row, column }), MOST_IN_CELL))
    }
    if (stands(cellAt(sheet, row, column), value)) return
    const entry = entryOf(value, cellAt(sheet, row, column)?.style?.numberFormat, this.year)
    putEntry(this.bench.calculator, sheet, row, column, entry)
  }

  formulaR1C1(sheet: Sheet, row: number, column: number, formula: string): void {
    const text = fromR1C1(formula, { row, column })
    const entry = { formula: text.startsWith('=') ? text : `=${text}` }
    putEntry(this.bench.calculator, sheet, row, column, entry)
  }
}

export function writeNote(sheet: Sheet, row: number, column: number, note: string): void {
  changeCell(sheet, row, column, { note: note === '' ? undefined : note })
}
