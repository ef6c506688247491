import { describe, expect, it } from '@jest/globals'
import { edition2021, figureOf, figures, grids, isCellId, type TableId } from '../../src/form'
import { linesOf, sections, table2, table3, table3Columns, table4Columns, table4Groups } from './form-tables'

type Expected = [id: string, row: string, column: string, kind: string, unit: string]

const expected2 = linesOf(table2).flatMap(([, row, label = '', columns = '']) =>
  columns.split(', ').map((column): Expected => {
    const [id = '', columnLabel = ''] = column.split(' ')
    return [`table2.${row}.${id}`, label, columnLabel, 'input', id === 'amount' ? 'amount' : 'count']
  }),
)
const expected3 = linesOf(table3)
  .filter(([row]) => row !== '')
  .flatMap(([row, label = '']) =>
    linesOf(table3Columns).map(([column, columnLabel = '']): Expected => {
      const kind = row === 'concluded' || column === 'total' ? 'total' : 'input'
      return [`table3.${row}.${column}`, label, columnLabel, kind, 'count']
    }),
  )
const expected4 = linesOf(table4Groups).flatMap(([group, label = '']) =>
  linesOf(table4Columns).map(([column, columnLabel = '']): Expected => {
    return [`table4.${group}.${column}`, label, columnLabel, column === 'total' ? 'total' : 'input', 'count']
  }),
)

describe('the figures', () => {
  it('are the 200 of the form, with their ids, labels, kinds and units, in print order', () => {
    const found = figures.map(({ id, rowLabel, columnLabel, kind, unit }) => [id, rowLabel, columnLabel, kind, unit])
    expect(found).toEqual([...expected2, ...expected3, ...expected4])
    expect([expected2.length, expected3.length, expected4.length]).toEqual([10, 175, 15])
  })

  it('are 166 inputs and 34 totals, one of them an amount', () => {
    const count = (test: (figure: (typeof figures)[number]) => boolean) => figures.filter(test).length
    expect(count(({ kind }) => kind === 'input')).toBe(10 + 24 * 6 + 12)
    expect(count(({ kind }) => kind === 'total')).toBe(25 + 6 + 3)
    expect(count(({ unit }) => unit === 'amount')).toBe(1)
  })

  it('are found by their ids alone', () => {
    expect(figureOf('table3.refused.stateSecret.total').rowLabel).toBe('1.属于国家秘密')
    expect(isCellId('table3.refused.total')).toBe(false)
    expect(isCellId('toString')).toBe(false)
    expect(() => figureOf('table3.refused.total')).toThrow(RangeError)
  })

  it('have a note and a source each', () => {
    expect(figures.filter(({ note, source }) => note === '' || source === '')).toEqual([])
  })
})

describe('the sections', () => {
  it('are the six of the form in their order', () => {
    const found = edition2021.sections.map(({ ordinal, title, content }) => [
      ordinal,
      title,
      'table' in content ? content.table : content.narrative,
    ])
    expect(found).toEqual(linesOf(sections))
  })

  it('stand under the official title and format', () => {
    expect(edition2021.title).toBe('政府信息公开工作年度报告')
    expect(edition2021.source).toBe('国办公开办函〔2021〕30号')
  })
})

describe.each<[TableId, number, number]>([
  ['table2', 14, 4],
  ['table3', 28, 10],
  ['table4', 4, 15],
])('the printed grid of %s', (table, rows, columns) => {
  const grid = grids[table]

  it(`has ${rows} rows of ${columns} columns, each position covered exactly once`, () => {
    const covered = grid.cells.flatMap((cell) =>
      Array.from({ length: cell.rowSpan * cell.columnSpan }, (_, i) => {
        const row = cell.row + Math.floor(i / cell.columnSpan)
        return row * columns + cell.column + (i % cell.columnSpan)
      }),
    )
    expect([grid.rows, grid.columns]).toEqual([rows, columns])
    expect(covered.sort((a, b) => a - b)).toEqual(Array.from({ length: rows * columns }, (_, i) => i))
  })

  it('prints each of its figures once, in order', () => {
    const printed = grid.cells.flatMap(({ figure }) => (figure === undefined ? [] : [figure]))
    expect(printed).toEqual(figures.filter((figure) => figure.table === table).map(({ id }) => id))
  })
})

describe('the headings of the printed grids', () => {
  const textsOf = (table: TableId) => grids[table].cells.flatMap(({ text }) => (text === '' ? [] : [text]))

  it('table 2: every article, label and column', () => {
    const lines = linesOf(table2)
    const articles = [...new Set(lines.map(([article]) => article))]
    const columns = lines.flatMap(([, , , all = '']) => all.split(', ').map((column) => column.split(' ')[1]))
    const labels = lines.map(([, , label]) => label)
    expect(new Set(textsOf('table2'))).toEqual(new Set([...articles, ...labels, ...columns, '信息内容']))
  })

  it('table 3: every label, heading and column, and the note', () => {
    const labels = linesOf(table3).map(([, label]) => label)
    const columns = linesOf(table3Columns).map(([, label]) => label)
    const note = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'
    const expected = [...labels, ...columns, note, '申请人情况', '法人或其他组织']
    expect(textsOf('table3').sort()).toEqual(expected.sort())
  })

  it('table 4: two groups under 行政诉讼, five columns each', () => {
    const spans = grids.table4.cells.map(({ text, columnSpan }) => [text, columnSpan])
    expect(spans).toEqual(
      expect.arrayContaining([
        ['行政复议', 5],
        ['行政诉讼', 10],
        ['未经复议直接起诉', 5],
        ['复议后起诉', 5],
      ]),
    )
  })
})
