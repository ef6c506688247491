/** Values going into cells and coming out of them, as scripts see them. */
import { cellAt, fromR1C1, putEntry, readEntry } from '../../../../src/desk/book'
import type { DateValue, Entry, Scalar, Sheet } from '../../../../src/desk/book'
import { running } from './running'
import { momentOf } from './time'

function entryOf(value: unknown, format: string | undefined): Entry {
  if (value === null || value === undefined || value === '') return {}
  if (typeof value === 'number' || typeof value === 'boolean') return { value }
  return readEntry(asInChina(String(value)), format, thisYear())
}

/** In Great Britain a day is written before its month; nothing else of other locales is here. */
const asInChina = (text: string): string =>
  running().setup.spreadsheet.locale === 'en_GB' ? text.replace(/^(\d+)\/(\d+)\/(\d{4})$/, '$3-$2-$1') : text

/** Asked once a run: a script may write thousands of cells. */
function thisYear(): number {
  const current = running()
  current.year ??= new Date().getFullYear()
  return current.year
}

/** As `setValue`: a text is read as if typed, null or undefined empties the cell. */
export function writeValue(sheet: Sheet, row: number, column: number, value: unknown): void {
  const entry = entryOf(value, cellAt(sheet, row, column)?.style?.numberFormat)
  putEntry(running().calculator, sheet, row, column, entry)
}

export function writeFormulaR1C1(sheet: Sheet, row: number, column: number, formula: string): void {
  putEntry(running().calculator, sheet, row, column, { formula: fromR1C1(formula, { row, column }) })
}

/** As `getValues`: `''` for a blank, a Date for a day, which begins as the spreadsheet's zone has it. */
export function scriptValue(value: Scalar | DateValue | undefined): Scalar | Date {
  if (value === undefined) return ''
  return typeof value === 'object' ? momentOf(value.date, running().setup.spreadsheet.timeZone) : value
}
