import { describe, expect, it } from '@jest/globals'
import { edition2019, edition2021, figuresOfEdition, oneRowOtherwise, type Figure } from '../../src/form'
import { format2019, regulations, table2Of2019 } from './form-sources'
import { linesOf, table3, table3Columns, table4Columns, table4Groups } from './form-tables'

const rows2 = linesOf(table2Of2019).map(([article = '', row = '', label = '', columns = '', variants = '']) => {
  return { article, row, label, columns: columns.split(', ').map((column) => column.split(' ')), variants }
})
const ids2 = rows2.flatMap(({ row, columns }) => columns.map(([id]) => `table2.${row}.${id}`))
const rowsOf = (rows: readonly string[]) =>
  rows.flatMap((row) => linesOf(table3Columns).map(([column]) => `table3.${row}.${column}`))
const rows3 = linesOf(table3).flatMap(([row = '']) => (row === '' ? [] : [row]))
const isThreeRows = (row: string) => row.startsWith('otherwise.')
const rows3Of2019 = rows3.flatMap((row) => {
  if (isThreeRows(row)) return row === 'otherwise.other' ? ['otherwise'] : []
  return [row]
})
const ids4 = linesOf(table4Groups).flatMap(([group]) =>
  linesOf(table4Columns).map(([column]) => `table4.${group}.${column}`),
)

const idsOf = (figures: readonly Figure[] = []) => figures.map(({ id }) => id)
const own2 = (figuresOfEdition['2019'] ?? []).filter(({ table }) => table === 'table2')

describe('edition 2019', () => {
  it('has a source of its own and the sections and table 4 of edition 2021', () => {
    expect([edition2019.edition, edition2019.source]).toEqual(['2019', format2019])
    const { title, sections, table4 } = edition2021
    expect(edition2019).toMatchObject({ title, sections, table4 })
  })

  it('prints table 2 by five articles, with their rows and columns', () => {
    const { leadLabel, blocks } = edition2019.table2
    const found = blocks.flatMap(({ heading, rows, columns }) =>
      rows.map(({ id, label, variants = [] }) => {
        const heads = columns.map((column) => [column.id, column.label])
        return { article: heading, row: id, label, columns: heads, variants: variants.join(', ') }
      }),
    )
    expect(found).toEqual(rows2)
    expect(leadLabel).toBe('信息内容')
    expect(blocks.map(({ rows }) => rows.length)).toEqual([2, 2, 2, 1, 1])
  })

  it('rests each row of table 2 on its article and asks nobody to fill it in', () => {
    const found = edition2019.table2.blocks.flatMap(({ rows }) =>
      rows.map(({ id, source, note }) => [id, source, note]),
    )
    expect(found).toEqual(rows2.map(({ row, article }) => [row, `${regulations}${article}`, '']))
  })

  it('counts everything in table 2 but the sum of procurement, which is an amount', () => {
    expect(own2.map(({ unit }) => unit)).toEqual([...Array.from({ length: 21 }, () => 'count'), 'amount'])
    expect(new Set(own2.map(({ kind }) => kind))).toEqual(new Set(['input']))
  })

  it('knows 本年增/减 without its stroke', () => {
    const columns = edition2019.table2.blocks.flatMap((block) => block.columns)
    const variants = columns.flatMap((column) => (column.variants ? [[column.label, ...column.variants]] : []))
    expect(variants).toEqual(Array.from({ length: 3 }, () => ['本年增/减', '本年增减']))
  })

  it('prints （六）其他处理 of table 3 in one row without a heading, and the groups before it as edition 2021', () => {
    const { outcomes } = edition2019.table3
    expect(outcomes.slice(0, -1)).toEqual(edition2021.table3.outcomes.slice(0, -1))
    expect(outcomes.slice(-1)).toEqual([
      { rows: [{ id: 'otherwise', label: '（六）其他处理', variants: ['（六）其他'], note: '', source: format2019 }] },
    ])
  })
})

describe('the figures that a report may hold', () => {
  it('of edition 2019: its own in print order, then the three rows （六）', () => {
    const three = rowsOf(rows3.filter(isThreeRows))
    expect(idsOf(figuresOfEdition['2019'])).toEqual([...ids2, ...rowsOf(rows3Of2019), ...ids4, ...three])
  })

  it('of edition 2021: its 200, then the one row （六）', () => {
    const ids = idsOf(figuresOfEdition['2021'])
    expect(ids).toHaveLength(207)
    expect(ids.slice(200)).toEqual(rowsOf(['otherwise']))
    expect(Object.keys(figuresOfEdition)).toEqual(['2019', '2021'])
  })

  it('the one row （六） is an input for each applicant and a total', () => {
    expect(idsOf(oneRowOtherwise)).toEqual(rowsOf(['otherwise']))
    expect(oneRowOtherwise.map(({ kind }) => kind)).toEqual([...Array.from({ length: 6 }, () => 'input'), 'total'])
    expect(new Set(oneRowOtherwise.map(({ rowLabel }) => rowLabel))).toEqual(new Set(['（六）其他处理']))
  })
})
