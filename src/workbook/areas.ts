/** Rectangles of cells. */
import type { Area, Position } from './types'

export const cellArea = ({ row, column }: Position): Area => ({ row, column, rows: 1, columns: 1 })

function extended(area: Area, { row, column }: Position, isDown: boolean): Area | null {
  if (isDown && column === area.column && area.columns === 1 && row === area.row + area.rows)
    return { ...area, rows: area.rows + 1 }
  if (!isDown && row === area.row && area.rows === 1 && column === area.column + area.columns)
    return { ...area, columns: area.columns + 1 }
  return null
}

function runs(positions: readonly Position[], isDown: boolean): Area[] {
  const sorted = [...positions].sort((a, b) =>
    isDown ? a.column - b.column || a.row - b.row : a.row - b.row || a.column - b.column,
  )
  const areas: Area[] = []
  for (const position of sorted) {
    const last = areas[areas.length - 1]
    const longer = last && extended(last, position, isDown)
    if (longer) areas[areas.length - 1] = longer
    else areas.push(cellArea(position))
  }
  return areas
}

/** The fewest straight runs, along rows or down columns, that cover exactly these positions. */
export function straightRuns(positions: readonly Position[]): Area[] {
  const across = runs(positions, false)
  const down = runs(positions, true)
  return down.length < across.length ? down : across
}

/** Rectangles that cover exactly these positions: runs along rows, joined where rows beneath have the same run. */
export function rectangles(positions: readonly Position[]): Area[] {
  const areas: Area[] = []
  for (const run of runs(positions, false)) {
    const above = areas.findIndex(
      (area) => area.column === run.column && area.columns === run.columns && area.row + area.rows === run.row,
    )
    const joined = areas[above]
    if (joined) areas[above] = { ...joined, rows: joined.rows + 1 }
    else areas.push(run)
  }
  return areas
}

/** Every position of the areas. */
export function positionsOf(areas: readonly Area[]): Position[] {
  const positions: Position[] = []
  for (const area of areas) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) positions.push({ row, column })
    }
  }
  return positions
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns
}

export function overlaps(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  )
}

export function encloses(outer: Area, inner: Area): boolean {
  return (
    contains(outer, inner.row, inner.column) &&
    contains(outer, inner.row + inner.rows - 1, inner.column + inner.columns - 1)
  )
}

/** What is left of `area` when `hole` is cut out: at most four areas. */
export function without(area: Area, hole: Area): Area[] {
  if (!overlaps(area, hole)) return [area]
  const top = Math.max(area.row, hole.row)
  const bottom = Math.min(area.row + area.rows, hole.row + hole.rows)
  const left = Math.max(area.column, hole.column)
  const right = Math.min(area.column + area.columns, hole.column + hole.columns)
  const middle = { row: top, rows: bottom - top }
  return [
    { ...area, rows: top - area.row },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
    { ...middle, column: area.column, columns: left - area.column },
    { ...middle, column: right, columns: area.column + area.columns - right },
  ].filter((part) => part.rows > 0 && part.columns > 0)
}
