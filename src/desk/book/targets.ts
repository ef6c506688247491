/** What the references and names of a formula stand for. */
import { areaOf } from '../../workbook'
import type { Reference } from '../../workbook'
import { sheetNamed } from './cells'
import type { Area, Book, Sheet } from './model'

/** Cells that a formula or a call reads. */
export interface Target {
  sheet: Sheet
  area: Area
}

/** Null for a tab that is not there, or an area that reaches beyond it. */
export function targetOf(book: Book, reference: Reference, on: Sheet): Target | null {
  const sheet = reference.sheet === null ? on : sheetNamed(book, reference.sheet)
  if (!sheet) return null
  const area = areaOf(reference, sheet)
  const isInside = area.row + area.rows - 1 <= sheet.rows && area.column + area.columns - 1 <= sheet.columns
  return isInside ? { sheet, area } : null
}

export function namedTargetOf(book: Book, name: string): Target | null {
  const named = book.names.find((one) => one.name.toLowerCase() === name.toLowerCase())
  const sheet = named && book.sheets.find(({ id }) => id === named.sheet)
  return sheet ? { sheet, area: named.area } : null
}
