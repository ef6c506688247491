import { equations } from '../equations'
import { findFollowed } from './live-totals'
import { columns3, type TableLine } from './table-lines'
import { changedBy, findOneSlip, freeState, hasFigures, isUsable, linesOf, undoneAlong } from './one-slip'
import { slipsFor, isExhausted, record, type UndoneSlip, type Search } from './search'

/** For each equation the column it is about; −1 for an equation about a row or a group. */
const columnOf = Int8Array.from(equations, ({ terms, identity }) => {
  const isRow = identity.family === 'T3.ROW' || identity.family === 'T4.TOTAL'
  return isRow ? -1 : columns3.findIndex(({ cells }) => cells.includes(terms[0]?.position ?? -1))
})

interface Spread {
  rows: number[]
  columns: number[]
  /** How many different columns. */
  width: number
}

/** The broken identities, those about rows apart from those about columns. */
function spreadOf({ trial, judged }: Search): Spread {
  const rows: number[] = []
  const columns: number[] = []
  const seen = new Set<number>()
  for (const equation of judged) {
    if (!trial.isBroken(equation)) continue
    const column = columnOf[equation] ?? -1
    if (column < 0) rows.push(equation)
    else {
      columns.push(equation)
      seen.add(column)
    }
  }
  return { rows, columns, width: seen.size }
}

/** Makes the slip, calls `goOn`, and takes the slip back. */
function following(search: Search, slip: UndoneSlip, goOn: () => void): void {
  search.path.push(slip)
  search.trial.during(slip.cells, slip.values, goOn)
  search.path.pop()
}

/** A single slip of any kind breaks identities of one row only, or of one column only. */
const canBeOneSlip = ({ rows, width }: Spread): boolean => rows.length <= 1 || width <= 1

/**
 * One wrong figure and one slip of any kind. Of two independent slips, at least one is alone in its row or column, so
 * the identity there tells what its figure was.
 */
export function findFigureAndSlip(search: Search): void {
  const { trial, judged } = search
  for (const equation of trial.brokenAmong(judged)) {
    for (const slip of slipsFor(search, equation)) {
      if (isExhausted(search)) return
      following(search, slip, () => {
        if (trial.broken === 0) record(search)
        else if (canBeOneSlip(spreadOf(search))) findOneSlip(search)
      })
    }
  }
}

/** One wrong figure, and one wrong input that its totals follow: undoing the first leaves only balances broken. */
export function findFigureAndFollowed(search: Search): void {
  const { trial, judged } = search
  for (const equation of trial.brokenAmong(judged)) {
    for (const slip of slipsFor(search, equation)) {
      if (isExhausted(search)) return
      following(search, slip, () => findFollowed(search))
    }
  }
}

/** Two slips along rows or columns: undoing the first leaves fewer identities broken, undoing the second none. */
export function findTwoLines(search: Search): void {
  const lines = linesOf(search).filter((line) => hasFigures(search, line) && isUsable(search, line))
  for (const line of lines) findSecondLine(search, line)
}

function findSecondLine(search: Search, line: TableLine): void {
  const { trial } = search
  const state = freeState(search, line)
  const before = trial.broken
  for (const undone of undoneAlong(state)) {
    if (isExhausted(search)) return
    const slip = { slip: undone.slip, cost: undone.cost, at: undone.at, line, ...changedBy(state, undone) }
    following(search, slip, () => {
      if (trial.broken < before && canBeOneSlip(spreadOf(search))) findOneSlip(search)
    })
  }
}

/** If `most` figures can mend all broken identities, one single figure has to mend at least one of these. */
function branchesOf({ rows, columns, width }: Spread, most: number): number[] {
  if (rows.length > most || width > most) return []
  if (rows.length === most) return rows.slice(0, 1)
  return width === most ? columns.slice(0, 1) : [...rows, ...columns]
}

/** Fellegi–Holt: every set of at most `most` figures whose change makes every identity hold. */
export function findFigures(search: Search, most: number): void {
  if (search.trial.broken === 0) return record(search)
  if (most === 0) return
  for (const equation of branchesOf(spreadOf(search), most)) {
    for (const slip of slipsFor(search, equation)) {
      if (isExhausted(search)) return
      following(search, slip, () => findFigures(search, most - 1))
    }
  }
}

/** How many broken identities a change mends; 0 if any identity that reads its cells is broken afterwards. */
function mendedAlone({ trial }: Search, { cells, values }: UndoneSlip): number {
  const before = trial.broken
  return trial.during(cells, values, () => {
    const isClean = cells.every((cell) => trial.readersOf(cell).every((equation) => !trial.isBroken(equation)))
    return isClean ? before - trial.broken : 0
  })
}

/** Single figures whose change mends every broken identity that reads them and breaks none; others may stay broken. */
export function separateFigures(search: Search): { slip: UndoneSlip; mends: number }[] {
  const broken = search.trial.brokenAmong(search.judged)
  const slips = new Map<number, UndoneSlip>()
  for (const slip of broken.flatMap((equation) => slipsFor(search, equation))) slips.set(slip.cells[0] ?? -1, slip)
  return [...slips.values()]
    .map((slip) => ({ slip, mends: mendedAlone(search, slip) }))
    .filter(({ mends }) => mends > 0)
}

/**
 * Many independent slips. A figure counts as wrong if its change mends two identities at once and no other figure can
 * mend them. All such figures are changed; then a single slip may explain the rest.
 */
export function findIndependent(search: Search): void {
  const sure = separateFigures(search).filter(({ mends }) => mends > 1)
  const reads = (slip: UndoneSlip) => search.trial.readersOf(slip.cells[0] ?? -1)
  const readers = new Map<number, number>()
  const broken = new Set(search.trial.brokenAmong(search.judged))
  for (const { slip } of sure)
    for (const equation of reads(slip)) readers.set(equation, (readers.get(equation) ?? 0) + 1)
  const only = sure.filter(({ slip }) => reads(slip).every((eq) => !broken.has(eq) || readers.get(eq) === 1))
  const apply = (index: number): void => {
    const next = only[index]?.slip
    if (next) following(search, next, () => apply(index + 1))
    else if (search.trial.broken === 0) record(search)
    else if (only.length > 0) {
      findOneSlip(search)
      findFollowed(search)
    }
  }
  apply(0)
}
