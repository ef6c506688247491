import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Book, Cell, Sheet } from '../../../src/desk/book'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { runs } from '../../support/runs'
import { emptySheet, fullBook } from './books'
import { randomBook } from './random-books'

/** Whatever comes goes through the library in pieces of so many cells. */
const piecesOf = (cells: number) => ({ cells: 0, xml: 0, written: cells, read: cells })
const size = fc.integer({ min: 1, max: 12 })

const comment = (id: string, row: number, column: number) => ({
  id,
  sheet: 7,
  row,
  column,
  resolved: false,
  entries: [{ who: '甲', time: '2025-01-02T03:04:00.000Z', text: `第${row}行` }],
})

/** As `fullBook`, with comments, a tall merged area and rows far apart. */
const wideBook: Book = {
  ...fullBook,
  comments: [comment('a', 2, 1), comment('b', 18, 7), comment('c', 6, 2)],
  sheets: fullBook.sheets.map((sheet): Sheet => {
    if (sheet.id !== 9) return sheet
    return {
      ...sheet,
      rows: 5000,
      rowHeights: { 4900: 60 },
      hiddenRows: [30],
      merges: [{ row: 2, column: 4, rows: 9, columns: 2 }],
      cells: {
        ...sheet.cells,
        '2,4': { value: '合并' },
        '10,5': { style: { bold: true } },
        '11,1': { value: ' 𠮷 _x000D_\n', note: '注' },
        '4900,3': { value: 1, style: { wrap: true, border: true } },
        '4901,3': { formula: '=SUM(C1:C4900)', value: { date: 45352 }, style: { numberFormat: 'yyyy-mm-dd' } },
      },
    }
  }),
}

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

type Change = (name: string, text: string) => string

const SHEET = 'xl/worksheets/sheet1.xml'
const onSheet =
  (change: (xml: string) => string): Change =>
  (name, text) =>
    name === SHEET ? change(text) : text
const withRows = (rows: string) =>
  onSheet((xml) => xml.replace(/<sheetData>[^]*<\/sheetData>/, `<sheetData>${rows}</sheetData>`))

async function changed(change: Change): Promise<Uint8Array> {
  const parts = Object.entries(unzipSync(await bookToXlsx(wideBook)))
  return zipSync(Object.fromEntries(parts.map(([name, bytes]) => [name, strToU8(change(name, strFromU8(bytes)))])))
}

const cellsOf = ({ sheets }: Book): Record<string, Cell> => sheets[0]?.cells ?? {}

const shared = (from: number, to: number) =>
  Array.from(
    { length: to - from + 1 },
    (_, at) => `<row r="${from + at}"><c r="C${from + at}"><f t="shared" si="0"/><v>5</v></c></row>`,
  )

const kinds = [
  '<row r="20"><c r="A20" t="str"><v>a&amp;b</v></c><c r="B20" t="e"><v>#N/A</v></c><c r="C20" t="b"><v>1</v></c></row>',
  '<row r="21"><c r="A21" t="inlineStr"><is><t xml:space="preserve"> 字 </t></is></c>',
  '<c r="B21" t="inlineStr"><is><r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r></is></c>',
  '<c t=\'s\' r=\'C21\' ><v>0</v></c><c r="D21" t="s">\n<v> 1 </v>\n</c><c r="E21" t="s"/><c r="F21" t="s"><v/></c>',
  ...['G', 'H', 'I', 'J', 'K'].map((column, at) => `<c r="${column}21" t="s"><v>${[3, 1, 3, 1, 3][at]}</v></c>`),
  '</row>',
  '<row r="22" ht="30" customHeight="true" hidden="true"/>',
  '<row r="23" spans="1:2"><c r="A23" s="0"/><c r="B23"><f>1+1</f></c><c r="C23" t="str"><f>"x"</f><v>x</v></c></row>',
  '<row r="24"><c r="A24" t="d"><v>2024-02-03T00:00:00Z</v></c><c r="B24"><v>1E3</v></c></row>',
].join('')

const changes: [string, Change][] = [
  [
    'with a prefix',
    (name, text) => (/sharedStrings|\/sheet/.test(name) ? text.replace(/<(\/?)(?=[a-z])/gi, '<$1x:') : text),
  ],
  ['without numbers of rows and addresses', onSheet((xml) => xml.replace(/<(row|c) r="\w+"/g, '<$1'))],
  ['without addresses', onSheet((xml) => xml.replace(/<c r="[A-Z]+\d+"/g, '<c'))],
  ['with all kinds of cells', withRows(kinds)],
  [
    'with a value under a merged cell',
    withRows('<row r="4"><c r="A4"><v>1</v></c></row><row r="5"><c r="A5"><v>2</v></c></row>'),
  ],
  ['without rows', onSheet((xml) => xml.replace(/<sheetData>[^]*<\/sheetData>/, '<sheetData/>'))],
  ['without a place for rows', onSheet((xml) => xml.replace(/<sheetData>[^]*<\/sheetData>/, ''))],
  ['with comments in the XML', onSheet((xml) => xml.replaceAll('<row ', '<!-- <row r="1"> --><row '))],
  [
    'with shared formulas',
    withRows(
      [
        '<row r="2"><c r="C2"><f t="shared" ref="C2:C9" si="0">$A2+B2*A$1</f><v>3</v></c></row>',
        ...shared(3, 5),
        '<row r="6"><c r="C6"><f t="shared" ref="C6:C9" si="0">B6*Z$1</f></c></row>',
        ...shared(7, 9),
      ].join(''),
    ),
  ],
  [
    'with phonetic runs beside a shared text',
    (name, text) =>
      name.endsWith('Strings.xml') ? text.replaceAll('</si>', '<rPh sb="0" eb="1"><t>ピン</t></rPh></si>') : text,
  ],
  [
    'with links',
    (name, text) => {
      if (name === SHEET) {
        const link = '<hyperlinks><hyperlink ref="A2" r:id="rId9"/><hyperlink ref="B6" r:id="rId9"/></hyperlinks>'
        return text.replace('<printOptions', `${link}<printOptions`)
      }
      const relation =
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://example.org" TargetMode="External"/>'
      return name.endsWith('sheet1.xml.rels') ? text.replace('</Relationships>', `${relation}</Relationships>`) : text
    },
  ],
  [
    'counting days from 1904',
    (name, text) => (name.endsWith('workbook.xml') ? text.replace('<workbookPr', '<workbookPr date1904="1"') : text),
  ],
  [
    'with another header',
    onSheet((xml) => xml.replace('</worksheet>', '<headerFooter><oddHeader>2</oddHeader></headerFooter></worksheet>')),
  ],
]

describe('a file of another program, piece by piece', () => {
  it.each(changes)('%s, is read as the library reads it at once', async (_, change) => {
    const xlsx = await changed(change)
    const expected = await xlsxToBook(xlsx)
    for (const cells of [1, 3, 1000]) expect(await xlsxToBook(xlsx, piecesOf(cells))).toEqual(expected)
  })

  it('has what the changes say', async () => {
    const read = async (name: string) =>
      cellsOf(await xlsxToBook(await changed(new Map(changes).get(name) ?? String), piecesOf(1)))
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
    await expect(xlsxToBook(await changed(change), piecesOf(100))).rejects.toMatchObject({ name: 'XlsxError', problem })
  })
})
