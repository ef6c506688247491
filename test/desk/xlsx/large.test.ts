import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import type { Book, Cell } from '../../../src/desk/book'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { runs } from '../../support/runs'
import { emptySheet } from './books'
import { changedFile, changes, onSheet, wideBook, withRows } from './changed-files'
import type { Change } from './changed-files'
import { randomBook } from './random-books'

/** Whatever comes goes through the library in pieces of so many cells. */
const piecesOf = (cells: number) => ({ cells: 0, xml: 0, written: cells, read: cells })
const size = fc.integer({ min: 1, max: 12 })

describe('a workbook that goes through the library piece by piece', () => {
  it.each([1, 2, 5, 1000])(
    'is written and read as the library does it at once, in pieces of %i cells',
    async (cells) => {
      const sizes = piecesOf(cells)
      const written = await bookToXlsx(wideBook, {}, sizes)
      expect(await xlsxToBook(await bookToXlsx(wideBook))).toEqual(wideBook)
      expect(await xlsxToBook(written)).toEqual(wideBook)
      expect(await xlsxToBook(written, sizes)).toEqual(wideBook)
      expect(await xlsxToBook(await bookToXlsx(wideBook), sizes)).toEqual(wideBook)
    },
  )

  it('keeps whatever stands in the cells', async () => {
    await fc.assert(
      fc.asyncProperty(randomBook, size, async (given, cells) => {
        const sizes = piecesOf(cells)
        const written = await bookToXlsx(given, {}, sizes)
        expect(await xlsxToBook(written)).toEqual(given)
        expect(await xlsxToBook(written, sizes)).toEqual(given)
        expect(await xlsxToBook(await bookToXlsx(given), sizes)).toEqual(given)
      }),
      runs(40),
    )
  })

  it('has the rows that the library writes at once, and the same bytes each time', async () => {
    const print = { '三、依申请公开': { orientation: 'landscape', fitToHeight: 1, repeatRows: 3 } } as const
    const once = unzipSync(await bookToXlsx(wideBook, print))
    const xlsx = await bookToXlsx(wideBook, print, piecesOf(3))
    const parts = unzipSync(xlsx)
    expect(Object.keys(parts).sort()).toEqual(Object.keys(once).sort())
    for (const name of ['xl/workbook.xml', 'xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml', '[Content_Types].xml']) {
      expect(strFromU8(parts[name] ?? new Uint8Array())).toBe(strFromU8(once[name] ?? new Uint8Array()))
    }
    const bare = (xml: string) => xml.replace(/ s="\d+"/g, '').replace(/<dimension [^>]*>/, '')
    for (const name of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet3.xml']) {
      expect(bare(strFromU8(parts[name] ?? new Uint8Array()))).toBe(bare(strFromU8(once[name] ?? new Uint8Array())))
    }
    expect(Buffer.from(await bookToXlsx(wideBook, print, piecesOf(3))).equals(xlsx)).toBe(true)
  })

  it('refuses a text that a cell cannot hold with its place', async () => {
    const long = { ...emptySheet(0, '一、总体情况'), cells: { '3,2': { value: '字'.repeat(32768) } } }
    const given = { title: '', sheets: [long], names: [], properties: {} }
    await expect(bookToXlsx(given, {}, piecesOf(1))).rejects.toMatchObject({ problem: 'longText' })
  })
})

const cellsOf = ({ sheets }: Book): Record<string, Cell> => sheets[0]?.cells ?? {}

describe('a file of another program, piece by piece', () => {
  it.each(changes)('%s, is read as the library reads it at once', async (_, change) => {
    const xlsx = await changedFile(change)
    const expected = await xlsxToBook(xlsx)
    for (const cells of [1, 3, 1000]) expect(await xlsxToBook(xlsx, piecesOf(cells))).toEqual(expected)
  })

  it('has what the changes say', async () => {
    const read = async (name: string) =>
      cellsOf(await xlsxToBook(await changedFile(new Map(changes).get(name) ?? String), piecesOf(1)))
    const cells = await read('with all kinds of cells')
    expect(['20,1', '20,2', '20,3', '21,1', '21,2', '24,2'].map((key) => cells[key]?.value)).toEqual([
      'a&b',
      '#N/A',
      true,
      ' 字 ',
      '甲乙',
      1000,
    ])
    const formulas = await read('with shared formulas')
    expect([2, 3, 5, 6, 7, 9].map((row) => formulas[`${row},3`]?.formula)).toEqual([
      '=$A2+B2*A$1',
      '=$A3+B3*A$1',
      '=$A5+B5*A$1',
      '=B6*Z$1',
      '=B7*Z$1',
      '=B9*Z$1',
    ])
  })
})

describe('a large file that cannot be read', () => {
  it.each<[string, string, Change]>([
    [
      'whose texts are gone',
      'damaged',
      (name, text) => (name.endsWith('Strings.xml') ? text.replace(/<si>[^]*<\/si>/, '') : text),
    ],
    ['whose rows do not end', 'damaged', onSheet((xml) => xml.slice(0, xml.indexOf('</sheetData>')))],
    ['whose rows are no XML', 'damaged', withRows('<row r="1"><c r="A1"')],
    ['with four million rows', 'tooLarge', withRows('<row/>'.repeat(4_000_001))],
  ])('%s', async (_, problem, change) => {
    await expect(xlsxToBook(await changedFile(change), piecesOf(100))).rejects.toMatchObject({
      name: 'XlsxError',
      problem,
    })
  })
})
