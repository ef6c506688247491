/** What a new workbook is filled in with: unit, year, and last year's figures. */
import { writtenForm } from '../../report'
import type { CellValue, Report } from '../../report'
import type { LayoutCell, TabLayout } from '../../workbook'
import type { Filling } from './repair-tab'

export interface TemplateRequest {
  unit?: string
  year?: number
  /** Last year's report, for 上年数据. */
  lastYear?: Report
}

type Entry = readonly [string, string | number]

const place = (row: number, column: number): string => `${row},${column}`

/** The values stand beside their labels, in the second column of the tab's first named range. */
function besideLabels(tab: TabLayout, values: readonly (string | number | null | undefined)[]): Entry[] {
  const [first] = tab.names
  if (!first) return []
  const { row, column } = first.area
  return values.flatMap((value, index): Entry[] =>
    value === null || value === undefined || value === '' ? [] : [[place(row + index, column + 1), value]],
  )
}

function figureEntry(cell: LayoutCell, figures: Readonly<Record<string, CellValue>>): Entry[] {
  const value = cell.figure === undefined ? null : (figures[cell.figure] ?? null)
  if (value === null) return []
  return [[place(cell.row, cell.column), typeof value === 'number' ? value : writtenForm(value)]]
}

/** The inputs of one tab that a request fills in; the caller leaves out those that hold something already. */
export function fillingOf(tab: TabLayout, { unit, year, lastYear }: TemplateRequest): Filling {
  if (tab.key === 'basics') return new Map(besideLabels(tab, [unit, year]))
  if (tab.key !== 'lastYear' || !lastYear) return new Map()
  return new Map([
    ...besideLabels(tab, [lastYear.year]),
    ...tab.cells.flatMap((cell) => figureEntry(cell, lastYear.figures)),
  ])
}
