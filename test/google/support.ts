/** A workbook as the core reads it. */
import { readWorkbook, type WorkbookReading, type WorkbookSnapshot } from '../../src/workbook'
import type { Book } from '../../src/desk/book'

function snapshotOf(book: Book): WorkbookSnapshot {
  const tabs = book.sheets.map(({ name, cells, rows, columns }) => ({
    name,
    values: Array.from({ length: Math.min(rows, 80) }, (_, r) =>
      Array.from({ length: columns }, (__, c) => {
        const value = cells[`${r + 1},${c + 1}`]?.value ?? ''
        return typeof value === 'object' ? '' : value
      }),
    ),
  }))
  const tabOf = (id: number) => book.sheets.find((sheet) => sheet.id === id)?.name ?? ''
  return { tabs, names: book.names.map(({ name, sheet, area }) => ({ name, tab: tabOf(sheet), area })) }
}

export const readWorkbookOf = (book: Book): WorkbookReading => readWorkbook(snapshotOf(book))
