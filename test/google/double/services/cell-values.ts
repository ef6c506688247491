/** Values going into cells and coming out of them, as scripts see them. */
import { contains } from '../../../../src/workbook'
import { cellAt, changeCell, fromR1C1, readEntry } from '../../../../src/desk/book'
import type { CellStyle, DateValue, Entry, Scalar, Sheet } from '../../../../src/desk/book'
import { running } from './running'
import { momentOf } from './time'

/** Covered by a merge, and not its first cell: keeps nothing that is written to it. */
function isCovered(sheet: Sheet, row: number, column: number): boolean {
  return sheet.merges.some((merge) => contains(merge, row, column) && !(merge.row === row && merge.column === column))
}

function entryOf(value: unknown, format: string | undefined): Entry {
  if (value === null || value === undefined || value === '') return {}
  if (typeof value === 'number' || typeof value === 'boolean') return { value }
  return readEntry(String(value), format, thisYear())
}

/** Asked once a run: a script may write thousands of cells. */
function thisYear(): number {
  const current = running()
  current.year ??= new Date().getFullYear()
  return current.year
}

function store(sheet: Sheet, row: number, column: number, { value, formula, numberFormat }: Entry): void {
  const before = cellAt(sheet, row, column)
  const isFormula = formula !== undefined || before?.formula !== undefined
  const isSame = !isFormula && value === before?.value && numberFormat === undefined
  if (isSame || isCovered(sheet, row, column)) return
  const format = before?.style?.numberFormat ?? numberFormat
  const style = format === undefined ? before?.style : { ...before?.style, numberFormat: format }
  if (!changeCell(sheet, row, column, { value, formula, style })) return
  running().calculator.touch(sheet, row, column, isFormula)
}

/** As `setValue`: a text is read as if typed, null or undefined empties the cell. */
export function writeValue(sheet: Sheet, row: number, column: number, value: unknown): void {
  store(sheet, row, column, entryOf(value, cellAt(sheet, row, column)?.style?.numberFormat))
}

export function writeFormulaR1C1(sheet: Sheet, row: number, column: number, formula: string): void {
  store(sheet, row, column, { formula: fromR1C1(formula, { row, column }) })
}

/** As `getValue`: `''` for a blank, a Date for a day, which begins as the spreadsheet's zone has it. */
export function scriptValue(value: Scalar | DateValue | undefined): Scalar | Date {
  if (value === undefined) return ''
  return typeof value === 'object' ? momentOf(value.date, running().setup.spreadsheet.timeZone) : value
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
  changeCell(sheet, row, column, { style: Object.keys(style).length ? style : undefined })
}
