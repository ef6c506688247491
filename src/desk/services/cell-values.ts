/** Values going into cells and coming out of them, as scripts see them. */
import { contains } from '../../workbook'
import { cellAt, changeCell, fromR1C1, readEntry, toR1C1 } from '../book'
import type { Cell, CellStyle, DateValue, Entry, Scalar, Sheet } from '../book'
import { running } from './running'
import { momentOf, serialAt } from './time'

/** Covered by a merge, and not its first cell: keeps nothing that is written to it. */
function isCovered(sheet: Sheet, row: number, column: number): boolean {
  return sheet.merges.some((merge) => contains(merge, row, column) && !(merge.row === row && merge.column === column))
}

function entryOf(value: unknown, format: string | undefined): Entry {
  if (value === null || value === undefined || value === '') return {}
  if (typeof value === 'number') return Number.isFinite(value) ? { value } : { value: '#NUM!' }
  if (typeof value === 'boolean') return { value }
  if (value instanceof Date) return { value: { date: serialAt(value, running().setup.timeZone) } }
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

/** As `setValue`: a text is read as if typed, a Date becomes a day, null or undefined empties the cell. */
export function writeValue(sheet: Sheet, row: number, column: number, value: unknown): void {
  store(sheet, row, column, entryOf(value, cellAt(sheet, row, column)?.style?.numberFormat))
}

/** As `setFormula`: the leading `=` may be missing; the empty text empties the cell. */
export function writeFormula(sheet: Sheet, row: number, column: number, formula: string): void {
  const text = formula === '' || formula.startsWith('=') ? formula : `=${formula}`
  store(sheet, row, column, text === '' ? {} : { formula: text })
}

export function writeFormulaR1C1(sheet: Sheet, row: number, column: number, formula: string): void {
  writeFormula(sheet, row, column, fromR1C1(formula, { row, column }))
}

export function readFormulaR1C1(sheet: Sheet, row: number, column: number): string {
  const formula = cellAt(sheet, row, column)?.formula
  return formula === undefined ? '' : toR1C1(formula, { row, column })
}

export function readCell(sheet: Sheet, row: number, column: number): Cell | undefined {
  running().calculator.recalculate()
  return cellAt(sheet, row, column)
}

/** As `getValue`: `''` for a blank, a Date for a day. */
export function scriptValue(value: Scalar | DateValue | undefined): Scalar | Date {
  if (value === undefined) return ''
  return typeof value === 'object' ? momentOf(value.date, running().setup.timeZone) : value
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
