import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import type { Book, Cell, Sheet } from '../../../src/desk/book'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { runs } from '../../support/runs'
import { emptySheet, fullBook } from './books'

const part = (xlsx: Uint8Array, name: string): string => strFromU8(unzipSync(xlsx)[name] ?? new Uint8Array())

/** Text as cells hold it: no control characters, which XML has no place for. */
const text = fc
  .string({ unit: fc.constantFrom(...'年报 8８，,"\'&<>\n\t=#/—（）𠮷a'), minLength: 1, maxLength: 12 })
  .filter((value) => !/^#(REF|N\/A)/.test(value))
/** The model is JSON, which has no -0. */
const figure = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, 0.1, -1))
  .map((number) => number + 0)
const value = fc.oneof(
  figure,
  text,
  fc.boolean(),
  fc.integer({ min: 1, max: 80000 }).map((date) => ({ date })),
)
const colour = fc.integer({ min: 1, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`)
const style = fc
  .record(
    {
      background: colour,
      fontColor: colour,
      fontFamily: fc.constantFrom('仿宋_GB2312', 'Arial'),
      fontSize: fc.constantFrom(9, 10.5, 14),
      bold: fc.constant(true),
      italic: fc.constant(true),
      wrap: fc.constant(true),
      horizontal: fc.constantFrom('left' as const, 'center' as const, 'right' as const),
      vertical: fc.constantFrom('top' as const, 'middle' as const),
      numberFormat: fc.constantFrom('0', '#,##0.00', '@', 'yyyy-mm-dd'),
      border: fc.constant(true),
    },
    { requiredKeys: [] },
  )
  .filter((each) => Object.keys(each).length > 0)

/** A number in a date's format is a date, and a date needs one: that much a file decides by the format. */
function consistent(cell: Cell): Cell {
  const isDate = typeof cell.value === 'object'
  const numberFormat = isDate
    ? 'yyyy-mm-dd'
    : cell.style?.numberFormat === 'yyyy-mm-dd'
      ? '0'
      : cell.style?.numberFormat
  if (numberFormat === undefined) return cell
  return { ...cell, style: { ...cell.style, numberFormat } }
}

const cell: fc.Arbitrary<Cell> = fc
  .oneof(
    fc.record({ value, style, note: text }, { requiredKeys: ['value'] }),
    fc.record({ formula: fc.constantFrom('=SUM(A1:B2)', '=A1-B2', '=\'a b\'!C3&"<"'), value: figure }),
    fc.record({ style }),
  )
  .map(consistent)

const sheet = (id: number, name: string): fc.Arbitrary<Sheet> =>
  fc
    .dictionary(
      fc
        .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 8 }))
        .map(([row, column]) => `${row},${column}`),
      cell,
      { maxKeys: 12 },
    )
    .map((cells) => ({ ...emptySheet(id, name), cells: { ...cells } }))

const book: fc.Arbitrary<Book> = fc.record({
  title: fc.string({ maxLength: 20 }),
  sheets: fc.tuple(sheet(0, '填报说明'), sheet(5, "a'b、c")).map((sheets) => [...sheets]),
  names: fc.constant([{ name: '表二', sheet: 5, area: { row: 2, column: 3, rows: 4, columns: 2 } }]),
  properties: fc.dictionary(fc.string({ minLength: 1 }), fc.string({ maxLength: 50 })).map((each) => ({ ...each })),
})

describe('Book → .xlsx → Book', () => {
  it('keeps one of everything that the model holds', async () => {
    expect(await xlsxToBook(await bookToXlsx(fullBook))).toEqual(fullBook)
  })

  it('keeps whatever stands in the cells', async () => {
    await fc.assert(
      fc.asyncProperty(book, async (given) => {
        expect(await xlsxToBook(await bookToXlsx(given))).toEqual(given)
      }),
      runs(60),
    )
  })

  it('keeps properties beyond what one cell holds', async () => {
    const properties = { marks: '年𠮷\n'.repeat(30000) }
    expect((await xlsxToBook(await bookToXlsx({ ...fullBook, properties }))).properties).toEqual(properties)
  })

  it('gives the same bytes for the same workbook', async () => {
    const bytes = await bookToXlsx(fullBook)
    expect(Buffer.from(await bookToXlsx(fullBook)).equals(bytes)).toBe(true)
  })
})

describe('the file as a spreadsheet program sees it', () => {
  const print = { '三、依申请公开': { orientation: 'landscape', fitToHeight: 1, repeatRows: 3 } } as const

  // A page is what fitting means where the file says nothing about it.
  it('prints on A4, fitted to the width, with the header rows repeated', async () => {
    const xlsx = await bookToXlsx(fullBook, print)
    expect(part(xlsx, 'xl/worksheets/sheet1.xml')).toContain('<pageSetup paperSize="9" orientation="landscape"/>')
    expect(part(xlsx, 'xl/workbook.xml')).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">&apos;三、依申请公开&apos;!$1:$3</definedName>',
    )
  })

  it('has a link that works there, one validation a range, and a box that shows the whole note', async () => {
    const xlsx = await bookToXlsx(fullBook)
    const tab = part(xlsx, 'xl/worksheets/sheet1.xml')
    expect(tab).toContain('HYPERLINK(&quot;#&apos;校验结果&apos;!B5&quot;,&quot;查看 B5&quot;)')
    expect([...tab.matchAll(/sqref="([A-Z0-9:]+)"><formula1/g)].map(([, range]) => range)).toEqual([
      'B2:B3',
      'B4',
      'A8:B8',
      'D8:E9',
    ])
    expect(part(xlsx, 'xl/drawings/vmlDrawing1.vml')).toContain('width:240pt;height:110pt')
  })

  it('has rows high enough for wrapped text, left to the program to fit anew', async () => {
    const cells = {
      '2,1': { value: '一二三四五六七八九十'.repeat(3), style: { wrap: true } },
      '3,1': { value: '一二三四五六七八九十'.repeat(3) },
      '4,1': { value: '8', style: { wrap: true } },
      '4,2': { value: '藏'.repeat(99), style: { wrap: true } },
    }
    const sheet = { ...emptySheet(1, '校验结果'), columnWidths: { 1: 140 }, hiddenColumns: [2], cells }
    const tall = { ...fullBook, sheets: [sheet], names: [] }
    const xlsx = await bookToXlsx(tall)
    // Thirty characters of 13⅓ pixels in 134 pixels: three lines of 18 pixels and a margin.
    expect(part(xlsx, 'xl/worksheets/sheet1.xml').match(/<row [^>]*>/g)).toEqual([
      '<row r="2" ht="45" spans="1:1">',
      '<row r="3" spans="1:1">',
      '<row r="4" spans="1:2">',
    ])
    expect((await xlsxToBook(xlsx)).sheets[0]?.rowHeights).toEqual({})
  })

  it('is protected without a password where the tab is protected as a whole', async () => {
    const xlsx = await bookToXlsx(fullBook)
    expect(part(xlsx, 'xl/worksheets/sheet1.xml')).toContain('<sheetProtection sheet="1" ')
    expect(part(xlsx, 'xl/worksheets/sheet1.xml')).not.toContain('hashValue')
    expect(part(xlsx, 'xl/worksheets/sheet2.xml')).not.toContain('sheetProtection')
  })
})

describe('a text that a cell of .xlsx cannot hold', () => {
  it('is refused with its place', async () => {
    const long = { ...emptySheet(0, '一、总体情况'), cells: { '3,2': { value: '字'.repeat(32768) } } }
    const given = { title: '', sheets: [long], names: [], properties: {} }
    await expect(bookToXlsx(given)).rejects.toMatchObject({
      problem: 'longText',
      message: '“一、总体情况” B3 的文字超过 32767 字，.xlsx 的一个单元格放不下。请缩短后再保存。',
    })
  })
})
