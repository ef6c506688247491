/** Checks a text that a person is writing against the workbook, without changing it. */
import { checkTabs, checkText } from '../../actions'
import type { TextCheck } from '../../actions'
import type { Book } from '../book'
import { readBook } from './read'

/** Null: there is no such tab. */
export function checkTextIn(
  book: Book,
  { sheet, row, column, text }: { sheet: number; row: number; column: number; text: string },
): TextCheck | null {
  const tab = book.sheets.find(({ id }) => id === sheet)?.name
  if (tab === undefined) return null
  const { tabs, names } = readBook(book, { values: checkTabs })
  return checkText({ tabs, names }, { tab, row, column, text })
}
