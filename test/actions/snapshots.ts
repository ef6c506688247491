/** Workbooks as read, made from the layout: no host. */
import type { Report } from '../../src/report'
import { layout, type ReadValue, type TabKey, type WorkbookSnapshot } from '../../src/workbook'

const { tabs } = layout()

const tabLayout = (key: TabKey) => {
  const tab = tabs.find((one) => one.key === key)
  if (!tab) throw new Error(`no tab ${key}`)
  return tab
}

function valuesOf(key: TabKey, report: Report): ReadValue[][] {
  const tab = tabLayout(key)
  const values = Array.from({ length: tab.rows }, () => Array.from({ length: tab.columns }, (): ReadValue => ''))
  const put = (row: number, column: number, value: ReadValue) => {
    const line = values[row - 1]
    if (line) line[column - 1] = value
  }
  for (const { row, column, value, figure } of tab.cells) {
    const own = figure === undefined || key === 'lastYear' ? null : (report.figures[figure] ?? null)
    if (value !== undefined) put(row, column, value)
    if (own !== null) put(row, column, typeof own === 'number' ? own : own.raw)
  }
  if (key === 'basics') {
    put(3, 2, report.unit)
    put(4, 2, report.year ?? '')
  }
  if (key === 'overview' || key === 'problems' || key === 'other') put(5, 2, report.narrative[key])
  return values
}

/** The workbook with a report's figures, totals as values; `formulas` as in the layout. */
export function snapshotOf(report: Report): WorkbookSnapshot {
  return {
    tabs: tabs.map((tab) => ({ name: tab.name, values: valuesOf(tab.key, report) })),
    names: tabs.flatMap((tab) => tab.names.map(({ name, area }) => ({ name, tab: tab.name, area }))),
  }
}

/** What the layout's cells hold as formulas, for one tab. */
export function formulasOf(key: TabKey): string[][] {
  const tab = tabLayout(key)
  const formulas = Array.from({ length: tab.rows }, () => Array.from({ length: tab.columns }, () => ''))
  for (const { row, column, formula } of tab.cells) {
    const line = formulas[row - 1]
    if (line && formula !== undefined) line[column - 1] = formula
  }
  return formulas
}

/** The snapshot with one cell overwritten. */
export function withCell(snapshot: WorkbookSnapshot, tab: string, row: number, column: number, value: ReadValue) {
  return {
    ...snapshot,
    tabs: snapshot.tabs.map((one) =>
      one.name === tab
        ? {
            ...one,
            values: one.values.map((line, r) =>
              r === row - 1 ? line.map((cell, c) => (c === column - 1 ? value : cell)) : line,
            ),
          }
        : one,
    ),
  }
}
