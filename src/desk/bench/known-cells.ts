/** What each cell of the workbook is, in the words of the form. */
import { checkTabs, knownCells } from '../../actions'
import type { KnownCell } from '../../actions'
import { readWorkbook } from '../../workbook'
import type { Book } from '../book'
import { readBook } from './read'

interface Place {
  /** Sheet.id */
  sheet: number
  row: number
  column: number
}

export function knownCellsIn(book: Book): (place: Place) => KnownCell {
  const { tabs, names } = readBook(book, { values: [...checkTabs, 'log'] })
  const known = knownCells(readWorkbook({ tabs, names }))
  const tabOf = new Map(book.sheets.map(({ id, name }) => [id, name]))
  return ({ sheet, row, column }) => known(tabOf.get(sheet) ?? '', { row, column })
}
