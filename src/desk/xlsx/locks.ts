import { contains } from '../../workbook'
import type { Area, Protection } from '../book'

/** A file locks single cells, and has one kind of protection: this says which cells the model's protections lock. */
export function isLocked(protections: readonly Protection[], row: number, column: number): boolean {
  return protections.some(
    ({ area, open }) =>
      (!area || contains(area, row, column)) && !open.some((allowed) => contains(allowed, row, column)),
  )
}

/** Cells as rectangles: each run of a row, joined with equal runs right above. */
export function rectangles(cells: readonly { row: number; column: number }[]): Area[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column)
  const areas: Area[] = []
  for (const run of runs(sorted)) {
    const above = areas.find(
      (area) => area.row + area.rows === run.row && area.column === run.column && area.columns === run.columns,
    )
    if (above) above.rows += 1
    else areas.push(run)
  }
  return areas
}

function runs(sorted: readonly { row: number; column: number }[]): Area[] {
  const areas: Area[] = []
  for (const { row, column } of sorted) {
    const last = areas.at(-1)
    if (last && last.row === row && last.column + last.columns === column) last.columns += 1
    else areas.push({ row, column, rows: 1, columns: 1 })
  }
  return areas
}
