import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { Workbook } from '@cj-tech-master/excelts'
import { root } from '../freshness.mjs'
import { byLibreOffice } from '../pdf/make.mjs'

/** The published table of a document, typed into a workbook that is not ours. */
async function foreignWorkbook(text) {
  const workbook = new Workbook()
  const tab = workbook.addWorksheet('年报')
  text.split('\n').forEach((line, row) => {
    line.split('\t').forEach((cell, column) => {
      if (cell !== '') tab.getCell(row + 1, column + 1).value = /^\d{1,9}$/.test(cell) ? Number(cell) : cell
    })
  })
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** What is mutated: one report in every kind of file. `isZip`: its parts are mutated too. */
export async function bases(library, report, ownWorkbook) {
  const document = library.documentOf(report)
  const text = library.toText(document)
  const bytes = (content) => Buffer.from(strToU8(content))
  return [
    { kind: 'text', name: 'fuzz.txt', bytes: bytes(text), weight: 4 },
    { kind: 'html', name: 'fuzz.html', bytes: bytes(library.toHtml(document)), weight: 6 },
    { kind: 'docx', name: 'fuzz.docx', bytes: Buffer.from(library.toDocx(document)), isZip: true, weight: 6 },
    { kind: 'json', name: 'fuzz.json', bytes: bytes(JSON.stringify(report)), weight: 2 },
    { kind: 'xlsx', name: 'fuzz.xlsx', bytes: ownWorkbook, isZip: true, weight: 1 },
    { kind: 'xlsx', name: 'foreign.xlsx', bytes: await foreignWorkbook(text), isZip: true, weight: 1 },
  ]
}

const kept = (name) => readFileSync(join(root, 'test/desk/files', name))

/** Kinds with a reader that is loaded when they come. */
export const others = (report, csvOf) => [
  { kind: 'xls', name: 'fuzz.xls', bytes: kept('report.xls') },
  { kind: 'ods', name: 'fuzz.ods', bytes: kept('report.ods'), isZip: true },
  { kind: 'csv', name: 'fuzz.csv', bytes: Buffer.from(csvOf(report)) },
]

/** Kinds that LibreOffice reads for us, which makes them too. */
export function converted(library, report) {
  const docx = Buffer.from(library.toDocx(library.documentOf(report)))
  return ['doc', 'rtf', 'odt'].map((kind) => {
    const [bytes] = byLibreOffice([docx], 'docx', kind)
    return { kind, name: `fuzz.${kind}`, bytes, isZip: kind === 'odt' }
  })
}

const MB = 1_000_000
const repeated = (piece, length) => Buffer.from(strToU8(piece.repeat(Math.ceil(length / piece.length))))
const cellRow = (tag) => `<tr>${`<td>${tag}</td>`.repeat(8)}</tr>`
const docx = (body) => Buffer.from(zipSync({ 'word/document.xml': body }, { level: 6 }))
const sheet = (rows) => {
  const xml = (text) => strToU8(`<?xml version="1.0"?>${text}`)
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const link = (type, target) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/${type}" Target="${target}"/></Relationships>`
  return Buffer.from(
    zipSync(
      {
        '_rels/.rels': xml(link('officeDocument', 'xl/workbook.xml')),
        'xl/_rels/workbook.xml.rels': xml(link('worksheet', 'worksheets/sheet1.xml')),
        'xl/workbook.xml': xml(
          `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
        ),
        'xl/worksheets/sheet1.xml': xml(`<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`),
      },
      { level: 1 },
    ),
  )
}
const rowsOf = (count) =>
  Array.from(
    { length: count },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c><c r="B${i + 1}"><v>2</v></c></row>`,
  ).join('')

const entities = (count) =>
  `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: count }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`).join('')}]>`

/** Files that are huge, or become so, each made when its turn comes. */
export const giants = [
  ['text, 50 MB of one line', 'text', () => repeated('全年公开信息 70 余条，', (50 * MB) / 2.4)],
  [
    'text, 100,000 rows',
    'text',
    () => Buffer.from(strToU8('政府信息公开工作年度报告\n' + '其他\t1\t2\t3\t4\t5\t6\t7\n'.repeat(100_000))),
  ],
  ['text, 50 MB of tabs', 'text', () => repeated('\t', 50 * MB)],
  ['text, 5 MB of tabs', 'text', () => repeated('\t', 5 * MB)],
  ['json, 50 MB of brackets', 'json', () => repeated('[', 50 * MB)],
  ['json, 1 MB of brackets', 'json', () => repeated('[', MB - 1)],
  ['html, 6 MB of tags', 'html', () => repeated('<p>甲</p>', 4 * MB)],
  ['html, 1 MB of tables in tables', 'html', () => repeated('<table><tr><td>1', MB)],
  ['json, 50 MB of text', 'json', () => Buffer.from(`{"edition":"2021","figures":{},"unit":"${'a'.repeat(50 * MB)}"}`)],
  ['html, 50 MB of tags', 'html', () => repeated('<p>甲</p>', (50 * MB) / 1.4)],
  ['html, 50 MB in one attribute', 'html', () => Buffer.from(`<p title="${'a'.repeat(50 * MB)}">一、总体情况</p>`)],
  ['html, 50 MB of open tags', 'html', () => repeated('<b><i>', 50 * MB)],
  ['html, 50 MB of tables in tables', 'html', () => repeated('<table><tr><td>1', 50 * MB)],
  [
    'html, 100,000 rows',
    'html',
    () => Buffer.from(`<p>一、总体情况</p><table>${cellRow('1').repeat(100_000)}</table>`),
  ],
  [
    'html, spans of 65,534 rows',
    'html',
    () =>
      Buffer.from(
        `<table><tr>${'<td rowspan=65534 colspan=1000>1'.repeat(500)}${cellRow('1').repeat(100_000)}</table>`,
      ),
  ],
  ['html, an entity bomb', 'html', () => Buffer.from(`${entities(60)}<p>&a60;</p>`)],
  ['docx, a bomb of 1 GB', 'docx', () => docx(new Uint8Array(1000 * MB))],
  ['docx, 30 MB of paragraphs', 'docx', () => docx(repeated('<w:p><w:r><w:t>1</w:t></w:r></w:p>', 30 * MB))],
  [
    'docx, 100,000 rows',
    'docx',
    () =>
      docx(
        Buffer.from(
          `<w:tbl>${'<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc/></w:tr>'.repeat(100_000)}</w:tbl>`,
        ),
      ),
  ],
  ['docx, an entity bomb', 'docx', () => docx(strToU8(`${entities(60)}<w:p><w:r><w:t>&a60;</w:t></w:r></w:p>`))],
  [
    'xlsx, a bomb of 1 GB',
    'xlsx',
    () => Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(1000 * MB) }, { level: 6 })),
  ],
  ['xlsx, 100,000 rows', 'xlsx', () => sheet(rowsOf(100_000))],
  ['xlsx, 400,000 cells', 'xlsx', () => sheet(rowsOf(200_000))],
  ['xlsx, a cell at the far end', 'xlsx', () => sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')],
  ['xlsx, an entity bomb', 'xlsx', () => sheet(`</sheetData></worksheet>${entities(60)}<a>&a60;</a>`)],
]
