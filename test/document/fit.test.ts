import { describe, expect, it } from '@jest/globals'
import { documentOf, type Table } from '../../src/document'
import { fit, unbreakable, widthNeeded } from '../../src/document/fit'
import { figures, type CellId, type TableId } from '../../src/form'
import { withFigures, type CellValue, type Report } from '../../src/report'
import { houzhai, nineDigits } from './reports'

function tableOf(report: Report, id: TableId): Table {
  const found = documentOf(report).blocks.find(
    (element): element is Table => element.kind === 'table' && element.table === id,
  )
  if (!found) throw new Error(`no ${id}`)
  return found
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Cells whose longest numeral is wider than the cell. */
function tooWide(table: Table): string[] {
  const { widths, figures: type } = fit(table)
  return table.cells
    .filter(({ role, text, column, columnSpan }) => {
      const width = sum(widths.slice(column, column + columnSpan))
      return role === 'figure' && widthNeeded(unbreakable(text), type) > width
    })
    .map(({ text }) => text)
}

const allOf = (table: TableId, value: CellValue): Report =>
  withFigures(
    houzhai,
    Object.fromEntries(figures.filter((f) => f.table === table).map(({ id }): [CellId, CellValue] => [id, value])),
  )

it.each([
  ['', 0],
  ['8', 0.64],
  ['123456789', 5.76],
  ['1,024', 2.96],
  ['22（其中修订16件）', 1.28],
  ['一二', 1],
])('the longest unbreakable piece of %j takes %d em', (text, em) => {
  expect(unbreakable(text)).toBeCloseTo(em, 6)
})

describe('short numbers', () => {
  it.each<[TableId, number, number[]]>([
    ['table2', 24, [2211, 2211, 2211, 2211]],
    ['table3', 18, [566, 1020, 2494, 680, 680, 680, 680, 680, 680, 680]],
    ['table4', 21, Array.from({ length: 15 }, () => 589)],
  ])('leave %s as the form has it', (id, size, widths) => {
    expect(fit(tableOf(houzhai, id))).toMatchObject({ widths, textSize: size, figures: { size, scale: 100 } })
  })
})

describe('long numbers', () => {
  it('take width from columns of short ones before the type shrinks', () => {
    const report = withFigures(houzhai, { 'table3.received.total': 123456789, 'table4.review.total': 123456789 })
    for (const id of ['table3', 'table4'] as const) {
      const table = tableOf(report, id)
      const fitted = fit(table)
      expect(fitted.figures).toEqual({ size: fitted.textSize, scale: 100 })
      expect(tooWide(table)).toEqual([])
    }
    const { widths } = fit(tableOf(report, 'table3'))
    expect(widths.slice(0, 3)).toEqual([566, 1020, 2494])
    expect(widths[9]).toBeGreaterThan(1000)
  })

  it.each<[TableId, number]>([
    ['table2', 1],
    ['table3', 1],
    ['table4', 1],
    ['table3', 7],
    ['table4', 7],
    ['table2', 9],
    ['table3', 9],
    ['table4', 9],
  ])('fit in every cell of %s at once with %d digits', (id, digits) => {
    expect(tooWide(tableOf(allOf(id, Number('987654321'.slice(0, digits))), id))).toEqual([])
  })

  it('never make a table wider than the text area of 156 mm', () => {
    for (const report of [houzhai, nineDigits, allOf('table4', { raw: 'x'.repeat(500) })]) {
      for (const id of ['table2', 'table3', 'table4'] as const) {
        expect(sum(fit(tableOf(report, id)).widths)).toBeLessThanOrEqual(8844)
      }
    }
  })
})
