import { columnLines3, deducedIn, holdsWithin, rows3, type Line } from './lines'
import { isCount } from './ledger'
import { isUsable, changedBy, freely } from './one-slip'
import { record, type Search } from './search'
import type { Found } from './slips'
import { closed } from './slips/shifted'

const COST = 5

/** Whether the cells along the gap say nothing: they are empty, or stand a second time beside it. */
function isGap(lines: readonly Found[], gap: number, beside: number): boolean {
  return lines.every(
    ({ values, isBlank }) => values[gap] === 0 || isBlank[gap] === true || values[gap] === values[beside],
  )
}

/** All lines moved by one cell in the same way; null where that does not satisfy the identities within them. */
function allClosed(lines: readonly Found[], gap: number, lost: number): number[][] | null {
  const moved: number[][] = []
  for (const { line, values } of lines) {
    const figures = closed(values, gap, lost, NaN)
    figures[lost] = deducedIn(line, figures, lost)
    if (!figures.every(isCount) || !holdsWithin(line, figures)) return null
    moved.push(figures)
  }
  return moved
}

function tryMove(search: Search, lines: readonly Found[], gap: number, lost: number): void {
  const last = (lines[0]?.values.length ?? 0) - 1
  const beside = gap === last && lost < gap ? gap - 1 : gap + 1
  const moved = isGap(lines, gap, beside) ? allClosed(lines, gap, lost) : null
  if (!moved) return
  const changes = lines.map((found, i) => changedBy(found, { values: moved[i] ?? [] }))
  const cells = changes.flatMap((change) => change.cells)
  const values = changes.flatMap((change) => change.values)
  if (cells.length === 0 || !search.ledger.settles(cells, values)) return
  const slip = gap < lost ? 'tableOn' : 'tableBack'
  const line = lines[0]?.line
  if (line) record(search, { slip, cost: COST, at: [gap, lost], cells, values, line })
}

function findMove(search: Search, lines: readonly Line[]): void {
  if (!lines.every((line) => isUsable(search, line))) return
  const found = lines.map((line) => freely(search, line))
  const last = (lines[0]?.cells.length ?? 0) - 1
  for (let from = 0; from < last; from++) {
    tryMove(search, found, from, last)
    tryMove(search, found, last, from)
  }
}

/** Table 3 pasted one row or one column off, as a whole or from some row or column on. */
export function findTableSlip(search: Search): void {
  if (search.table !== 'table3') return
  findMove(search, columnLines3)
  findMove(search, rows3)
}
