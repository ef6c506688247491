import { describe, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { readSource } from '../../src/intake'
import { docxSource } from '../../src/intake/docx/docx-blocks'
import { cell, docxOf, paragraph, row, run, table } from './docx/parts'

const TITLE = '某市某局2025年政府信息公开工作年度报告'
const HEADS = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']
const ISSUED = 'table2.regulations.issued'

interface Seen {
  value: unknown
  next: unknown
  told: string[]
}

/** The first figure and the next one, and what is told with the figure's cell. */
function seen({ report, findings }: ReturnType<typeof readSource>): Seen {
  const told = findings.filter(({ rule }) => /^READ\.(?:MARK|STRUCK|HIDDEN)$/.test(rule))
  return {
    value: report.figures[ISSUED],
    next: report.figures['table2.regulations.repealed'],
    told: told.map(({ rule, cells }) => `${rule} ${cells.map(({ id }) => id).join()}`),
  }
}

function inPage(content: string, css = ''): Seen {
  const rows = [HEADS, ['规章', content, '2', '3'], ['行政规范性文件', '4', '5', '6']]
  const cells = rows.map((texts) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')
  const page = `<style>${css}</style><h1>${TITLE}</h1><p>一、总体情况</p><p>二、主动公开政府信息情况</p><table>${cells}</table>`
  return seen(readSource(page, 'html'))
}

const STYLES = `<w:styles xmlns:w="x"><w:style w:type="character" w:styleId="Note"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Based"><w:basedOn w:val="Note"/></w:style>
  <w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`

function inDocx(runs: string, properties = ''): Seen {
  const own = `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(runs)}</w:tc>`
  const texts = (all: readonly string[]) => all.map((text) => cell(text)).join('')
  const tables = table(
    row(texts(HEADS)),
    row(cell('规章') + own + texts(['2', '3'])),
    row(texts(['行政规范性文件', '4', '5', '6'])),
  )
  const heads = [TITLE, '一、总体情况', '二、主动公开政府信息情况'].map((text) => paragraph(run(text))).join('')
  return seen(readSource(docxOf(heads + tables, { 'word/styles.xml': STYLES }), 'docx'))
}

const noted = (raw: string): Seen => ({ value: { raw, value: 1234 }, next: 2, told: [`READ.MARK ${ISSUED}`] })
const struck: Seen = { value: 1234, next: 2, told: [`READ.STRUCK ${ISSUED}`] }
const hidden: Seen = { value: 1234, next: 2, told: [`READ.HIDDEN ${ISSUED}`] }
const plain: Seen = { value: 1234, next: 2, told: [] }

describe('a figure of a web page', () => {
  it.each<[string, Seen, string?]>([
    ['1234<sup>1</sup>', noted('1234¹')],
    ['1234<sup>[1]</sup>', noted('1234[¹]')],
    ['1234<sup>①</sup>', noted('1234①')],
    ['1234<sub>2</sub>', noted('1234₂')],
    ['1234*', noted('1234*')],
    ['1234<a href="#n"><sup>1</sup></a>', noted('1234¹')],
    ['1234<span style="vertical-align:super;font-size:8px">1</span>', noted('1234¹')],
    ['1234<span class="n">1</span>', noted('1234¹'), '/* notes */ .n{vertical-align:super}'],
    ...['0.5em', '.5em', '+3px', '50%', '5px', 'top', 'text-top'].map((align): [string, Seen] => [
      `1234<span style="vertical-align:${align}">1</span>`,
      noted('1234¹'),
    ]),
    ['1234<span style="position:relative;top:-4.0pt;mso-text-raise:4.0pt">1</span>', noted('1234¹')],
    ['1234<span style="position:relative;bottom:.4em">1</span>', noted('1234¹')],
    ['1234<span style="position:relative;top:3px">2</span>', noted('1234₂')],
    ['1234<span style="vertical-align:-0.2em">2</span>', noted('1234₂')],
    ['<span style="vertical-align:0">1234</span>', plain],
    ['<span style="vertical-align:baseline;position:relative;top:0">1234</span>', plain],
    ['<span style="display:inline-block;vertical-align:top">1234</span>', plain],
    ['<s>12</s>1234', struck],
    ['<strike>12</strike>1234', struck],
    ['<del>12</del><ins>1234</ins>', struck],
    ['12<s>9</s>34', struck],
    ['<p><s>99</s></p><p>1234</p>', struck],
    ['<span style="text-decoration: line-through">12</span>1234', struck],
    ['<span class="a k">12</span>1234', struck, 'i, span.k { text-decoration: line-through }'],
    ['1234<span style="display:none">5</span>', hidden],
    ['1234<span class="h">5</span>', hidden, '.h{display:none}'],
    ['1234<span style="font-size:0">5</span>', hidden],
    ['1234<span style="visibility:hidden">5</span>', hidden],
    ['1234<font color="#FFFFFF">5</font>', hidden],
    ['1234<span style="opacity:0">5</span>', hidden],
    ...[
      'color:hsl(0,0%,100%)',
      'color:hsl(120 100% 100% / .5)',
      'color:rgba(255,255,255,.01)',
      'color:rgba(255,255,255,.5)',
      'color:rgba(0,0,0,.01)',
      'color:rgb(100%,100%,100%)',
      'color:oklch(100% 0 0)',
      'opacity:.01',
      'position:absolute;clip:rect(0 0 0 0)',
      'position:absolute;clip:rect(1px,1px,1px,1px)',
      'position:absolute;top:-9999px',
      'clip-path:inset(50%)',
      'display:inline-block;width:0;height:0;overflow:hidden',
      'position:absolute;width:1px;overflow:hidden',
    ].map((style): [string, Seen] => [`1234<span style="${style}">5</span>`, hidden]),
    ...[
      'color:hsl(0,0%,20%)',
      'color:var(--letters)',
      'color:rgba(0,0,0,.65)',
      'opacity:.9',
      'clip-path:none',
      'width:0;overflow:hidden',
      'background:rgba(0,0,0,.05);color:#000',
    ].map((style): [string, Seen] => [`12<span style="${style}">34</span>`, plain]),
    ['<span style="background:#03c;color:#fff">1234</span>', plain],
    ['<div style="font-size:0"><span style="font-size:14px">1234</span></div>', plain],
    ['1234<span class="h"></span>', plain, '@media print{.h{display:none}}'],
    ['<select><option>1<option selected>1234</select>', plain],
    ['<input value="1234">', plain],
    ['<textarea rows="1">1234</textarea>', plain],
    ['<s>12</s>', { value: null, next: 2, told: [`READ.STRUCK ${ISSUED}`] }],
  ])('%s', (...[content, expected, css]) => {
    // Not parameters of their own: for one that a row lacks jest hands over `done` and waits for it.
    expect(inPage(content, css)).toEqual(expected)
  })

  it('of a hidden table is told', () => {
    const { findings } = readSource(
      `<h1>${TITLE}</h1><p>一、总体情况</p><div style="display:none"><table><tr><td>规章</td><td>8</td></tr></table></div>`,
      'html',
    )
    expect(findings.map(({ rule }) => rule)).toContain('READ.HIDDEN')
  })
})

describe('a figure of a Word document', () => {
  it.each<[string, string, Seen, string?]>([
    ['a raised mark', run('1234') + run('1', '<w:vertAlign w:val="superscript"/>'), noted('1234¹')],
    ['a mark raised by its position', run('1234') + run('1', '<w:position w:val="6"/>'), noted('1234¹')],
    ['a mark raised by its style', run('1234') + run('1', '<w:rStyle w:val="Note"/>'), noted('1234¹')],
    ['a mark raised by the style below its own', run('1234') + run('1', '<w:rStyle w:val="Based"/>'), noted('1234¹')],
    ['struck digits', run('99', '<w:strike/>') + run('1234'), struck],
    ['digits struck twice', run('99', '<w:dstrike w:val="1"/>') + run('1234'), struck],
    ['a strike that is off', run('1234', '<w:strike w:val="0"/>'), plain],
    ['hidden digits', run('1234') + run('5', '<w:vanish/>'), hidden],
    ['digits hidden by their style', run('1234') + run('5', '<w:rStyle w:val="Gone"/>'), hidden],
    ['white digits', run('1234') + run('5', '<w:color w:val="FFFFFF"/>'), hidden],
    ['digits of no size', run('1234') + run('5', '<w:sz w:val="2"/>'), hidden],
    [
      'white digits on a ground',
      run('1234', '<w:color w:val="FFFFFF"/>'),
      plain,
      '<w:shd w:val="clear" w:fill="1F4E79"/>',
    ],
  ])('%s', (...[, runs, expected, properties]) => {
    expect(inDocx(runs, properties)).toEqual(expected)
  })
})

describe('a document inside a document', () => {
  const main = [TITLE, '一、总体情况'].map((text) => paragraph(run(text))).join('')
  const withChunk = (content: string | Uint8Array, name: string) =>
    docxOf(`${main}<w:altChunk r:id="c1"/>`, {
      'word/_rels/document.xml.rels': `<Relationships><Relationship Id="c1" Type="http://x/aFChunk" Target="${name}"/></Relationships>`,
      [`word/${name}`]: content,
    })

  it('is read where it is a page or a text', () => {
    const { report } = readSource(withChunk('<html><p>全年公开信息八条。</p></html>', 'a.html'), 'docx')
    expect(report.narrative.overview).toBe('全年公开信息八条。')
  })

  it('is a text whose rows keep the blank cell before a first tab', () => {
    const { blocks } = docxSource(withChunk('规章\t1\t2\n\t3 \t4\t\n 一、总体情况 \n\t', 'a.txt'))
    expect(blocks.slice(2).map(({ cells }) => cells)).toEqual([
      ['规章', '1', '2'],
      ['', '3', '4', ''],
      ['一、总体情况'],
    ])
  })

  const inner = docxOf(paragraph(run('全年公开信息八条。')))

  it.each<[string, string | Uint8Array, string]>([
    ['of another kind', '{\\rtf1 x}', 'a.rtf'],
    ['an archive of other things', zipSync({ 'a.txt': strToU8('八条') }), 'a.zip'],
    ['cut off', inner.subarray(0, inner.length / 2), 'a.docx'],
    ['in GB 18030', Uint8Array.of(0x3c, 0x70, 0x3e, 0xb0, 0xcb, 0xcc, 0xf5), 'a.html'],
  ])('is told where it is %s, and the rest is read', (_, content, name) => {
    const { report, findings } = readSource(withChunk(content, name), 'docx')
    expect(report.year).toBe(2025)
    expect(findings.filter(({ rule }) => rule === 'READ.PART').map(({ message }) => message)).toEqual([
      '文档的插入的其他格式的文件没有读取。请对照原件核对，需要的内容写入正文后再读取。',
    ])
  })

  it('is read once where the document names it often', () => {
    const many = '<w:altChunk r:id="c1"/>'.repeat(3)
    const relations = '<Relationships><Relationship Id="c1" Type="http://x/aFChunk" Target="a.docx"/></Relationships>'
    const { report } = readSource(
      docxOf(main + many, { 'word/_rels/document.xml.rels': relations, 'word/a.docx': inner }),
      'docx',
    )
    expect(report.narrative.overview.split('\n')).toEqual(Array(3).fill('全年公开信息八条。'))
  })

  it('counts with all others for what may be unpacked', () => {
    const large = docxOf(paragraph(run('很大。')) + ' '.repeat(20 * 1024 * 1024))
    const names = ['a.docx', 'b.docx']
    const relations = names.map((name, at) => `<Relationship Id="c${at}" Type="http://x/aFChunk" Target="${name}"/>`)
    const { report, findings } = readSource(
      docxOf(main + names.map((_, at) => `<w:altChunk r:id="c${at}"/>`).join(''), {
        'word/_rels/document.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
        ...Object.fromEntries(names.map((name) => [`word/${name}`, large])),
      }),
      'docx',
    )
    expect(report.narrative.overview).toBe('很大。')
    expect(findings.filter(({ rule }) => rule === 'READ.PART')).toHaveLength(1)
  })
})
