import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { runs } from '../../support/runs'
import { emptySheet, fullBook } from './books'
import { randomBook } from './random-books'

const part = (xlsx: Uint8Array, name: string): string => strFromU8(unzipSync(xlsx)[name] ?? new Uint8Array())

describe('Book → .xlsx → Book', () => {
  it('keeps one of everything that the model holds', async () => {
    expect(await xlsxToBook(await bookToXlsx(fullBook))).toEqual(fullBook)
  })

  it('keeps whatever stands in the cells', async () => {
    await fc.assert(
      fc.asyncProperty(randomBook, async (given) => {
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
