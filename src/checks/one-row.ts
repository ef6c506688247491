import { edition2019, edition2021 as form, oneRowOtherwise, type CellId } from '../form'
import { isBlank, type CellValue, type Report } from '../report'
import type { CheckResult } from './finding'

const group = form.table3.outcomes.find(({ rows }) => rows.some(({ id }) => id.startsWith('otherwise.')))
const rows = group?.rows ?? []
const stand = rows[rows.length - 1]
const cellOf = (row: string, column: string): CellId => `table3.${row}.${column}`

const toOneRow: ReadonlyMap<CellId, CellId> = new Map(
  oneRowOtherwise.map(({ id, column }) => [cellOf(stand?.id ?? '', column), id]),
)
const toThreeRows: ReadonlyMap<CellId, CellId> = new Map([...toOneRow].map(([three, one]) => [one, three]))
export const lastOfThreeRows: readonly CellId[] = [...toOneRow.keys()]
const threeRowCells = rows.flatMap(({ id }) => oneRowOtherwise.map(({ column }) => cellOf(id, column)))

type Figures = Readonly<Record<CellId, CellValue | undefined>>

function figuresIn(report: unknown): Figures {
  const figures: unknown = (report as { figures?: unknown } | null | undefined)?.figures
  return typeof figures === 'object' && figures !== null ? (figures as Figures) : {}
}

/** Whether （六）其他处理 is one row in a report: it has the one row, and the three rows are blank. */
export function hasOneRow(report: Report): boolean {
  const figures = figuresIn(report)
  return oneRowOtherwise.some(({ id }) => id in figures) && threeRowCells.every((id) => isBlank(figures[id]))
}

/**
 * The report with the one row as the last of the three and 0 in the other two, so that every rule and repair can judge
 * it; unchanged if there is no such row.
 */
export function asThreeRows(report: Report): Report {
  if (!hasOneRow(report)) return report
  const given = figuresIn(report)
  const figures: Record<CellId, CellValue> = { ...report.figures }
  for (const id of threeRowCells) {
    const own = toOneRow.get(id)
    figures[id] = own === undefined ? 0 : (given[own] ?? null)
  }
  const unplaced: unknown = report.unplaced
  if (!Array.isArray(unplaced)) return { ...report, figures }
  const renamed = (report.unplaced ?? []).map((row) =>
    Array.isArray(row?.cells) ? { ...row, cells: row.cells.map((id) => toThreeRows.get(id) ?? id) } : row,
  )
  return { ...report, figures, unplaced: renamed }
}

const [threeLabel, oneLabel] = [
  `${group?.heading ?? ''} ${stand?.label ?? ''}`,
  edition2019.table3.outcomes.flatMap((outcome) => outcome.rows).find(({ id }) => id === 'otherwise')?.label ?? '',
]
const inWords = (text: string): string => text.replaceAll(threeLabel, oneLabel)

/** Findings and repairs made for the three rows, rewritten for the one row. */
export function asOneRow({ findings, repairs }: CheckResult): CheckResult {
  return {
    findings: findings.map((finding) => ({
      ...finding,
      message: inWords(finding.message),
      cells: finding.cells.map((cell) => ({ ...cell, id: toOneRow.get(cell.id) ?? cell.id })),
    })),
    repairs: repairs.map((repair) => ({
      ...repair,
      label: inWords(repair.label),
      changes: repair.changes.map((change) => ({ ...change, cell: toOneRow.get(change.cell) ?? change.cell })),
    })),
  }
}
