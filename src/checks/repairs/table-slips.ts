import { columns3, deducedIn, holdsWithin, rows3, type TableLine } from './table-lines'
import { isCount } from './trial'
import { isUsable, changedBy, freeState } from './one-slip'
import { record, type Search } from './search'
import type { LineState } from './slips'
import { closed } from './slips/shifted'

const COST = 5

/** Whether the cells along the gap carry nothing: each is empty, or repeats the cell beside it. */
export function isGap(lines: readonly LineState[], gap: number, beside: number): boolean {
  return lines.every(
    ({ values, isBlank }) => values[gap] === 0 || isBlank[gap] === true || values[gap] === values[beside],
  )
}

/** All rows (or columns) moved by one cell in the same way; null where an identity within one of them would fail. */
function allClosed(lines: readonly LineState[], gap: number, lost: number): number[][] | null {
  const moved: number[][] = []
  for (const { line, values } of lines) {
    const figures = closed(values, gap, lost, NaN)
    figures[lost] = deducedIn(line, figures, lost)
    if (!figures.every(isCount) || !holdsWithin(line, figures)) return null
    moved.push(figures)
  }
  return moved
}

function tryMove(search: Search, lines: readonly LineState[], gap: number, lost: number): void {
  const last = (lines[0]?.values.length ?? 0) - 1
  const beside = gap === last && lost < gap ? gap - 1 : gap + 1
  const moved = isGap(lines, gap, beside) ? allClosed(lines, gap, lost) : null
  if (!moved) return
  const changes = lines.map((state, i) => changedBy(state, { values: moved[i] ?? [] }))
  const cells = changes.flatMap((change) => change.cells)
  const values = changes.flatMap((change) => change.values)
  if (cells.length === 0 || !search.trial.mendsAll(cells, values)) return
  const slip = gap < lost ? 'tableOn' : 'tableBack'
  const line = lines[0]?.line
  if (line) record(search, { slip, cost: COST, at: [gap, lost], cells, values, line })
}

function findMove(search: Search, lines: readonly TableLine[]): void {
  if (!lines.every((line) => isUsable(search, line))) return
  const states = lines.map((line) => freeState(search, line))
  const last = (lines[0]?.cells.length ?? 0) - 1
  // The whole table first: where two rows have equal sums, a move of the whole table also explains a move of a part.
  for (let from = 0; from < last && search.explanations.size === 0; from++) {
    tryMove(search, states, from, last)
    tryMove(search, states, last, from)
  }
}

/** Table 3 pasted one row or one column off: the whole table, or everything from some row or column on. */
export function findTableSlip(search: Search): void {
  if (search.table !== 'table3') return
  findMove(search, columns3)
  findMove(search, rows3)
}
