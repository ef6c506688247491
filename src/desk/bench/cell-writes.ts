/** Single cells of the bench: what is written into one, read as if a person had typed it. */
import { cellAt, changeCell, fromR1C1, readEntry } from '../book'
import { contains } from '../../workbook'
import type { CellStyle, Entry, Scalar, Sheet } from '../book'
import type { Bench } from './bench'

/**
 * Whether a merge covers the cell, and it is not the first one. Such a cell keeps nothing that is written to it, as in
 * Google Sheets.
 */
function isCovered(sheet: Sheet, row: number, column: number): boolean {
  return sheet.merges.some((merge) => contains(merge, row, column) && !(merge.row === row && merge.column === column))
}

function entryOf(value: Scalar | null, format: string | undefined, year: number): Entry {
  if (value === null || value === '') return {}
  if (typeof value === 'number') return Number.isFinite(value) ? { value } : { value: '#NUM!' }
  return typeof value === 'boolean' ? { value } : readEntry(value, format, year)
}

export class CellWriter {
  /** @param year the year that a day without one belongs to */
  constructor(
    private readonly bench: Bench,
    private readonly year: number,
  ) {}

  /** A text is read as if typed; null or the empty text empties the cell. */
  value(sheet: Sheet, row: number, column: number, value: Scalar | null): void {
    this.store(sheet, row, column, entryOf(value, cellAt(sheet, row, column)?.style?.numberFormat, this.year))
  }

  formulaR1C1(sheet: Sheet, row: number, column: number, formula: string): void {
    const text = fromR1C1(formula, { row, column })
    this.store(sheet, row, column, { formula: text.startsWith('=') ? text : `=${text}` })
  }

  private store(sheet: Sheet, row: number, column: number, { value, formula, numberFormat }: Entry): void {
    const before = cellAt(sheet, row, column)
    const isFormula = formula !== undefined || before?.formula !== undefined
    const isSame = !isFormula && value === before?.value && numberFormat === undefined
    if (isSame || isCovered(sheet, row, column)) return
    const format = before?.style?.numberFormat ?? numberFormat
    const style = format === undefined ? before?.style : { ...before?.style, numberFormat: format }
    if (!changeCell(sheet, row, column, { value, formula, style })) return
    this.bench.calculator.touch(sheet, row, column, isFormula)
  }
}

export function writeNote(sheet: Sheet, row: number, column: number, note: string): void {
  changeCell(sheet, row, column, { note: note === '' ? undefined : note })
}

/** Sets one field of a cell's look; undefined takes it away. */
export function changeStyle<Field extends keyof CellStyle>(
  sheet: Sheet,
  row: number,
  column: number,
  field: Field,
  value: CellStyle[Field] | undefined,
): void {
  const style: CellStyle = { ...cellAt(sheet, row, column)?.style }
  if (value === undefined) Reflect.deleteProperty(style, field)
  else style[field] = value
  changeCell(sheet, row, column, { style: Object.keys(style).length > 0 ? style : undefined })
}
