/** Positions as written in formulas. */
import type { Area, Position } from './types'

/** 1 → `A`, 27 → `AA`. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  const letter = String.fromCharCode(65 + ((column - 1) % 26))
  return rest === 0 ? letter : columnLetters(rest) + letter
}

export const a1 = ({ row, column }: Position): string => `${columnLetters(column)}${row}`

/** `D7`, or `D7:I7` for more than one cell. */
export function areaA1(area: Area): string {
  const last = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 }
  return area.rows * area.columns === 1 ? a1(area) : `${a1(area)}:${a1(last)}`
}

const absolute = ({ row, column }: Position): string => `$${columnLetters(column)}$${row}`

/** `'三、依申请公开'!$D$7:$J$31` */
export function sheetArea(tabName: string, area: Area): string {
  const last = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 }
  const range = area.rows * area.columns === 1 ? absolute(area) : `${absolute(area)}:${absolute(last)}`
  return `'${tabName.replace(/'/g, "''")}'!${range}`
}

const offset = (axis: 'R' | 'C', by: number): string => (by === 0 ? axis : `${axis}[${by}]`)

/** The area relative to the cell that refers to it: `RC[-6]:RC[-1]`. */
export function areaR1C1(area: Area, from: Position): string {
  const at = (row: number, column: number) => offset('R', row - from.row) + offset('C', column - from.column)
  const first = at(area.row, area.column)
  if (area.rows * area.columns === 1) return first
  return `${first}:${at(area.row + area.rows - 1, area.column + area.columns - 1)}`
}

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
  return areas.flatMap(({ row, column, rows, columns }) =>
    Array.from({ length: rows * columns }, (_, i) => ({
      row: row + Math.floor(i / columns),
      column: column + (i % columns),
    })),
  )
}
