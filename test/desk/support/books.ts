import { cellKey, newBook, readEntry } from '../../../src/desk/book'
import type { Book, Cell, Sheet } from '../../../src/desk/book'
import { areaOf, parseReference } from '../../../src/workbook'

/** What stands in cells, by A1 notation: typed texts are read as if typed, so `=A1` is a formula. */
export type Typed = Readonly<Record<string, string | number | boolean>>

export function keyOf(a1: string): string {
  const reference = parseReference(a1)
  if (!reference) throw new Error(`${a1} is not a cell`)
  const { row, column } = areaOf(reference, { rows: 1, columns: 1 })
  return cellKey(row, column)
}

function cellOf(typed: string | number | boolean): Cell {
  const { value, formula } = typeof typed === 'string' ? readEntry(typed, undefined, 2024) : { value: typed }
  return { ...(value !== undefined && { value }), ...(formula !== undefined && { formula }) }
}

export function fill(sheet: Sheet, typed: Typed): void {
  for (const [a1, value] of Object.entries(typed)) sheet.cells[keyOf(a1)] = cellOf(value)
}

export function bookOf(typed: Typed = {}, name = 'Sheet1'): Book {
  const book = newBook('test', name)
  for (const sheet of book.sheets) fill(sheet, typed)
  return book
}

export function firstSheet(book: Book): Sheet {
  const [sheet] = book.sheets
  if (!sheet) throw new Error('The book has no sheet')
  return sheet
}
