/** How the figures of one row of a source fit the cells of the form. */
export type Placement =
  | { kind: 'placed'; written: string[]; start: number }
  /** Too many or too few figures, or blanks that leave open where they begin. */
  | { kind: 'open'; written: string[] }

/** Which of several possible first columns is right, from the other rows of the table; undefined where they do not say. */
export type ChooseStart = (possible: readonly number[]) => number | undefined

const isFilled = (cell: string): boolean => cell.trim() !== ''

/** A row whose last cells are known to be its figures. */
export function placedAtEnd(cells: readonly string[], width: number): Placement {
  return { kind: 'placed', written: cells.slice(-width), start: cells.length - width }
}

/**
 * Fits the cells of a row from index `from` on to `width` figures. Blank cells before and after the figures may be
 * what is left of merged cells, so a full row is placed wherever it stands. `start` is the index of the first figure.
 */
export function placeRow(cells: readonly string[], from: number, width: number, choose: ChooseStart): Placement {
  let first = from
  while (first < cells.length && !isFilled(cells[first] ?? '')) first += 1
  let last = cells.length - 1
  while (last > first && !isFilled(cells[last] ?? '')) last -= 1
  if (first >= cells.length) {
    return { kind: 'placed', written: Array.from({ length: width }, () => ''), start: -1 }
  }
  const core = cells.slice(first, last + 1)
  if (core.length === width) return { kind: 'placed', written: core, start: first }
  const earliest = Math.max(from, last + 1 - width)
  const latest = Math.min(first, cells.length - width)
  const possible = Array.from({ length: Math.max(0, latest - earliest + 1) }, (_, i) => earliest + i)
  const start = choose(possible)
  if (start === undefined) return { kind: 'open', written: core }
  return { kind: 'placed', written: cells.slice(start, start + width), start }
}

/** What a row shows of the layout of its table. */
export interface RowShape {
  labelColumn: number
  /** How many figures the form has in this row. */
  width: number
  /** How many cells stand in the row, blank ones included. */
  length: number
}

/** How full rows stand, by the column of their labels: so this source lays out its merged cells. */
export class LearnedStarts {
  private readonly shapes = new Map<string, RowShape & { start: number }>()

  constructor(private readonly official: number) {}

  learn(shape: RowShape, start: number): void {
    this.shapes.set([shape.labelColumn, shape.width, shape.length, start].join(), { ...shape, start })
  }

  /**
   * The one first column that full rows agree on; where no row is full, the official one or the only possible one.
   * Undefined for a row without as many cells as a full one: a figure may be lost, and nothing shows which.
   */
  choose(shape: RowShape, possible: readonly number[]): number | undefined {
    const starts = [...new Set(this.like(shape, this.full).map(({ start }) => start))]
    const start = starts.length === 0 ? this.unlearned(possible) : starts[0]
    if (starts.length > 1 || start === undefined || !possible.includes(start)) return undefined
    return shape.length === this.lengthOf(shape, start) ? start : undefined
  }

  private get full(): (RowShape & { start: number })[] {
    return [...this.shapes.values()]
  }

  private like({ labelColumn }: RowShape, rows: readonly (RowShape & { start: number })[]) {
    const own = rows.filter((row) => row.labelColumn === labelColumn)
    return own.length > 0 ? own : rows
  }

  private unlearned(possible: readonly number[]): number | undefined {
    if (possible.includes(this.official)) return this.official
    return possible.length === 1 ? possible[0] : undefined
  }

  /** Of full rows of several lengths the shorter ones lost blanks at their ends. */
  private lengthOf(shape: RowShape, start: number): number {
    const sameWidth = this.full.filter(({ width }) => width === shape.width)
    const lengths = this.like(shape, sameWidth).map(({ length }) => length)
    return lengths.length > 0 ? lengths.reduce((a, b) => Math.max(a, b)) : start + shape.width
  }
}
