/** How the figures of one row of a source fit the cells of the form. */
export type Placement =
  | { kind: 'placed'; written: string[]; start: number }
  /** Too many or too few figures, or blanks that leave open where they begin. */
  | { kind: 'open'; written: string[] }

/** Which of several possible first columns is right, from the other rows of the table; undefined where they do not say. */
export type ChooseStart = (possible: readonly number[]) => number | undefined

const isFilled = (cell: string): boolean => cell.trim() !== ''

/**
 * Fits the cells of a row from index `from` on to `width` figures. Blank cells before and after the figures may be
 * what is left of merged cells, so a full row is placed wherever it stands. `start` is the index of the first figure.
 */
export function placeRow(cells: readonly string[], from: number, width: number, choose: ChooseStart): Placement {
  const filled = cells.flatMap((cell, index) => (index >= from && isFilled(cell) ? [index] : []))
  const first = filled[0]
  const last = filled[filled.length - 1]
  if (first === undefined || last === undefined) {
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

/** First columns of full rows, by the column of the row's label: how this source lays out its merged cells. */
export class LearnedStarts {
  private readonly byLabelColumn = new Map<number, Set<number>>()

  constructor(private readonly official: number) {}

  learn(labelColumn: number, start: number): void {
    const known = this.byLabelColumn.get(labelColumn) ?? new Set()
    this.byLabelColumn.set(labelColumn, known.add(start))
  }

  /** The one first column that full rows agree on; where no row is full, the official one or the only possible one. */
  choose(labelColumn: number, possible: readonly number[]): number | undefined {
    const everywhere = [...this.byLabelColumn.values()].flatMap((starts) => [...starts])
    const known = [...(this.byLabelColumn.get(labelColumn) ?? new Set(everywhere))]
    if (known.length > 1) return undefined
    const [agreed] = known
    if (agreed !== undefined) return possible.includes(agreed) ? agreed : undefined
    if (possible.includes(this.official)) return this.official
    return possible.length === 1 ? possible[0] : undefined
  }
}
