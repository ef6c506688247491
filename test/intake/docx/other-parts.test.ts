import { describe, expect, it } from '@jest/globals'
import { readSource } from '../../../src/intake'
import { docxOf, paragraph, run } from './parts'

const BODY = ['某市某局2025年政府信息公开工作年度报告', '一、总体情况', '全年平稳有序。']
  .map((text) => paragraph(run(text)))
  .join('')

const texts = (...all: string[]) => `<w:x xmlns:w="w">${all.map((text) => paragraph(run(text))).join('')}</w:x>`

/** What is told of a document with a part of such a type. */
function told(type: string, name: string, content: string): string[] {
  const { findings } = readSource(
    docxOf(BODY, {
      'word/_rels/document.xml.rels': `<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="${name}"/></Relationships>`,
      [`word/${name}`]: content,
    }),
    'docx',
  )
  return findings
    .filter(({ rule }) => rule === 'READ.PART')
    .map(({ severity, message, quote = '' }) => [severity, message.split('。')[0], quote].join(' '))
}

describe('other parts of a Word document', () => {
  it.each<[string, string, string, string[]]>([
    ['footnotes', 'footnotes.xml', texts('含所属单位。'), ['info 文档的脚注没有读取 含所属单位。']],
    ['footnotes', 'notes/a.xml', texts('含所属单位。'), ['info 文档的脚注没有读取 含所属单位。']],
    ['footnotes', 'footnotes.xml', texts(''), []],
    ['endnotes', 'endnotes.xml', texts('甲', '乙'), ['info 文档的尾注没有读取 甲 乙']],
    ['comments', 'comments.xml', texts('这里要改成 9 件'), ['info 文档的批注没有读取 这里要改成 9 件']],
    ['comments', 'comments.xml', texts('HTML: &lt;meta name="x" content="9 件"&gt;'), []],
    ['header', 'header1.xml', texts('送审稿'), ['info 文档的页眉没有读取 送审稿']],
    ['header', 'header1.xml', texts('某市某局2025年政府信息公开工作年度报告'), []],
    ['footer', 'footer1.xml', texts('— 1 —'), []],
    ['footer', 'footer1.xml', texts('第 3 页 共 8 页'), []],
    ['footer', 'footer1.xml', texts('数据截至 12 月 31 日'), ['info 文档的页脚没有读取 数据截至 12 月 31 日']],
    [
      'diagramData',
      'diagrams/data1.xml',
      '<dgm:x><a:p><a:r><a:t>受理申请</a:t></a:r></a:p><a:p><a:r><a:t>8 件</a:t></a:r></a:p></dgm:x>',
      ['warning 文档的SmartArt 图形里的文字没有读取 受理申请 8 件'],
    ],
    [
      'chart',
      'charts/chart1.xml',
      '<c:x><c:pt><c:v>自然人</c:v></c:pt><c:pt><c:v>20</c:v></c:pt></c:x>',
      ['warning 文档的图表里的文字和数字没有读取 自然人 20'],
    ],
    ['oleObject', 'embeddings/a.bin', 'x', ['warning 文档的嵌入的文件没有读取 ']],
    ['package', 'embeddings/a.xlsx', 'x', ['warning 文档的嵌入的文件没有读取 ']],
    ['subDocument', 'a.docx', 'x', ['warning 文档的子文档没有读取 ']],
    ['styles', 'styles.xml', '<w:styles/>', []],
    ['image', 'media/a.png', 'x', []],
  ])('%s in %s', (type, name, content, expected) => {
    expect(told(type, name, content)).toEqual(expected)
  })

  it('are found where the package names its document otherwise', () => {
    const { report, findings } = readSource(
      docxOf('', {
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/doc/main.xml"/></Relationships>',
        'doc/main.xml': `<w:document xmlns:w="w"><w:body>${BODY}</w:body></w:document>`,
        'doc/_rels/main.xml.rels':
          '<p:Relationships><p:Relationship Target="../n/notes.xml" Id="b" Type="http://x/footnotes"/></p:Relationships>',
        'n/notes.xml': texts('含所属单位。'),
      }),
      'docx',
    )
    expect(report.narrative.overview).toBe('全年平稳有序。')
    expect(findings.filter(({ rule }) => rule === 'READ.PART').map(({ quote }) => quote)).toEqual(['含所属单位。'])
  })
})

describe('letters that old programs draw along a line', () => {
  it('are read', () => {
    const drawn = '<w:p><w:r><w:pict><v:shape><v:textpath string="某某局文件"/></v:shape></w:pict></w:r></w:p>'
    const { report } = readSource(docxOf(BODY + drawn), 'docx')
    expect(report.narrative.overview).toBe('全年平稳有序。\n某某局文件')
  })
})
