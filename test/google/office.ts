/** An office's workbook at Google: made by the bundle itself, then filled in. */
import { readFileSync } from 'node:fs'
import type { Report } from '../../src/report'
import { layout, type TabKey } from '../../src/workbook'
import {
  changeLines,
  recalculate,
  type Book,
  type Cell,
  type LineChange,
  type Scalar,
  type Sheet,
} from '../../src/desk/book'
import { openHost, readScriptFiles, type Host, type RunResult } from './double'
import { newBook } from '../../src/desk/book'
import { kept } from '../support/kept'

export const scripts = readScriptFiles()

const clock = { now: new Date('2025-01-06T02:30:00Z'), user: 'zhang@example.gov.cn' }

export function officeOf(book: Book): Host {
  return openHost({ book, ...clock, ...scripts })
}

export const newOffice = (): Host => officeOf(newBook('年报', '工作表1'))

/** What a run did, or its error thrown. */
export function run(host: Host, name: string, ...values: unknown[]): RunResult {
  const result = host.run(name, values)
  if (result.error) throw new Error(result.error.message)
  return result
}

export const clean = JSON.parse(readFileSync('test/fixtures/clean-report.json', 'utf8')) as Report

let made: string | null = null

/** A workbook fresh from 初始化模板. */
export function blankBook(): Book {
  const request = { unit: clean.unit, year: clean.year }
  made ??= kept('blank-book', request, () => {
    const host = newOffice()
    run(host, 'initTemplate', request)
    return JSON.stringify(host.book())
  })
  return JSON.parse(made) as Book
}

export function sheetOf(book: Book, name: string): Sheet {
  const sheet = book.sheets.find((one) => one.name === name)
  if (!sheet) throw new Error(`no tab ${name}`)
  return sheet
}

const { tabs } = layout()

const tabOf = (key: TabKey) => {
  const tab = tabs.find((one) => one.key === key)
  if (!tab) throw new Error(`no tab ${key}`)
  return tab
}

/** The name of a tab and the key of a cell in it, where the layout has a figure. */
export function homeOf(figure: string, lastYear = false): { tab: string; row: number; column: number } {
  const keys: TabKey[] = lastYear ? ['lastYear'] : ['table2', 'table3', 'table4']
  for (const tab of keys.map(tabOf)) {
    const cell = tab.cells.find((one) => one.figure === figure)
    if (cell) return { tab: tab.name, row: cell.row, column: cell.column }
  }
  throw new Error(`no cell for ${figure}`)
}

export function cellOf(book: Book, at: { tab: string; row: number; column: number }): Cell {
  return sheetOf(book, at.tab).cells[`${at.row},${at.column}`] ?? {}
}

export const figureCell = (book: Book, figure: string): Cell => cellOf(book, homeOf(figure))

/** Types over a cell, as a person would: its looks and note stay, a formula goes. */
export function type(book: Book, at: { tab: string; row: number; column: number }, value: Scalar | null): void {
  const { note, style } = cellOf(book, at)
  const rest = { ...(note !== undefined && { note }), ...(style && { style }) }
  sheetOf(book, at.tab).cells[`${at.row},${at.column}`] = value === null ? rest : { ...rest, value }
}

export function typeFigure(book: Book, figure: string, value: Scalar | null): void {
  type(book, homeOf(figure), value)
}

export function noteFigure(book: Book, figure: string, note: string): void {
  const at = homeOf(figure)
  sheetOf(book, at.tab).cells[`${at.row},${at.column}`] = { ...cellOf(book, at), note }
}

const textPlace = (key: TabKey) => ({ tab: tabOf(key).name, row: 5, column: 2 })

let filled: string | null = null

/** A workbook with every figure and text of a report; totals stay formulas. */
export function filledBook(report: Report = clean): Book {
  if (report !== clean) return filledWith(report)
  filled ??= JSON.stringify(filledWith(clean))
  return JSON.parse(filled) as Book
}

function filledWith(report: Report): Book {
  const book = blankBook()
  for (const key of ['table2', 'table3', 'table4'] as const) {
    for (const { figure, isInput } of tabOf(key).cells) {
      if (figure === undefined || !isInput) continue
      const value = report.figures[figure] ?? null
      typeFigure(book, figure, typeof value === 'object' && value !== null ? value.raw : value)
    }
  }
  for (const key of ['overview', 'problems', 'other'] as const) type(book, textPlace(key), report.narrative[key])
  recalculate(book)
  return book
}

export function changeTab(book: Book, tab: string, change: LineChange): Book {
  changeLines(book, sheetOf(book, tab), change)
  recalculate(book)
  return book
}

/** The list of 校验结果, a row a finding. */
export function listed(
  book: Book,
  tab = '校验结果',
): Record<'severity' | 'place' | 'message' | 'advice' | 'opinion', string>[] {
  const { cells } = sheetOf(book, tab)
  const text = (row: number, column: number) => String(cells[`${row},${column}`]?.value ?? '')
  const rows: number[] = []
  for (let row = 6; text(row, 4) !== '' || text(row, 8) !== ''; row++) rows.push(row)
  return rows.map((row) => ({
    severity: text(row, 2),
    place: text(row, 3),
    message: text(row, 4),
    advice: text(row, 6),
    opinion: text(row, 8),
  }))
}

/** Cells that carry one of our colours or notes: `tab cell`. */
export function marked(book: Book): { painted: string[]; noted: string[] } {
  const every = book.sheets.flatMap((sheet) =>
    Object.entries(sheet.cells).map(([key, cell]) => ({ at: `${sheet.name} ${key}`, cell })),
  )
  const isOurs = (colour: string | undefined) => colour === '#f4b6b6' || colour === '#ffd966'
  return {
    painted: every
      .filter(({ cell }) => isOurs(cell.style?.background))
      .map(({ at }) => at)
      .sort(),
    noted: every
      .filter(({ cell }) => cell.note?.includes('【校验】'))
      .map(({ at }) => at)
      .sort(),
  }
}

export const total = ({ counts }: RunResult): number => Object.values(counts).reduce((sum, count) => sum + count, 0)

/** A book as places and what is there; the order in which cells, names and ids came to be is left out. */
function places(book: Book): Map<string, string> {
  const nameOf = (id: number) => book.sheets.find((sheet) => sheet.id === id)?.name
  return new Map([
    ...book.sheets.flatMap(({ cells, ...sheet }, index): [string, string][] => [
      ...Object.entries({ ...sheet, id: 0 }).map(([field, value]): [string, string] => [
        `${index} ${field}`,
        JSON.stringify(value),
      ]),
      ...Object.entries(cells).map(([cell, value]): [string, string] => [`${index} ${cell}`, sorted(value)]),
    ]),
    ...book.names.map(({ name, sheet, area }): [string, string] => [name, JSON.stringify([nameOf(sheet), area])]),
    ...Object.entries(book.properties),
  ])
}

const sorted = (cell: Cell): string =>
  JSON.stringify([cell.value, cell.formula, cell.note, Object.entries(cell.style ?? {}).sort()])

/** Where a book differs from this one, the first few places. */
export function differencesFrom(other: Book): (one: Book) => string[] {
  const there = places(other)
  return (one) => {
    const here = places(one)
    const all = [...new Set([...here.keys(), ...there.keys()])]
    const differing = all.filter((place) => here.get(place) !== there.get(place))
    return differing.slice(0, 8).map((place) => `${place}: ${here.get(place)} / ${there.get(place)}`)
  }
}

export const differences = (one: Book, other: Book): string[] => differencesFrom(other)(one)
