import type { WorkbookSnapshot } from '../../workbook'
import { namesOf, valuesOf } from '../bench'
import type { Book } from '../book'

/** The workbook as the core reads it. */
export const snapshotOf = (book: Book): WorkbookSnapshot => ({
  tabs: book.sheets.map((sheet) => ({ name: sheet.name, values: valuesOf(sheet) })),
  names: namesOf(book),
})
