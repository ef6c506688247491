import { describe, expect, it } from '@jest/globals'
import { Workbook } from '@cj-tech-master/excelts'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import type { XlsxProblem } from '../../../src/desk/xlsx'
import { fullBook } from './books'

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)
const compound = (text: string): Uint8Array =>
  Buffer.concat([bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), Buffer.from(text, 'utf16le')])

async function workbookOf(tabs: readonly string[]): Promise<Uint8Array> {
  const workbook = new Workbook()
  for (const tab of tabs) workbook.addWorksheet(tab).getCell('A1').value = 1
  return workbook.xlsx.writeBuffer()
}

async function changed(name: string, part: string): Promise<Uint8Array> {
  return zipSync({ ...unzipSync(await bookToXlsx(fullBook)), [name]: strToU8(part) })
}

const cases: [string, () => Uint8Array | Promise<Uint8Array>, XlsxProblem][] = [
  ['an empty file', () => bytes(), 'empty'],
  ['a text file', () => strToU8('年报'), 'notZip'],
  ['an .xls of the old kind', () => compound('Workbook'), 'oldFormat'],
  ['an encrypted workbook', () => compound('EncryptedPackage'), 'encrypted'],
  ['the first half of a workbook', async () => (await bookToXlsx(fullBook)).slice(0, 3000), 'truncated'],
  ['all but the last bytes', async () => (await bookToXlsx(fullBook)).slice(0, -30), 'truncated'],
  ['a .docx renamed', () => zipSync({ 'word/document.xml': strToU8('<w/>') }), 'word'],
  ['another zip', () => zipSync({ 'readme.txt': strToU8('x') }), 'notWorkbook'],
  ['a file that unpacks to 100 MB', () => zipSync({ 'xl/workbook.xml': new Uint8Array(1e8) }), 'tooLarge'],
  ['a workbook of someone else', () => workbookOf(['Sheet1', '预算']), 'notOurs'],
  [
    'a workbook with a few bytes changed',
    async () => (await bookToXlsx(fullBook)).map((byte, index) => (index > 200 && index < 220 ? byte ^ 0xff : byte)),
    'damaged',
  ],
  ['a workbook whose tab is no XML', () => changed('xl/worksheets/sheet1.xml', '<worksheet><row'), 'damaged'],
]

describe('a file that is no workbook of ours', () => {
  it.each(cases)('%s', async (_, make, problem) => {
    await expect(xlsxToBook(await make())).rejects.toMatchObject({ name: 'XlsxError', problem })
  })
})

describe('a workbook downloaded from Google, with nothing of ours but its tabs', () => {
  it('is read', async () => {
    const book = await xlsxToBook(await workbookOf(['填报说明', '基本信息', '三、依申请公开', '我的']))
    expect(book.sheets.map(({ id, name }) => [id, name])).toEqual([
      [1, '填报说明'],
      [2, '基本信息'],
      [3, '三、依申请公开'],
      [4, '我的'],
    ])
    expect(book.properties).toEqual({})
  })
})
