import { describe, expect, it } from '@jest/globals'
import { documentOf, type DocumentElement, type Table } from '../../src/document'
import { figures, grids } from '../../src/form'
import { emptyReport, withFigures, type CellValue, type Report } from '../../src/report'
import { empty, houzhai } from './reports'

const tables = (report: Report) =>
  documentOf(report).blocks.filter((element): element is Table => element.kind === 'table')

const narrated = (overview: string): DocumentElement[] => {
  const report = emptyReport('某局', 2024)
  const { blocks } = documentOf({ ...report, narrative: { ...report.narrative, overview } })
  return blocks.slice(1, blocks.findIndex((element) => element.kind === 'table') - 1)
}

const heading = (level: 1 | 2 | 3, text: string): DocumentElement => ({ kind: 'heading', level, text })
const plain = (text: string): DocumentElement => ({ kind: 'paragraph', runs: [{ text }] })

describe('the title', () => {
  it.each([
    ['侯寨办事处', 2024, ['侯寨办事处', '2024年政府信息公开工作年度报告'], '侯寨办事处'],
    [' 某市\n某局 ', 2023, ['某市 某局', '2023年政府信息公开工作年度报告'], '某市 某局'],
    ['', 2024, ['＿＿＿＿＿＿＿＿', '2024年政府信息公开工作年度报告'], ''],
    ['某局', null, ['某局', '＿＿＿＿年政府信息公开工作年度报告'], '某局'],
  ])('of unit %j and year %j', (unit, year, title, cleanUnit) => {
    const document = documentOf(emptyReport(unit, year))
    expect(document.title).toEqual(title)
    expect(document.meta).toEqual({ edition: '2021', unit: cleanUnit, year, title: title.join('') })
  })
})

describe('the elements', () => {
  it('are the six sections of the form in their order, three of them tables', () => {
    const outline = documentOf(empty).blocks.map((element) => (element.kind === 'table' ? element.table : element))
    expect(outline).toEqual([
      heading(1, '一、总体情况'),
      heading(1, '二、主动公开政府信息情况'),
      'table2',
      heading(1, '三、收到和处理政府信息公开申请情况'),
      'table3',
      heading(1, '四、政府信息公开行政复议、行政诉讼情况'),
      'table4',
      heading(1, '五、存在的主要问题及改进情况'),
      heading(1, '六、其他需要报告的事项'),
    ])
  })

  it('are a plain value', () => {
    const document = documentOf(houzhai)
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })

  it.each<[string, DocumentElement[]]>([
    ['', []],
    [
      ' \n\u3000\u3000本年平稳。\r\n\r\n次段。 \n',
      [plain('本年平稳。'), { kind: 'paragraph', runs: [] }, plain('次段。')],
    ],
    [' \n\u3000 ', []],
    ['（一）主动公开情况：', [heading(2, '（一）主动公开情况：')]],
    ['(十二)平台建设', [heading(2, '(十二)平台建设')]],
    ['1.平台', [heading(3, '1.平台')]],
    ['12．加强领导，压实责任', [heading(3, '12．加强领导，压实责任')]],
    ['1.5万元用于平台', [plain('1.5万元用于平台')]],
    ['1.全年收到申请8件。', [plain('1.全年收到申请8件。')]],
    ['（一）未收到申请。', [plain('（一）未收到申请。')]],
    ['2024年共8件', [plain('2024年共8件')]],
    [
      '（一）主动公开。全年公开70条。',
      [{ kind: 'paragraph', runs: [{ text: '（一）主动公开。', leadIn: true }, { text: '全年公开70条。' }] }],
    ],
    [
      '（二）依申请公开：收到8件；办结8件。',
      [{ kind: 'paragraph', runs: [{ text: '（二）依申请公开：', leadIn: true }, { text: '收到8件；办结8件。' }] }],
    ],
  ])('of the narrative %j', (overview, expected) => {
    expect(narrated(overview)).toEqual(expected)
  })
})

describe('the tables', () => {
  it('have the grids of the form, and no figure is added or left out', () => {
    for (const table of tables(houzhai)) {
      const { cells, ...frame } = grids[table.table]
      expect(table).toMatchObject(frame)
      expect(table.cells.map(({ text, ...cell }) => (cell.figure ? cell : { ...cell, text }))).toEqual(
        cells.map(({ text, ...cell }) => (cell.figure ? cell : { ...cell, text })),
      )
    }
    const ids = tables(houzhai).flatMap((table) => table.cells.flatMap((cell) => cell.figure ?? []))
    expect(ids.sort()).toEqual(figures.map(({ id }) => id).sort())
  })

  it.each<[CellValue, string]>([
    [0, '0'],
    [null, ''],
    [3.5, '3.5'],
    [{ raw: '/' }, '/'],
    [{ raw: '１，０２４', value: 1024 }, '１，０２４'],
    [{ raw: '12.50', value: 12.5 }, '12.50'],
    [{ raw: '22（其中修订16件）', value: 22 }, '22（其中修订16件）'],
  ])('print %j as %j', (value, text) => {
    const id = 'table2.normativeDocuments.inForce'
    const printed = tables(withFigures(empty, { [id]: value })).flatMap(({ cells }) => cells)
    expect(printed.find((cell) => cell.figure === id)?.text).toBe(text)
  })
})

describe('figures that the form has no cell for', () => {
  const report = withFigures(houzhai, { 'table3.otherwise.person': 2, 'table3.otherwise.total': null })

  it('are named, not left out', () => {
    expect(() => documentOf(report)).toThrow(
      new RangeError('2021年版的表里没有这些数字的位置，请先改填到表中各行：table3.otherwise.person 2'),
    )
  })

  it('are left out of a draft', () => {
    expect(documentOf(report, { draft: true }).blocks).toEqual(documentOf(houzhai).blocks)
  })
})
