import { columns3, deducedIn, holdsWithin, rows3, type TableLine } from './table-lines'
import { isCount } from './trial'
import { changedBy, freeState, isUsable } from './one-slip'
import { isExhausted, record, type Search } from './search'
import type { LineState } from './slips'
import { closed } from './slips/shifted'
import { isGap } from './table-slips'

const COST = 7
/** By each further line of the block. */
const BY_EACH_LINE = 0.4
/** Where the block overwrote a figure, which then is lost. */
const OVERWROTE = 1

/** What the sums across a line require of one of its figures; NaN where they cannot be judged. */
function requiredAcross({ trial }: Search, { cells, own }: TableLine, index: number): number {
  const isAcross = (equation: number) => !own.some((identity) => identity.equation === equation)
  return trial.asked(cells[index] ?? -1, isAcross) ?? NaN
}

/** Totals are seldom pasted without what they add up. */
const WITH_TOTALS = 3

const hasTotals = (states: readonly LineState[]): boolean =>
  states.some(({ line }) => line === columns3[columns3.length - 1])

interface Block {
  states: readonly LineState[]
  /** In each line the cell left empty, and the one whose figure was overwritten. */
  gap: number
  lost: number
  /** The first line of the block, by its index in the table. */
  from: number
}

/** A line of the block as it was; null where its own sums would be wrong. */
function lineBefore(search: Search, { states, gap, lost }: Block, { line, values }: LineState): number[] | null {
  const before = closed(values, gap, lost, NaN)
  const asked = states.length === 1 ? requiredAcross(search, line, lost) : NaN
  const own = Number.isNaN(asked) ? deducedIn(line, before, lost) : asked
  before[lost] = Number.isNaN(own) ? 0 : own
  return before.every(isCount) && holdsWithin(line, before) ? before : null
}

function tryBlock(search: Search, block: Block): void {
  const { states, gap, lost, from } = block
  const line = states[0]?.line
  if (!line || gap < 0 || gap >= line.cells.length || !isGap(states, gap, gap < lost ? gap + 1 : gap - 1)) return
  const lines = states.map((state) => lineBefore(search, block, state))
  if (lines.includes(null)) return
  const changes = states.map((state, i) => changedBy(state, { values: lines[i] ?? [] }))
  const cells = changes.flatMap((change) => change.cells)
  const values = changes.flatMap((change) => change.values)
  if (cells.length < 2 || !search.trial.mendsAll(cells, values)) return
  const hasOverwritten = lines.some((before) => (before?.[lost] ?? 0) > 0)
  const cost =
    COST + BY_EACH_LINE * (states.length - 1) + (hasOverwritten ? OVERWROTE : 0) + (hasTotals(states) ? WITH_TOTALS : 0)
  const slip = gap < lost ? 'blockOn' : 'blockBack'
  record(search, { slip, cost, at: [gap, lost, from, states.length], line, cells, values })
}

type Usable = readonly (LineState | null)[]

const usableLines = (search: Search, lines: readonly TableLine[]): Usable =>
  lines.map((line) => (isUsable(search, line) ? freeState(search, line) : null))

/** Every run of lines side by side; a run grows as long as `visit` says so. */
function eachRun(lines: Usable, visit: (states: LineState[], from: number) => boolean): void {
  for (let from = 0; from < lines.length; from++) {
    const run: LineState[] = []
    for (const state of lines.slice(from)) {
      if (!state) break
      run.push(state)
      if (!visit(run, from)) break
    }
  }
}

/** The first and the last of the lines whose own sums are wrong; null where there are not two. */
function rangeOf({ trial }: Search, lines: readonly TableLine[]): [number, number] | null {
  const broken = lines.flatMap(({ own }, i) => (own.some(({ equation }) => trial.isBroken(equation)) ? [i] : []))
  const [first] = broken
  const last = broken[broken.length - 1]
  return first === undefined || last === undefined || first === last ? null : [first, last]
}

/** Columns moved one row down or up. The sums of the rows show the first and the last row of the block. */
function findColumns(search: Search): void {
  const range = rangeOf(search, rows3)
  if (!range) return
  const [first, last] = range
  eachRun(usableLines(search, columns3), (run, from) => {
    const states = [...run]
    tryBlock(search, { states, gap: first, lost: last, from })
    tryBlock(search, { states, gap: last, lost: first, from })
    // Copied instead of cut: the row left keeps its figures, so its sum is right.
    tryBlock(search, { states, gap: first - 1, lost: last, from })
    tryBlock(search, { states, gap: last + 1, lost: first, from })
    return true
  })
}

/** Rows moved one column to the right or left, their totals left alone. The sums of the columns show which. */
function findRows(search: Search): void {
  const range = rangeOf(search, columns3)
  if (!range || rangeOf(search, rows3)) return
  for (const [gap, lost] of [range, [range[1], range[0]] as const]) {
    const beside = gap < lost ? gap + 1 : gap - 1
    eachRun(usableLines(search, rows3), (run, from) => {
      const last = run[run.length - 1]
      if (isExhausted(search) || !last || !isGap([last], gap, beside)) return false
      if (run.length > 1) tryBlock(search, { states: [...run], gap, lost, from })
      return true
    })
  }
}

/**
 * Figures of lines side by side moved by one cell, as a paste one row or one column off leaves them: a part of the
 * table, where a move of the whole table is told by `findTableSlip`.
 */
export function findBlockSlip(search: Search): void {
  if (search.table !== 'table3') return
  findColumns(search)
  findRows(search)
}
