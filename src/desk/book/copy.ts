import type { Book } from './model'

/** A book of its own that shares the cells, which are only ever replaced: patches to one do not reach the other. */
export function copyOf(book: Book): Book {
  const sheets = book.sheets.map((sheet) => ({ ...sheet, cells: { ...sheet.cells } }))
  return { ...book, sheets, properties: { ...book.properties } }
}
