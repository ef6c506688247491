/** Rectangles of cells, and equal neighbours in lists. */
import type { Area, Position } from '../workbook'

/** The smallest rectangle around some cells, or null where there are none. */
export function boundingArea(cells: readonly Position[]): Area | null {
  if (cells.length === 0) return null
  const rows = cells.map((cell) => cell.row)
  const columns = cells.map((cell) => cell.column)
  const row = Math.min(...rows)
  const column = Math.min(...columns)
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 }
}

/** A matrix of an area's size, filled by `at`. */
export function matrix<T>(area: Area, at: (position: Position) => T): T[][] {
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_, c) => at({ row: area.row + r, column: area.column + c })),
  )
}

/** Equal neighbours in a list, as runs: 1-based start, length, value. */
export function equalRuns<T>(values: readonly T[]): { start: number; count: number; value: T }[] {
  const runs: { start: number; count: number; value: T }[] = []
  values.forEach((value, index) => {
    const last = runs[runs.length - 1]
    if (last && last.value === value) last.count += 1
    else runs.push({ start: index + 1, count: 1, value })
  })
  return runs
}

/** The value of a cell in what was read; blank outside of it. */
export function readAt<T>(values: readonly (readonly T[])[], { row, column }: Position): T | '' {
  return values[row - 1]?.[column - 1] ?? ''
}
