/** Values that a fill gives: the source again and again, numbers in even steps counted on. Pure. */
import type { Area, Scalar } from '../../../book/model'

/** Values of the source, as they are typed; null: blank. */
export type Values = readonly (readonly (Scalar | null)[])[]

const numberOf = (value: Scalar | null | undefined): number | null => {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : null
}

/** The step of at least two numbers with the same distance; null: they are no row of numbers. */
function stepOf(line: readonly (Scalar | null)[]): number | null {
  const numbers = line.map(numberOf)
  const [first, second] = numbers
  if (numbers.length < 2 || first === null || first === undefined || second === null || second === undefined)
    return null
  const step = second - first
  const isEven = numbers.every((one, at) => one !== null && Math.abs(one - (first + at * step)) < 1e-9)
  return isEven ? step : null
}

/** `count` values after the line (before it: in reverse). */
function continued(line: readonly (Scalar | null)[], count: number, isBack: boolean): (Scalar | null)[] {
  const source = isBack ? [...line].reverse() : line
  const step = stepOf(source)
  const last = numberOf(source[source.length - 1])
  return Array.from({ length: count }, (_, at) => {
    if (step !== null && last !== null) return String(Number((last + step * (at + 1)).toPrecision(15)))
    return source[at % source.length] ?? null
  })
}

const turned = (values: Values): (Scalar | null)[][] =>
  (values[0] ?? []).map((_, column) => values.map((row) => row[column] ?? null))

export interface Fill {
  /** The cells to be filled, without the source. */
  area: Area
  values: (Scalar | null)[][]
}

/** Where the source is pulled to `target`, which holds it and goes on in one direction; null: nowhere. */
export function pulled(source: Area, target: Area, values: Values): Fill | null {
  const down = target.row + target.rows - source.row - source.rows
  const up = source.row - target.row
  const right = target.column + target.columns - source.column - source.columns
  const left = source.column - target.column
  if (down > 0 || up > 0) {
    const count = Math.max(down, up)
    const lines = turned(values).map((line) => continued(line, count, up > 0))
    const rows = turned(lines)
    const row = down > 0 ? source.row + source.rows : target.row
    return { area: { ...source, row, rows: count }, values: up > 0 ? rows.reverse() : rows }
  }
  if (right > 0 || left > 0) {
    const count = Math.max(right, left)
    const rows = values.map((line) => continued(line, count, left > 0))
    const column = right > 0 ? source.column + source.columns : target.column
    return { area: { ...source, column, columns: count }, values: left > 0 ? rows.map((one) => one.reverse()) : rows }
  }
  return null
}

/** Ctrl+D and Ctrl+R: the first row or column of the area in all others. */
export function copied(area: Area, values: Values, isDown: boolean): Fill | null {
  if (isDown ? area.rows < 2 : area.columns < 2) return null
  const first = values[0] ?? []
  return isDown
    ? { area: { ...area, row: area.row + 1, rows: area.rows - 1 }, values: values.slice(1).map(() => [...first]) }
    : {
        area: { ...area, column: area.column + 1, columns: area.columns - 1 },
        values: values.map((line) => line.slice(1).map(() => line[0] ?? null)),
      }
}

/** The target of a pull: the source up to the cell, in the direction in which the cell is farther away. */
export function pullTarget(source: Area, { row, column }: { row: number; column: number }): Area {
  const down = row - (source.row + source.rows - 1)
  const up = source.row - row
  const right = column - (source.column + source.columns - 1)
  const left = source.column - column
  const most = Math.max(down, up, right, left)
  if (most <= 0) return source
  if (most === down) return { ...source, rows: source.rows + down }
  if (most === up) return { ...source, row, rows: source.rows + up }
  if (most === right) return { ...source, columns: source.columns + right }
  return { ...source, column, columns: source.columns + left }
}
