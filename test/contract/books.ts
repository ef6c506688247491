/** The workbooks that scenarios begin with. */
import { cellAt, changeLines, contentsFor, deleteSheet, newBook, recalculate, renameSheet } from '../../src/desk/book'
import type { Book, Scalar, Sheet } from '../../src/desk/book'
import { blankBook, clean, filledBook, sheetOf, type, typeFigure } from '../google/office'
import { tabNames } from '../../src/words/tabs'

export const tabs = tabNames

/** A workbook with changes made to it, its formulas up to date. */
export function changed(book: Book, ...changes: readonly ((book: Book) => void)[]): Book {
  for (const change of changes) change(book)
  recalculate(book)
  return book
}

export const figure =
  (id: string, value: Scalar | null) =>
  (book: Book): void =>
    typeFigure(book, id, value)

export const text =
  (tab: string, value: Scalar | null, row = 5) =>
  (book: Book): void =>
    type(book, { tab, row, column: 2 }, value)

export const newSpreadsheet = (): Book => newBook('年报', '工作表1')

/** A total that was typed and is wrong, and two figures in another writing. */
export const faulty = (): Book =>
  changed(
    filledBook(),
    figure('table4.review.total', 9),
    figure('table3.granted.research', '０'),
    figure('table2.licensing.decisions', '12件'),
  )

/** Something wrong on every tab that is checked. */
export const faultyEverywhere = (): Book =>
  changed(
    filledBook(),
    figure('table2.licensing.decisions', '12件'),
    figure('table2.penalties.decisions', -1),
    figure('table3.received.enterprise', 2.5),
    figure('table3.granted.total', 99),
    figure('table3.granted.research', '３'),
    figure('table4.review.corrected', null),
    figure('table4.review.pending', '/'),
    figure('table4.directLitigation.total', 7),
    text(tabs.problems, null),
  )

/** Totals typed over: two as the sum would have it, one with another figure, one emptied. */
export const typedTotals = (): Book =>
  changed(
    filledBook(),
    figure('table3.received.total', 8),
    figure('table4.review.total', '1'),
    figure('table3.concluded.naturalPerson', 12),
    figure('table4.directLitigation.total', null),
  )

export const insertedRow = (tab: string, at: number) => (book: Book) =>
  changeLines(book, sheetOf(book, tab), { axis: 'row', kind: 'insert', at, count: 1 })

export const insertedColumn = (tab: string, at: number) => (book: Book) =>
  changeLines(book, sheetOf(book, tab), { axis: 'column', kind: 'insert', at, count: 1 })

export const deletedRow = (tab: string, at: number) => (book: Book) =>
  changeLines(book, sheetOf(book, tab), { axis: 'row', kind: 'delete', at, count: 1 })

export const deletedTab = (tab: string) => (book: Book) => deleteSheet(book, sheetOf(book, tab))

export const renamedTab = (from: string, to: string) => (book: Book) => renameSheet(book, sheetOf(book, from), to)

export function withoutNames(book: Book): void {
  book.names = []
}

export function withoutLocks(book: Book): void {
  for (const sheet of book.sheets) sheet.protections = []
}

export const overwrittenLabel = (tab: string, row: number, column: number, value: Scalar | null) => (book: Book) =>
  type(book, { tab, row, column }, value)

/** Three threads on cells, the second of them resolved. */
export function comments(book: Book): void {
  const on = (tab: string, row: number, column: number, resolved: boolean, ...texts: string[]) => ({
    ...{ id: `${tab}-${row}`, sheet: sheetOf(book, tab).id, row, column, resolved },
    about: contentsFor(cellAt(sheetOf(book, tab), row, column)),
    entries: texts.map((said) => ({ who: '王五', time: '2025-01-05T02:30:00Z', text: said })),
  })
  book.comments = [
    on(tabs.table3, 7, 4, false, '请与台账核对', '已核对，等复核'),
    on(tabs.table3, 8, 4, true, '已改'),
    on(tabs.overview, 5, 2, false, '<b>“稳步推进”</b>太空'),
  ]
}

/** A spreadsheet of somebody else's with one of our names. */
export function foreign(): Book {
  const book = newBook('通讯录', tabs.basics)
  sheetOf(book, tabs.basics).cells['1,1'] = { value: '本单位通讯录' }
  return book
}

/** A tab of the office's own among ours. */
export function ownTab(book: Book): void {
  const [sheet] = newBook('', '台账').sheets
  if (sheet) book.sheets.push({ ...(sheet as Sheet), id: 50, cells: { '1,1': { value: '自己的' } } })
}

export const sources = {
  clean: { name: 'clean.json', kind: 'json', content: JSON.stringify(clean) },
  lastYear: { name: '上年.json', kind: 'json', content: JSON.stringify({ ...clean, year: (clean.year ?? 0) - 1 }) },
} as const

export { blankBook, clean, filledBook }
