import { describe, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { documentOf, toDocx } from '../../../src/document'
import { readSource } from '../../../src/intake'
import { docxSource } from '../../../src/intake/docx/docx-blocks'
import { clean } from '../sources'
import { cell, docxOf, paragraph as p, row, run, table } from './parts'

/** Paragraphs as they are, rows with bars between their cells. */
const lines = (docx: Uint8Array): string[] => docxSource(docx).blocks.map(({ cells }) => cells.join('|'))

const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const box = (text: string) => `<w:txbxContent>${p(run(text))}</w:txbxContent>`

const cases: [string, string, string[]][] = [
  ['runs', p(run('收到申请 ') + run('8') + run(' 件')), ['收到申请 8 件']],
  ['breaks', p(run('某某局') + '<w:r><w:br/></w:r>' + run('2024年')), ['某某局', '2024年']],
  [
    'tabs between and tab stops',
    p(run('规章') + '<w:r><w:tab/></w:r>' + run('1'), '<w:tabs><w:tab w:pos="9"/></w:tabs>'),
    ['规章|1'],
  ],
  ['a tab at the start', p('<w:r><w:tab/></w:r>' + run('一、总体情况')), ['一、总体情况']],
  ['hyphens', p(run('a') + '<w:r><w:softHyphen/><w:noBreakHyphen/></w:r>' + run('b')), ['a-b']],
  ['characters of XML', p(run('&lt;8&amp;&#57;&gt;')), ['<8&9>']],
  ['hidden text', p(run('1') + run('2', '<w:vanish/>') + run('3', '<w:vanish w:val="0"/>')), ['13']],
  ['a hidden paragraph mark', p(run('甲'), '<w:rPr><w:vanish/></w:rPr>'), ['甲']],
  [
    'tracked changes',
    p(
      `${run('1')}<w:del w:id="1"><w:r><w:delText>2</w:delText><w:t>2</w:t></w:r></w:del><w:ins w:id="2">${run('3')}</w:ins>`,
    ),
    ['13'],
  ],
  ['moved text', p(`<w:moveFrom>${run('1')}</w:moveFrom><w:moveTo>${run('2')}</w:moveTo>`), ['2']],
  ['fields', p(run('第') + field(' PAGE ', run('3')) + run('页')), ['第3页']],
  [
    'a table of contents',
    p(field('TOC \\o "1-3"', run('一、总体情况') + '</w:p><w:p>' + run('二、其他'))) + p(run('正文')),
    ['正文'],
  ],
  [
    'content controls',
    `<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>${p(run('甲'))}</w:sdtContent></w:sdt>`,
    ['甲'],
  ],
  [
    'a control that still shows its prompt',
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p(run('单击输入'))}</w:sdtContent></w:sdt>${p(run('甲'))}`,
    ['甲'],
  ],
  [
    'a text box, once',
    p(
      `${run('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('框')}</mc:Choice>` +
        `<mc:Fallback><w:pict>${box('框')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('后')}`,
    ),
    ['框', '前后'],
  ],
  [
    'a text box of old programs',
    p(`<w:r><mc:AlternateContent><mc:Fallback>${box('框')}</mc:Fallback></mc:AlternateContent></w:r>`),
    ['框'],
  ],
  [
    'pronunciation',
    p(`<w:r><w:ruby><w:rt>${run('hàn')}</w:rt><w:rubyBase>${run('汉')}</w:rubyBase></w:ruby></w:r>`),
    ['汉'],
  ],
  ['other prefixes', '<ns0:p><ns0:r><ns0:t>甲</ns0:t></ns0:r></ns0:p>', ['甲']],
  ['empty elements', '<w:p/><w:tbl><w:tr><w:tc/></w:tr></w:tbl><w:p><w:r><w:t/></w:r></w:p>', []],
  ['spans', table(row(cell('a', 'gridSpan=2') + cell('1')), row(cell('b') + cell('c') + cell('2'))), ['a||1', 'b|c|2']],
  [
    'merges over rows',
    table(row(cell('a', 'vMerge=restart') + cell('b') + cell('1')), row(cell('x', 'vMerge') + cell('c') + cell('2'))),
    ['a|b|1', '|c|2'],
  ],
  [
    'columns left out at the ends',
    table(
      row(cell('a') + cell('b') + cell('1')),
      row(cell('c') + cell('2'), '<w:gridBefore w:val="1"/>'),
      row(cell('d') + cell('3'), '<w:gridAfter w:val="1"/>'),
    ),
    ['a|b|1', '|c|2', 'd|3|'],
  ],
  ['a deleted row', table(row(cell('a') + cell('1')), row(cell('b') + cell('2'), '<w:del w:id="1"/>')), ['a|1']],
  [
    'paragraphs in a cell',
    table(row(`<w:tc>${p(run('一、'))}${p(run('本年新收'))}</w:tc>${cell('1')}`)),
    ['一、本年新收|1'],
  ],
  [
    'a table in a layout table',
    table(row(`<w:tc>${p(run('甲'))}${table(row(cell('a') + cell('1')))}${p(run('乙'))}</w:tc>`)),
    ['甲', 'a|1', '乙'],
  ],
  [
    'a column of no width, as LibreOffice leaves it',
    table(
      row(cell('甲', 'gridSpan=2') + cell('乙', 'gridSpan=3')),
      row(cell('1') + cell('2', 'gridSpan=2') + cell('3') + cell('4')),
    ),
    ['甲|乙||', '1|2|3|4'],
  ],
]

describe('a Word document as lines', () => {
  it.each(cases)('%s', (_, body, expected) => {
    expect(lines(docxOf(body))).toEqual(expected)
  })

  it('has no headers, footers and notes', () => {
    const note = `<w:footnotes>${p(run('脚注 8'))}</w:footnotes>`
    expect(lines(docxOf(p(run('甲')), { 'word/footer1.xml': note, 'word/footnotes.xml': note }))).toEqual(['甲'])
  })

  it('is found where the package says', () => {
    const rels =
      '<Relationships><Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>'
    const other = `<w:document>${p(run('乙'))}</w:document>`
    expect(lines(docxOf(p(run('甲')), { '_rels/.rels': rels, 'word/document2.xml': other }))).toEqual(['乙'])
  })
})

const level = (at: number, format: string, text: string, start = 1) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering =
  `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}` +
  `${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%1.%3')}${level(3, 'bullet', '●')}` +
  '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>' +
  '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num></w:numbering>'
const styles =
  '<w:styles><w:style w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
  '<w:style w:styleId="a"><w:basedOn w:val="1"/></w:style></w:styles>'
const listed = (text: string, at: number, list = 1) =>
  p(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)

describe('automatic numbers', () => {
  const numbered = (body: string) => lines(docxOf(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles }))

  it('count on, begin anew below a new number, and restart where a list says so', () => {
    expect(
      numbered(
        [listed('甲', 0), listed('子', 1), listed('丑', 1), listed('寅', 2), listed('乙', 0), listed('卯', 1)].join(
          '',
        ) +
          listed('点', 3) +
          listed('丙', 0, 2),
      ),
    ).toEqual(['一、甲', '（一）子', '（二）丑', '一.1寅', '二、乙', '（一）卯', '点', '十一、丙'])
  })

  it('come from a style, and from the one it is based on', () => {
    const styled = (text: string, style: string) => p(run(text), `<w:pStyle w:val="${style}"/>`)
    expect(numbered(styled('甲', '1') + styled('乙', 'a') + styled('丙', 'none'))).toEqual(['一、甲', '二、乙', '丙'])
  })
})

describe('the number of a list', () => {
  const last = (format: string, count: number) => {
    const list =
      `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, format, '%1.', count)}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    return lines(docxOf(listed('甲', 0), { 'word/numbering.xml': list }))
  }

  it.each<[string, number, string]>([
    ['lowerRoman', 4, 'iv.甲'],
    ['lowerRoman', 48, 'xlviii.甲'],
    ['upperRoman', 1994, 'MCMXCIV.甲'],
    ['upperRoman', 4000, '4000.甲'],
    ['chineseLegalSimplified', 3, '叁.甲'],
    ['chineseLegalSimplified', 12, '壹拾贰.甲'],
    ['chineseCounting', 12, '十二.甲'],
    ['chineseCounting', 30, '三十.甲'],
    ['ideographDigital', 10, '一〇.甲'],
    ['ideographTraditional', 11, '甲.甲'],
    ['ideographZodiac', 2, '丑.甲'],
    ['decimalEnclosedCircle', 20, '⑳.甲'],
    ['decimalEnclosedParen', 1, '⑴.甲'],
    ['decimalEnclosedFullstop', 21, '21.甲'],
    ['lowerLetter', 26, 'z.甲'],
    ['lowerLetter', 27, 'aa.甲'],
    ['upperLetter', 54, 'BBB.甲'],
    ['hebrew1', 5, '5.甲'],
    ['none', 5, '甲'],
    ['bullet', 5, '甲'],
  ])('in the format %s, %i', (format, count, expected) => {
    expect(last(format, count)).toEqual([expected])
  })
})

/** A directory that says `size` for a part that is larger. */
function lying(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  for (let at = copy.indexOf('PK\u0001\u0002'); at >= 0; at = copy.indexOf('PK\u0001\u0002', at + 4)) {
    copy.writeUInt32LE(10, at + 24)
  }
  return copy
}

const bomb = docxOf('', { 'word/document.xml': ' '.repeat(40_000_000) })
const problems: [string, () => Uint8Array, string][] = [
  ['an empty file', () => new Uint8Array(), 'empty'],
  ['text', () => strToU8('年报'), 'notWord'],
  ['another archive', () => zipSync({ 'readme.txt': strToU8('x') }), 'notWord'],
  [
    'a .doc',
    () => Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('WordDocument', 'utf16le')]),
    'oldFormat',
  ],
  [
    'a document with a password',
    () => Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'encrypted',
  ],
  ['the first half of a document', () => toDocx(documentOf(clean)).slice(0, 4000), 'truncated'],
  [
    'a document with a byte changed',
    () => toDocx(documentOf(clean)).map((byte, i) => (i === 2000 ? byte ^ 1 : byte)),
    'damaged',
  ],
  ['a part that unpacks to 40 MB', () => bomb, 'tooLarge'],
  ['the same, its size denied', () => lying(bomb), 'tooLarge'],
]

describe('a file that is no Word document', () => {
  it.each(problems)('%s', (_, make, problem) => {
    const bytes = make()
    expect(() => readSource(bytes, 'docx')).toThrow(expect.objectContaining({ name: 'UnreadableSourceError', problem }))
  })

  it('with entities that multiply is read without them', () => {
    const xml = `<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:p><w:r><w:t>&b;甲</w:t></w:r></w:p>`
    expect(lines(docxOf('', { 'word/document.xml': xml }))).toEqual(['&b;甲'])
  })
})
