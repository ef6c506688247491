import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  cellAt,
  cellKey,
  changeLines,
  deleteSheet,
  insertSheet,
  recalculate,
  renameSheet,
  sheetNamed,
} from '../../src/desk/book'
import type { Book } from '../../src/desk/book'
import { figures, identities } from '../../src/form'
import { derivedTotals, emptyReport, numberOf, totals, type Report } from '../../src/report'
import { freshness, layout, readWorkbook, reportWrites, tabContents } from '../../src/workbook'
import type { ReadValue, TabKey, WorkbookSnapshot } from '../../src/workbook'
import { tabNames } from '../../src/words/tabs'
import { runs } from '../support/runs'

const { tabs } = layout()
const inputs = figures.filter(({ kind }) => kind === 'input')

/** The layout in the desk's workbook, whose formulas compute as those of Google Sheets do. */
function freshBook(): Book {
  const book: Book = { title: '', sheets: [], names: [], properties: {} }
  tabs.forEach((tab, index) => {
    const sheet = insertSheet(book, tab.name, index)
    tabContents(tab).forEach((line, r) => line.forEach((content, c) => put(book, tab.key, r + 1, c + 1, content)))
    for (const { name, area } of tab.names) book.names.push({ name, sheet: sheet.id, area: { ...area } })
  })
  recalculate(book)
  return book
}

function sheetOf(book: Book, key: TabKey) {
  const sheet = sheetNamed(book, tabNames[key])
  if (!sheet) throw new Error(`no tab ${key}`)
  return sheet
}

function put(book: Book, key: TabKey, row: number, column: number, content: ReadValue): void {
  const { cells } = sheetOf(book, key)
  if (content === '') Reflect.deleteProperty(cells, cellKey(row, column))
  else if (typeof content === 'string' && content.startsWith('=')) cells[cellKey(row, column)] = { formula: content }
  else cells[cellKey(row, column)] = { value: content }
}

function valueAt(book: Book, key: TabKey, row: number, column: number): ReadValue {
  const value = cellAt(sheetOf(book, key), row, column)?.value ?? ''
  return typeof value === 'object' ? String(value.date) : value
}

function read(book: Book): WorkbookSnapshot {
  return {
    tabs: tabs
      .filter(({ name }) => sheetNamed(book, name))
      .map(({ key, name, rows, columns }) => ({
        name,
        values: Array.from({ length: rows }, (_, r) =>
          Array.from({ length: columns }, (__, c) => valueAt(book, key, r + 1, c + 1)),
        ),
      })),
    names: book.names.map(({ name, sheet, area }) => ({
      name,
      tab: book.sheets.find(({ id }) => id === sheet)?.name ?? '',
      area,
    })),
  }
}

function fill(book: Book, report: Report): void {
  for (const { tab, row, column, values } of reportWrites(report, readWorkbook(read(book)), false).areas) {
    values.forEach((line, r) => line.forEach((value, c) => put(book, tab, row + r, column + c, value)))
  }
  recalculate(book)
}

const filled: Report = totals({
  ...emptyReport('某某局', 2024),
  figures: Object.fromEntries(inputs.map(({ id }, i) => [id, i])),
  narrative: { overview: '第一段\n第二段', problems: '问题', other: '没有其他事项' },
})

describe('the formulas of the workbook', () => {
  const figure = fc.oneof({ weight: 3, arbitrary: fc.nat(99_999_999) }, { weight: 1, arbitrary: fc.constant(null) })

  it('compute every total as the report does, and leave the total of a blank row blank', () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: inputs.length, maxLength: inputs.length }), (values) => {
        const report = {
          ...emptyReport('某某局', 2024),
          figures: Object.fromEntries(inputs.map(({ id }, i) => [id, values[i] ?? null])),
        }
        const book = freshBook()
        fill(book, report)
        const computed = readWorkbook(read(book)).report.figures
        for (const [id, total] of Object.entries(derivedTotals(report))) expect([id, computed[id]]).toEqual([id, total])
      }),
      runs(5),
    )
  })

  it('leave all totals and differences of a fresh workbook blank', () => {
    const book = freshBook()
    expect(Object.values(readWorkbook(read(book)).report.figures).filter((value) => value !== null)).toEqual([])
    expect([4, 5, 6, 7, 8, 9, 10].map((column) => valueAt(book, 'table3', 32, column))).toEqual(Array(7).fill(''))
  })

  it('show beneath table 3 what each column is out of balance by', () => {
    const book = freshBook()
    fill(book, filled)
    const balances = identities.filter(({ family }) => family === 'T3.BALANCE')
    const sum = (terms: (typeof balances)[number]['left']) =>
      terms.reduce((total, { cell }) => total + (numberOf(filled.figures[cell]) ?? 0), 0)
    const shown = balances.map((_, i) => valueAt(book, 'table3', 32, 4 + i))
    expect(shown).toEqual(balances.map(({ left, right }) => sum(left) - sum(right)))
  })

  it.each([
    ['a figure of one kind of applicants', 9, 4, '12件', [4, 10]],
    ['a figure that stands in the identity itself', 8, 5, '无', [5, 10]],
    ['a total typed over', 7, 10, '约20', [10]],
  ])('say beneath table 3 which columns cannot be computed: a text in %s', (_, row, column, text, unknown) => {
    const book = freshBook()
    fill(book, filled)
    put(book, 'table3', row, column, text)
    recalculate(book)
    const shown = [4, 5, 6, 7, 8, 9, 10].filter((at) => valueAt(book, 'table3', 32, at) === '有文字未算')
    expect(shown).toEqual(unknown)
  })

  it.each([
    ['', '', '（请先在“基本信息”填写单位名称）'],
    ['某某局', '', '某某局'],
    ['某某局', 2024, '某某局2024年度'],
  ])('head each table with unit %j and year %j', (unit, year, expected) => {
    const book = freshBook()
    put(book, 'basics', 3, 2, unit)
    put(book, 'basics', 4, 2, year)
    recalculate(book)
    expect(valueAt(book, 'table2', 2, 1)).toBe(expected)
  })
})

describe('the banner of 校验结果', () => {
  const FRESH = '校验之后数据没有改动。'
  const STALE = '校验之后数据有改动，请重新校验。'
  const LAYOUT = '版面有改动，请重新校验。'

  /** A workbook right after a check. */
  function checked(): Book {
    const book = freshBook()
    fill(book, filled)
    put(book, 'table2', 17, 2, 12.34)
    put(book, 'table3', 7, 5, '８件')
    recalculate(book)
    const snapshot = read(book)
    const { copy, row, column, banner } = freshness(readWorkbook(snapshot), snapshot)
    copy.forEach((line, r) => line.forEach((text, c) => put(book, 'findings', row + r, column + c, text)))
    put(book, 'findings', banner.row, banner.column, banner.formula)
    return book
  }

  it.each<[string, (book: Book) => void, string]>([
    ['nothing', () => undefined, FRESH],
    ['an opinion written', (book) => put(book, 'findings', 6, 8, '已核对'), FRESH],
    ['a telephone number written', (book) => put(book, 'basics', 7, 2, '0371'), FRESH],
    ['a tab renamed', (book) => renameSheet(book, sheetOf(book, 'table3'), '申请'), FRESH],
    ['a figure changed', (book) => put(book, 'table3', 9, 4, 999), STALE],
    ['a figure cleared', (book) => put(book, 'table3', 9, 4, ''), STALE],
    ['0 in a blank cell', (book) => put(book, 'lastYear', 25, 4, 0), STALE],
    ['a word in a narrative', (book) => put(book, 'other', 5, 2, '没有'), STALE],
    ['a paragraph below a narrative', (book) => put(book, 'problems', 30, 2, '又'), STALE],
    ['another year', (book) => put(book, 'basics', 4, 2, 2025), STALE],
    ['another unit', (book) => put(book, 'basics', 3, 2, '某某街道'), STALE],
    ['a label overwritten', (book) => put(book, 'table3', 9, 2, 5), STALE],
    [
      'a row inserted',
      (book) => changeLines(book, sheetOf(book, 'table3'), { axis: 'row', kind: 'insert', at: 10, count: 1 }),
      LAYOUT,
    ],
    [
      'a column deleted',
      (book) => changeLines(book, sheetOf(book, 'table4'), { axis: 'column', kind: 'delete', at: 3, count: 1 }),
      LAYOUT,
    ],
    ['a tab deleted', (book) => deleteSheet(book, sheetOf(book, 'table4')), LAYOUT],
  ])('after %s', (_, change, expected) => {
    const book = checked()
    change(book)
    recalculate(book)
    expect(valueAt(book, 'findings', 3, 1)).toBe(expected)
  })
})
