import { least, most, type Box } from './box'
import { NEAR, type Frame, type Ruling } from './rulings'

/** A cell of a table by its walls, in columns and rows of the grid, the last ones excluded. */
export interface GridCell extends Box {
  row: number
  rowEnd: number
  column: number
  columnEnd: number
  /** Its walls do not make a rectangle. */
  isBroken: boolean
}

export interface Grid extends Box {
  cells: GridCell[]
  cellAt: (x: number, y: number) => GridCell | undefined
  rows: number
  columns: number
  /** The table has no line there: the page ends within it. */
  isCutAbove: boolean
  isCutBelow: boolean
}

/** A wall is there where a line covers so much of it. */
const COVERED = 0.7
/** No table has more rows or columns; what has is a drawing. */
const MOST_PLACES = 400
const MOST_SLOTS = 20_000
const FEWEST_ENDS = 2

/** Positions that are one, put together. */
function places(numbers: readonly number[], near: number): number[] {
  const sorted = [...numbers].sort((a, b) => a - b)
  const kept: number[][] = []
  for (const number of sorted) {
    const group = kept[kept.length - 1]
    const first = group?.[0]
    if (group && first !== undefined && number - first <= near) group.push(number)
    else kept.push([number])
  }
  return kept.map((group) => group.reduce((sum, one) => sum + one, 0) / group.length)
}

/** How much of a wall is covered by the lines at its place. */
function cover(lines: readonly Ruling[], at: number, from: number, to: number, near: number): number {
  let covered = 0
  for (const line of lines) {
    if (Math.abs(line.at - at) <= near) covered += Math.max(0, Math.min(line.to, to) - Math.max(line.from, from))
  }
  return to > from ? covered / (to - from) : 0
}

/** A line that the drawing leaves out at an edge where the lines that cross it end together. */
function closing(crossing: readonly Ruling[], edge: number, isEnd: boolean, near: number): Ruling | undefined {
  const ends = crossing.filter((line) => Math.abs((isEnd ? line.to : line.from) - edge) <= near)
  if (ends.length < FEWEST_ENDS) return undefined
  const positions = ends.map(({ at }) => at)
  return { at: edge, from: least(positions), to: most(positions) }
}

interface Closed {
  level: Ruling[]
  upright: Ruling[]
  isCutAbove: boolean
  isCutBelow: boolean
}

/** The frame with the lines at its edges that are not drawn: a page's end, or a table that is open at its sides. */
function closed({ level, upright, left, right, top, bottom }: Frame, em: number): Closed {
  const near = 2 * NEAR * em
  const isFar = (lines: readonly Ruling[], edge: number) => lines.every(({ at }) => Math.abs(at - edge) > near * 2)
  const find = (lines: readonly Ruling[], crossing: readonly Ruling[], edge: number, isEnd: boolean) =>
    isFar(lines, edge) ? closing(crossing, edge, isEnd, near) : undefined
  const above = find(level, upright, top, false)
  const below = find(level, upright, bottom, true)
  const levels = [...level, ...(above ? [above] : []), ...(below ? [below] : [])]
  const before = find(upright, levels, left, false)
  const after = find(upright, levels, right, true)
  return {
    level: levels,
    upright: [...upright, ...(before ? [before] : []), ...(after ? [after] : [])],
    isCutAbove: above !== undefined,
    isCutBelow: below !== undefined,
  }
}

class Slots {
  private readonly of: number[]

  constructor(
    readonly rows: number,
    readonly columns: number,
  ) {
    this.of = Array.from({ length: rows * columns }, (_, i) => i)
  }

  find(slot: number): number {
    let at = slot
    while (this.of[at] !== at) at = this.of[at] ?? at
    this.of[slot] = at
    return at
  }

  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)]
    this.of[Math.max(x, y)] = Math.min(x, y)
  }
}

interface Span {
  row: number
  rowEnd: number
  column: number
  columnEnd: number
  /** Of slots. */
  count: number
}

function cellsOf(slots: Slots, xs: readonly number[], ys: readonly number[]): Map<number, GridCell> {
  const spans = new Map<number, Span>()
  for (let row = 0; row < slots.rows; row += 1) {
    for (let column = 0; column < slots.columns; column += 1) {
      const key = slots.find(row * slots.columns + column)
      const span = spans.get(key) ?? { row, rowEnd: row, column, columnEnd: column, count: 0 }
      spans.set(key, {
        row: Math.min(span.row, row),
        rowEnd: Math.max(span.rowEnd, row + 1),
        column: Math.min(span.column, column),
        columnEnd: Math.max(span.columnEnd, column + 1),
        count: span.count + 1,
      })
    }
  }
  const cellOf = ({ row, rowEnd, column, columnEnd, count }: Span): GridCell => ({
    row,
    rowEnd,
    column,
    columnEnd,
    isBroken: count !== (rowEnd - row) * (columnEnd - column),
    left: xs[column] ?? 0,
    right: xs[columnEnd] ?? 0,
    top: ys[row] ?? 0,
    bottom: ys[rowEnd] ?? 0,
  })
  return new Map([...spans].map(([key, span]) => [key, cellOf(span)] as const))
}

/** Between which two of some sorted places a number is, counted from 0; -1 where it is not between them. */
const placeOf = (places: readonly number[], number: number): number => {
  const next = places.findIndex((place) => place >= number)
  return number === places[0] ? 0 : next - 1
}

/** Puts the slots together between which no wall is. */
function walled(xs: readonly number[], ys: readonly number[], { level, upright }: Closed, near: number): Slots {
  const slots = new Slots(ys.length - 1, xs.length - 1)
  const isWall = (lines: readonly Ruling[], at: number, from: number, to: number) =>
    cover(lines, at, from, to, near) >= COVERED
  ys.slice(1).forEach((bottom, row) => {
    const top = ys[row] ?? bottom
    xs.slice(1).forEach((right, column) => {
      const left = xs[column] ?? right
      const slot = row * slots.columns + column
      if (column + 1 < slots.columns && !isWall(upright, right, top, bottom)) slots.join(slot, slot + 1)
      if (row + 1 < slots.rows && !isWall(level, bottom, left, right)) slots.join(slot, slot + slots.columns)
    })
  })
  return slots
}

const isTable = (rows: number, columns: number): boolean =>
  rows >= 1 && columns >= 2 && rows <= MOST_PLACES && columns <= MOST_PLACES && rows * columns <= MOST_SLOTS

/** The cells that the lines of a frame make; undefined where they make no table. */
export function gridOf(frame: Frame, em: number): Grid | undefined {
  const near = 1.5 * NEAR * em
  const lines = closed(frame, em)
  const at = (rulings: readonly Ruling[]) =>
    places(
      rulings.map((ruling) => ruling.at),
      near,
    )
  const [xs, ys] = [at(lines.upright), at(lines.level)]
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  if (!isTable(rows, columns)) return undefined
  const slots = walled(xs, ys, lines, near)
  const bySlot = cellsOf(slots, xs, ys)
  const cells = [...bySlot.values()]
  if (!cells.some(({ column, columnEnd }) => columnEnd - column < columns)) return undefined
  const box = { left: xs[0] ?? 0, right: xs[columns] ?? 0, top: ys[0] ?? 0, bottom: ys[rows] ?? 0 }
  const cellAt = (x: number, y: number) => {
    const [column, row] = [placeOf(xs, x), placeOf(ys, y)]
    return column < 0 || row < 0 ? undefined : bySlot.get(slots.find(row * columns + column))
  }
  return { ...box, cells, cellAt, rows, columns, isCutAbove: lines.isCutAbove, isCutBelow: lines.isCutBelow }
}
