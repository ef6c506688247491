/** Workbooks of ours as other programs could have written them. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Book, Sheet } from '../../../src/desk/book'
import { bookToXlsx } from '../../../src/desk/xlsx'
import { fullBook } from './books'

const comment = (id: string, row: number, column: number) => ({
  id,
  sheet: 7,
  row,
  column,
  resolved: false,
  entries: [{ who: '甲', time: '2025-01-02T03:04:00.000Z', text: `第${row}行` }],
})

/** As `fullBook`, with comments, a tall merged area and rows far apart. */
export const wideBook: Book = {
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

export type Change = (name: string, text: string) => string

const SHEET = 'xl/worksheets/sheet1.xml'
export const onSheet =
  (change: (xml: string) => string): Change =>
  (name, text) =>
    name === SHEET ? change(text) : text
export const withRows = (rows: string) =>
  onSheet((xml) => xml.replace(/<sheetData>[^]*<\/sheetData>/, `<sheetData>${rows}</sheetData>`))

export async function changedFile(change: Change): Promise<Uint8Array> {
  const parts = Object.entries(unzipSync(await bookToXlsx(wideBook)))
  return zipSync(Object.fromEntries(parts.map(([name, bytes]) => [name, strToU8(change(name, strFromU8(bytes)))])))
}

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

export const changes: [string, Change][] = [
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
