/** Tabs of a book: new, renamed, moved, deleted. */
import { mapReferences } from './formula/references'
import type { Book, Sheet } from './model'
import { rewriteFormulas } from './structure'

function newSheet(id: number, name: string, rows = 1000, columns = 26): Sheet {
  return {
    id,
    name,
    rows,
    columns,
    frozenRows: 0,
    frozenColumns: 0,
    hidden: false,
    columnWidths: {},
    rowHeights: {},
    hiddenColumns: [],
    hiddenRows: [],
    cells: {},
    merges: [],
    validations: [],
    protections: [],
  }
}

/** A book with one empty tab, as Google makes it. */
export function newBook(title: string, sheetName: string): Book {
  return { title, sheets: [newSheet(0, sheetName)], names: [], properties: {} }
}

/** No other tab has the id while this one is there. The first tab of a book has 0. */
export function insertSheet(book: Book, name: string, index: number): Sheet {
  const id = book.sheets.reduce((highest, sheet) => Math.max(highest, sheet.id), -1) + 1
  const sheet = newSheet(id, name)
  book.sheets.splice(index, 0, sheet)
  return sheet
}

const isNamed = (reference: string | null, sheet: Sheet) => reference?.toLowerCase() === sheet.name.toLowerCase()

/** Formulas keep pointing at the tab. */
export function renameSheet(book: Book, sheet: Sheet, name: string): void {
  rewriteFormulas(book, (formula) =>
    mapReferences(formula, (reference) =>
      isNamed(reference.sheet, sheet) ? { ...reference, sheet: name } : reference,
    ),
  )
  sheet.name = name
}

/** Formulas that read the tab become `#REF!`; its names go with it. */
export function deleteSheet(book: Book, sheet: Sheet): void {
  book.sheets = book.sheets.filter((other) => other !== sheet)
  book.names = book.names.filter((name) => name.sheet !== sheet.id)
  rewriteFormulas(book, (formula) =>
    mapReferences(formula, (reference) => (isNamed(reference.sheet, sheet) ? null : reference)),
  )
}
