/** The workbook of 初始化模板 on the desk, blank and filled in. */
import { readFileSync } from 'node:fs'
import type { Report } from '../../../src/report'
import { layout } from '../../../src/workbook'
import { OpenBook } from '../../../src/desk/bench'
import { changeCell, newBook, recalculate, sheetNamed } from '../../../src/desk/book'
import type { Book, Cell, Scalar, Sheet } from '../../../src/desk/book'
import { filledWith } from '../../../src/desk/cli/fill-workbook'
import { kept } from '../../support/kept'

/** Of the program that the built files are of. */
declare const __NIANBAO_VERSION__: string
export const version = __NIANBAO_VERSION__

export const clean = JSON.parse(readFileSync('test/fixtures/clean-report.json', 'utf8')) as Report

const request = { unit: clean.unit, year: clean.year }

export const newSpreadsheet = (): Book => newBook('年报', '工作表1')

function make(): string {
  const workbook = new OpenBook(newSpreadsheet(), {
    user: '李',
    version,
    clock: () => new Date('2025-01-06T02:30:00Z'),
  })
  const { error } = workbook.run('initTemplate', [request])
  if (error !== undefined) throw new Error(error)
  return JSON.stringify(workbook.book)
}

export const blankBook = (): Book => JSON.parse(kept('desk-blank-book', request, make)) as Book

/** With every figure and text of a report without errors, and changes made to it. */
export function filledBook(...changes: readonly ((book: Book) => void)[]): Book {
  const book = filledWith(blankBook(), clean)
  for (const change of changes) change(book)
  recalculate(book)
  return book
}

/** Where the layout has a figure. */
export function homeOf(figure: string): { tab: string; row: number; column: number } {
  for (const { key, name, cells } of layout().tabs) {
    const cell = key === 'lastYear' ? undefined : cells.find((one) => one.figure === figure)
    if (cell) return { tab: name, row: cell.row, column: cell.column }
  }
  throw new Error(`no cell for ${figure}`)
}

export function tabOf(book: Book, name: string): Sheet {
  const sheet = sheetNamed(book, name)
  if (!sheet) throw new Error(`no tab ${name}`)
  return sheet
}

export function figureIn(book: Book, figure: string): Cell {
  const { tab, row, column } = homeOf(figure)
  return tabOf(book, tab).cells[`${row},${column}`] ?? {}
}

/** Types over a figure: its looks and note stay, a formula goes. */
export const figure =
  (id: string, value: Scalar) =>
  (book: Book): void => {
    const { tab, row, column } = homeOf(id)
    changeCell(tabOf(book, tab), row, column, { value, formula: undefined })
  }
