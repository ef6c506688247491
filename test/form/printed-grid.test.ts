import { describe, expect, it } from '@jest/globals'
import { grids, type TableId } from '../../src/form'
import { linesOf, table2, table3, table3Columns, table4Columns, table4Groups } from './form-tables'

type Line = [place: string, span: string, role: string, content: string]

const line = (row: number, column: number, height: number, width: number, role: string, content: string): Line => [
  `${row},${column}`,
  `${height}×${width}`,
  role,
  content,
]

/** Every cell of a grid, in the order in which the grid has them. */
const printed = (table: TableId): Line[] =>
  grids[table].cells.map(({ row, column, rowSpan, columnSpan, role, text, figure }) =>
    line(row, column, rowSpan, columnSpan, role, figure === undefined ? text : `${text}${figure}`),
  )

/** Left to right in each row, rows from the top. */
const inOrder = (lines: Line[]): Line[] => {
  const placeOf = ([place]: Line) => place.split(',').map(Number) as [number, number]
  return lines.sort((a, b) => placeOf(a)[0] - placeOf(b)[0] || placeOf(a)[1] - placeOf(b)[1])
}

const rows2 = linesOf(table2).map(([article = '', row = '', label = '', columns = '']) => {
  return { article, row, label, columns: columns.split(', ').map((column) => column.split(' ')) }
})

/** Three columns of figures in the first block, one as wide as these in the others. */
function expected2(): Line[] {
  let top = 0
  return rows2.flatMap(({ article, row, label, columns }, index) => {
    const width = 3 / columns.length
    const isFirst = rows2[index - 1]?.article !== article
    const head = isFirst
      ? [
          line(top, 0, 1, 4, 'heading', article),
          line(top + 1, 0, 1, 1, 'columnHeader', '信息内容'),
          ...columns.map(([, text = ''], i) => line(top + 1, 1 + i * width, 1, width, 'columnHeader', text)),
        ]
      : []
    top += isFirst ? 2 : 0
    const figures = columns.map(([id], i) => line(top, 1 + i * width, 1, width, 'figure', `table2.${row}.${id}`))
    const cells = [...head, line(top, 0, 1, 1, 'rowHeader', label), ...figures]
    top += 1
    return cells
  })
}

/** Rows of each heading of table 3, and how far the label of a row without one reaches to the left. */
const heights: Record<string, number> = { 三: 22, '（三）': 8, '（四）': 3, '（五）': 5, '（六）': 3 }

function labelCell(row: string, label: string, top: number): Line {
  const isHeading = row === ''
  if (isHeading) {
    const height = heights[/^（.）|^./.exec(label)?.[0] ?? ''] ?? NaN
    return line(top, label.startsWith('三') ? 0 : 1, height, 1, 'rowHeader', label)
  }
  if (/^[一二四]、/.test(label)) return line(top, 0, 1, 3, 'rowHeader', label)
  return /^（/.test(label) ? line(top, 1, 1, 2, 'rowHeader', label) : line(top, 2, 1, 1, 'rowHeader', label)
}

function expected3(): Line[] {
  const columns = linesOf(table3Columns)
  let top = 3
  const rows = linesOf(table3).flatMap(([row = '', label = '']) => {
    const label3 = labelCell(row, label, top)
    if (row === '') return [label3]
    const figures = columns.map(([column], i) => line(top, 3 + i, 1, 1, 'figure', `table3.${row}.${column}`))
    top += 1
    return [label3, ...figures]
  })
  const [naturalPerson, ...others] = columns.map(([, label = '']) => label)
  return [
    line(0, 0, 3, 3, 'note', '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'),
    line(0, 3, 1, 7, 'columnHeader', '申请人情况'),
    line(1, 3, 2, 1, 'columnHeader', naturalPerson ?? ''),
    line(1, 4, 1, 5, 'columnHeader', '法人或其他组织'),
    line(1, 9, 2, 1, 'columnHeader', others.pop() ?? ''),
    ...others.map((label, i) => line(2, 4 + i, 1, 1, 'columnHeader', label)),
    ...rows,
  ]
}

function expected4(): Line[] {
  const columns = linesOf(table4Columns)
  const groups = linesOf(table4Groups).map(([id = '', label = ''], g) => ({ id, label, left: g * 5 }))
  return [
    line(0, 5, 1, 10, 'columnHeader', '行政诉讼'),
    ...groups.flatMap(({ id, label, left }) => {
      const isReview = id === 'review'
      const heads = columns.map(([, text = ''], i) =>
        line(isReview ? 1 : 2, left + i, isReview ? 2 : 1, 1, 'columnHeader', text),
      )
      const figures = columns.map(([column], i) => line(3, left + i, 1, 1, 'figure', `table4.${id}.${column}`))
      return [line(isReview ? 0 : 1, left, 1, 5, 'columnHeader', label), ...heads, ...figures]
    }),
  ]
}

describe('the printed grid', () => {
  it.each<[TableId, number, () => Line[]]>([
    ['table2', 2, expected2],
    ['table3', 3, expected3],
    ['table4', 3, expected4],
  ])('of %s has every cell in its place, with its span, below %d rows of heads', (table, headerRows, expected) => {
    expect(printed(table)).toEqual(inOrder(expected()))
    expect(grids[table]).toMatchObject({ table, headerRows })
  })
})
