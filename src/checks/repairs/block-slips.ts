import { columns3, deducedIn, holdsWithin, rows3, type TableLine } from './table-lines'
import { isCount } from './trial'
import { changedBy, freeState, isUsable } from './one-slip'
import { record, type Search } from './search'
import type { LineState } from './slips'
import { closed } from './slips/shifted'
import { isGap } from './table-slips'

const COST = 7
/** By each further column of the block. */
const BY_EACH_COLUMN = 0.4
/** Where the block overwrote a figure, which then is lost. */
const OVERWROTE = 1

/** The rows whose own sum is wrong, by their index in table 3. */
const brokenRows = ({ trial }: Search): number[] =>
  rows3.flatMap(({ own }, row) => (own.some(({ equation }) => trial.isBroken(equation)) ? [row] : []))

/** What the sum of a row requires of its figure in a column; NaN where the sum cannot be judged. */
function requiredInRow({ trial }: Search, { cells, own }: TableLine, row: number): number {
  const isAcross = (equation: number) => !own.some((identity) => identity.equation === equation)
  return trial.asked(cells[row] ?? -1, isAcross) ?? NaN
}

interface Block {
  states: readonly LineState[]
  /** The row left empty, and the row whose figures were overwritten. */
  gap: number
  lost: number
}

/** A column of the block as it was; null where its own sums would be wrong. */
function columnBefore(search: Search, { states, gap, lost }: Block, { line, values }: LineState): number[] | null {
  const before = closed(values, gap, lost, NaN)
  const asked = states.length === 1 ? requiredInRow(search, line, lost) : NaN
  const own = Number.isNaN(asked) ? deducedIn(line, before, lost) : asked
  before[lost] = Number.isNaN(own) ? 0 : own
  return before.every(isCount) && holdsWithin(line, before) ? before : null
}

function tryBlock(search: Search, block: Block, from: number): void {
  const { states, gap, lost } = block
  if (!isGap(states, gap, gap < lost ? gap + 1 : gap - 1)) return
  const columns = states.map((state) => columnBefore(search, block, state))
  const changes = states.map((state, i) => changedBy(state, { values: columns[i] ?? [] }))
  const cells = changes.flatMap((change) => change.cells)
  const values = changes.flatMap((change) => change.values)
  const line = states[0]?.line
  if (!line || columns.includes(null) || cells.length < 2 || !search.trial.mendsAll(cells, values)) return
  const hasOverwritten = columns.some((column) => (column?.[lost] ?? 0) > 0)
  const cost = COST + BY_EACH_COLUMN * (states.length - 1) + (hasOverwritten ? OVERWROTE : 0)
  const slip = gap < lost ? 'blockOn' : 'blockBack'
  record(search, { slip, cost, at: [gap, lost, from, states.length], line, cells, values })
}

/**
 * Figures of one column, or of several side by side, moved one row down or up, as a paste one line off leaves them. The
 * sums of the rows show the first and the last row of the block.
 */
export function findBlockSlip(search: Search): void {
  if (search.table !== 'table3') return
  const broken = brokenRows(search)
  const [first] = broken
  const last = broken[broken.length - 1]
  if (first === undefined || last === undefined || first === last) return
  const states = columns3.map((line) => (isUsable(search, line) ? freeState(search, line) : null))
  for (let from = 0; from < states.length; from++) {
    for (let end = from + 1; end <= states.length; end++) {
      const columns = states.slice(from, end)
      const usable = columns.filter((state): state is LineState => state !== null)
      if (usable.length < columns.length) break
      tryBlock(search, { states: usable, gap: first, lost: last }, from)
      tryBlock(search, { states: usable, gap: last, lost: first }, from)
    }
  }
}
