import type { ReadValue, WorkbookSnapshot } from '../../workbook'
import { cellAt, mapPlaces, usedSize, wallTimeOf } from '../book'
import type { Book, Cell, Sheet } from '../book'

const two = (value: number): string => String(value).padStart(2, '0')

/** A date as its text: it is never a figure. */
function readValue(value: Cell['value']): ReadValue {
  if (typeof value !== 'object') return value ?? ''
  const { year, month, day } = wallTimeOf(value.date)
  return `${year}-${two(month)}-${two(day)}`
}

const valuesOf = (sheet: Sheet): ReadValue[][] =>
  mapPlaces({ row: 1, column: 1, ...usedSize(sheet) }, (row, column) => readValue(cellAt(sheet, row, column)?.value))

/** The workbook as the actions read it. */
export function snapshotOf(book: Book): WorkbookSnapshot {
  const names = book.names.flatMap(({ name, sheet, area }) => {
    const tab = book.sheets.find(({ id }) => id === sheet)?.name
    return tab === undefined ? [] : [{ name, tab, area }]
  })
  return { tabs: book.sheets.map((sheet) => ({ name: sheet.name, values: valuesOf(sheet) })), names }
}
