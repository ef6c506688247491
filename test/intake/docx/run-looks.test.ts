import { describe, expect, it } from '@jest/globals'
import { readSource } from '../../../src/intake'
import { cell, docxOf, paragraph, row, run } from './parts'

const ISSUED = 'table2.regulations.issued'
const HEADS = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']

const STYLES = `<w:styles xmlns:w="x">
  <w:style w:type="table" w:styleId="Plain"><w:tblPr/></w:style>
  <w:style w:type="table" w:styleId="Heads"><w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr>
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/></w:tcPr></w:tblStylePr></w:style>
  <w:style w:type="table" w:styleId="Based"><w:basedOn w:val="Heads"/></w:style>
  <w:style w:type="paragraph" w:styleId="Banner"><w:pPr><w:shd w:val="clear" w:fill="C00000"/></w:pPr></w:style>
</w:styles>`

interface Where {
  table?: string
  row?: string
  cell?: string
  paragraph?: string
}

/** Table 2 with the runs in its first figure's cell; the properties of what is around them. */
function seen(runs: string, where: Where = {}, heads = (text: string) => run(text)) {
  const texts = (all: readonly string[]) => all.map((text) => cell(text)).join('')
  const headRow = HEADS.map((text) => `<w:tc><w:tcPr/>${paragraph(heads(text))}</w:tc>`).join('')
  const own = `<w:tc><w:tcPr>${where.cell ?? ''}</w:tcPr>${paragraph(runs, where.paragraph)}</w:tc>`
  const table = `<w:tbl><w:tblPr>${where.table ?? ''}</w:tblPr><w:tblGrid/>${row(headRow)}<w:tr>${where.row ?? ''}${
    cell('规章') + own + texts(['2', '3'])
  }</w:tr>${row(texts(['行政规范性文件', '4', '5', '6']))}</w:tbl>`
  const lines = ['某市某局2025年政府信息公开工作年度报告', '一、总体情况', '二、主动公开政府信息情况']
  const body = lines.map((text) => paragraph(run(text))).join('') + table
  const { report, findings } = readSource(docxOf(body, { 'word/styles.xml': STYLES }), 'docx')
  return {
    figures: [report.figures[ISSUED], report.figures['table2.regulations.repealed']],
    told: findings
      .filter(({ rule }) => rule === 'READ.HIDDEN')
      .map(({ rule, cells }) => [rule, ...cells.map(({ id }) => id)].join(' ')),
  }
}

const all = { figures: [8, 2], told: [] }
const told = { figures: [8, 2], told: [`READ.HIDDEN ${ISSUED}`] }
const doubted = { figures: [8, 2], told: ['READ.HIDDEN'] }
const lost = { figures: [null, 2], told: [`READ.HIDDEN ${ISSUED}`] }

const white = (text: string) => run(text, '<w:color w:val="FFFFFF"/>')
const coloured = (text: string, attributes: string) => run(text, `<w:color ${attributes}/>`)
const shading = (attributes: string) => `<w:shd w:val="clear" ${attributes}/>`
const blue = shading('w:fill="1F4E79"')
const style = (name: string) => `<w:tblStyle w:val="${name}"/>`

describe('letters of the colour of their ground in a Word document', () => {
  it.each<[string, string, Where, object]>([
    ['white on nothing', white('9') + run('8'), {}, told],
    ['white, alone', white('8'), {}, lost],
    ['white on its cell', white('8'), { cell: blue }, all],
    ['white on its row', white('8'), { row: `<w:tblPrEx>${blue}</w:tblPrEx>` }, all],
    ['white on its table', white('8'), { table: blue }, all],
    [
      'white on a white cell of a table with a ground',
      white('9') + run('8'),
      { table: blue, cell: shading('w:fill="FFFFFF"') },
      told,
    ],
    [
      'white on a cell without ground in such a table',
      white('9') + run('8'),
      { table: blue, cell: shading('w:fill="auto"') },
      told,
    ],
    ['white on its paragraph', white('8'), { paragraph: blue }, all],
    ['white on its paragraph’s style', white('8'), { paragraph: '<w:pStyle w:val="Banner"/>' }, all],
    ['white on its own ground', run('8', `<w:color w:val="FFFFFF"/>${blue}`), {}, all],
    ['white, marked with a pen', run('8', '<w:color w:val="FFFFFF"/><w:highlight w:val="red"/>'), {}, all],
    ['white on a pattern', white('8'), { cell: '<w:shd w:val="pct50" w:color="FF0000" w:fill="auto"/>' }, all],
    ['white on a solid', white('8'), { cell: '<w:shd w:val="solid" w:color="FF0000" w:fill="auto"/>' }, all],
    ['white of the theme', coloured('9', 'w:val="FFFFFF" w:themeColor="background1"') + run('8'), {}, told],
    [
      'white of the theme, shaded',
      coloured('8', 'w:val="A6A6A6" w:themeColor="background1" w:themeShade="A6"'),
      {},
      all,
    ],
    ['a colour of the theme beside a white value', coloured('8', 'w:val="FFFFFF" w:themeColor="accent1"'), {}, all],
    [
      'white on a white of the theme',
      white('9') + run('8'),
      { cell: shading('w:fill="FFFFFF" w:themeFill="background1"') },
      told,
    ],
    ['white on a colour of the theme', white('8'), { cell: shading('w:fill="auto" w:themeFill="accent1"') }, all],
    ['automatic', coloured('8', 'w:val="auto"'), {}, all],
    ['automatic on black', coloured('8', 'w:val="auto"'), { cell: shading('w:fill="000000"') }, all],
    [
      'of another colour, the same as their cell',
      coloured('9', 'w:val="eeeeee"') + run('8'),
      { cell: shading('w:fill="EEEEEE"') },
      told,
    ],
    ['white in a table whose style lays no ground', white('9') + run('8'), { table: style('Plain') }, told],
    ['a white piece in a table whose style may lay one', white('9') + run('8'), { table: style('Heads') }, told],
    ['a white figure in such a table', white('8'), { table: style('Heads') }, doubted],
    ['a white figure where the style is based on such a one', white('8'), { table: style('Based') }, doubted],
    ['a white figure where the style is not there', white('8'), { table: style('Gone') }, doubted],
  ])('%s', (_, runs, where, expected) => {
    expect(seen(runs, where)).toEqual(expected)
  })

  it('are the white heads that a table’s style puts on a ground', () => {
    expect(seen(run('8'), { table: style('Heads') }, white)).toEqual(all)
  })
})
