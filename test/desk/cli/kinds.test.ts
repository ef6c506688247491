import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { documentOf, toDocx, toHtml, toText } from '../../../src/document'
import { decoded } from '../../../src/desk/cli/decode'
import { fileKind } from '../../../src/desk/cli/file-kind'
import { openSource } from '../../../src/desk/cli/source'
import { printReport } from '../../../src/report'
import { csvOf } from '../../intake/csv/csv-of'
import { clean } from '../../intake/sources'
import { paintedReport } from '../../support/painted-report'
import { pdfFile } from '../../support/pdf-file'
import { temporaryFolder } from './command'

const folder = temporaryFolder()
const document = documentOf(clean)

/** 一、总体情况 */
const line = '一、总体情况'
const gbk = Buffer.from('d2bba1a2d7dccce5c7e9bff6', 'hex')
const inPage = (charset: string, bytes: Buffer) => Buffer.concat([Buffer.from(`<meta charset=${charset}>`), bytes])

describe('the encodings that text comes in', () => {
  it.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(line), line],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${line}`), line],
    ['UTF-16', Buffer.from(`\ufeff${line}`, 'utf16le'), line],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${line}`, 'utf16le').swap16(), line],
    ['UTF-16 without a mark', Buffer.from(`<p>1 2 3</p>${line}`, 'utf16le'), `<p>1 2 3</p>${line}`],
    ['GB 18030', gbk, line],
    ['GBK in a page that says so', inPage('gb2312', gbk), `<meta charset=gb2312>${line}`],
    ['GBK in a page that says UTF-8', inPage('utf-8', gbk), `<meta charset=utf-8>${line}`],
    ['UTF-8 in a page that says GBK', inPage('gbk', Buffer.from(line)), `<meta charset=gbk>${line}`],
    [
      'Big5 in a page that says so',
      inPage('big5', Buffer.from('a440a142c160c5e9b1a1aa70', 'hex')),
      '<meta charset=big5>一、總體情況',
    ],
    ['nothing but ASCII', Buffer.from('1 2 3'), '1 2 3'],
  ])('%s', (_, bytes, text) => {
    expect(decoded(bytes)).toEqual(text)
  })

  it('keeps what can be read of a text that was cut within a character', () => {
    expect(decoded(Buffer.from(line.repeat(20)).subarray(0, -1))).toBe(`${line.repeat(20).slice(0, -1)}\ufffd`)
  })
})

const zip = (name: string) => Buffer.from(zipSync({ [name]: strToU8('x') }))
const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(stream, 'utf16le')])

describe('what a file is, whatever it is called', () => {
  it.each<[string, Buffer, string]>([
    ['a.docx', zip('word/document.xml'), 'docx'],
    ['a.zip', zip('word/document.xml'), 'docx'],
    ['a.xlsx', zip('xl/workbook.xml'), 'xlsx'],
    ['a.docx', zip('xl/workbook.xml'), 'xlsx'],
    ['a.zip', zip('readme.txt'), 'binary'],
    ['a.odt', zip('mimetypeapplication/vnd.oasis.opendocument.text'), 'odt'],
    ['a.xls', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'ods'],
    ['a.odp', zip('mimetypeapplication/vnd.oasis.opendocument.presentation'), 'openDocument'],
    ['a.ods', Buffer.from(zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('x') })), 'ods'],
    ['a.ofd', zip('OFD.xml'), 'ofd'],
    ['a.et', compound('Workbook'), 'xls'],
    ['a.xls', compound('Book'), 'xls'],
    ['a.wps', compound('WordDocument'), 'doc'],
    ['a.xls', compound('WordDocument'), 'doc'],
    ['a.doc', Buffer.from('PK\u0003\u0004word/document.xml'), 'docx'],
    ['a.xls', compound('Workbook'), 'xls'],
    ['a.doc', compound('WordDocument'), 'doc'],
    ['a.docx', compound('EncryptedPackage'), 'encrypted'],
    ['a.html', Buffer.from('%PDF-1.4'), 'pdf'],
    ['behind-a-blank.txt', Buffer.from('\r\n%PDF-1.4'), 'pdf'],
    ['behind-a-head.txt', Buffer.from('Content-Type: application/pdf\r\n\r\n%PDF-1.4\n1 0 obj\n'), 'pdf'],
    ['of-pdf.txt', Buffer.from('说明：文件以 %PDF-1.4 开头的，是 PDF。'), 'text'],
    ['of-pdf.html', Buffer.from('<html><p>%PDF-1.7</p></html>'), 'html'],
    ['a.txt', Buffer.from('89504e470d0a1a0a', 'hex'), 'picture'],
    ['a.txt', Buffer.from('a\0b\0\0\0c'), 'binary'],
    ['a.doc', Buffer.from('{\\rtf1'), 'rtf'],
    ['a.mht', Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related;'), 'webArchive'],
    ['a.xml', Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?>'), 'officeXml'],
    ['a.txt', Buffer.from('<!DOCTYPE html><html>'), 'html'],
    ['a.xls', Buffer.from('<html><table><tr><td>'), 'html'],
    ['a.html', Buffer.from('规章'), 'html'],
    ['a.txt', Buffer.from('规章\t1'), 'text'],
    ['a.md', Buffer.from('| 规章 | 1 |'), 'text'],
    ['a.csv', Buffer.from('规章,1,2,3'), 'csv'],
    ['a.csv', Buffer.from('<html><table><tr><td>'), 'html'],
    ['a.xls', Buffer.from('规章,1,2,3\n'.repeat(8)), 'csv'],
    ['a.txt', Buffer.from('规章,1,2,3\n'.repeat(7)), 'text'],
    ['a', Buffer.from('规章'), 'text'],
    ['a.txt', Buffer.from(' {"edition": 1}'), 'json'],
    ['a.json', Buffer.from('规章'), 'json'],
  ])('%s', (name, bytes, expected) => {
    const found = fileKind(name, bytes)
    expect(found.kind === 'refused' ? found.as : found.kind).toBe(expected)
  })
})

/** The bytes of each character in GB 18030 that takes two of them. */
function twoBytes(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const bytes = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1)
      bytes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail])
  }
  return bytes
}

function inGb18030(text: string): Uint8Array {
  const known = twoBytes()
  const codeOf = (sign: string): readonly number[] => (sign < '\u0080' ? [sign.charCodeAt(0)] : (known.get(sign) ?? []))
  return Uint8Array.from([...text].flatMap((sign) => [...codeOf(sign)]))
}

describe('a published report as a file', () => {
  it.each<[string, Uint8Array | string]>([
    ['a.docx', toDocx(document)],
    ['renamed.xlsx', toDocx(document)],
    ['a.pdf', pdfFile(paintedReport(clean))],
    ['saved-as.docx', pdfFile(paintedReport(clean))],
    ['a.html', toHtml(document)],
    ['saved-as.txt', toHtml(document)],
    ['really-a-page.xls', toHtml(document)],
    ['utf-16.htm', Buffer.from(`\ufeff${toHtml(document)}`, 'utf16le')],
    ['a.txt', toText(document)],
    ['a.md', toText(document)],
    ['a.json', printReport(clean)],
  ])('%s is the same report', async (name, content) => {
    writeFileSync(join(folder, name), content)
    const { report, findings } = await openSource(join(folder, name))
    expect(report).toEqual(clean)
    expect(findings).toEqual([])
  })

  it.each<[string, Uint8Array | string]>([
    ['a.csv', csvOf(clean)],
    ['with-a-mark.csv', `\ufeff${csvOf(clean)}`],
    ['gb18030.csv', inGb18030(csvOf(clean))],
    ['really-commas.xls', csvOf(clean)],
  ])('%s of cells parted by commas is the same report', async (name, content) => {
    writeFileSync(join(folder, name), content)
    const { report, findings } = await openSource(join(folder, name))
    expect(report).toEqual(clean)
    expect(findings).toEqual([])
  })

  it.each([
    ['a.xls', 'report.xls'],
    ['a.et', 'report.xls'],
    ['renamed.xlsx', 'report.xls'],
    ['a.ods', 'report.ods'],
    ['renamed.xls', 'report.ods'],
  ])('%s is the same report, tables of several widths below one another', async (name, content) => {
    writeFileSync(join(folder, name), readFileSync(join('test/desk/files', content)))
    const { report, findings } = await openSource(join(folder, name))
    // A sheet holds the number of 12.50.
    expect(report).toEqual({ ...clean, figures: { ...clean.figures, 'table2.fees.amount': 12.5 } })
    // The caption of the first table repeats the title above it.
    expect(findings.map(({ rule }) => rule)).toEqual(['READ.SECTION_TWICE'])
  })

  it('with broken characters says so and is read', async () => {
    const bytes = Buffer.from(toText(document))
    bytes[bytes.indexOf('不够及时')] = 0xff
    writeFileSync(join(folder, 'broken.txt'), bytes)
    const { report, findings } = await openSource(join(folder, 'broken.txt'))
    expect(report.figures).toEqual(clean.figures)
    expect(findings.map(({ rule, message }) => [rule, message.slice(0, 23)])).toEqual([
      ['READ.ENCODING', '有 3 处字符无法辨认（第一处：“题及改进情况'],
    ])
  })
  it('of data that another system exported is read by its names', async () => {
    const results = { maintain: 1, correct: 0, other: 2, unfinished: 0, total: 3 }
    const table4 = { review: results, litigationDirect: results, litigationPostReview: results }
    writeFileSync(join(folder, 'export.txt'), JSON.stringify({ table_4: table4 }))
    const { report, findings } = await openSource(join(folder, 'export.txt'))
    expect(report.figures).toMatchObject({ 'table4.review.upheld': 1, 'table4.review.otherOutcome': 2 })
    expect(findings.map(({ rule }) => rule)).toContain('READ.EXPORT')
  })
})
