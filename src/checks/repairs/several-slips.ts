import { equations } from '../equations'
import { columnLines3, type Line } from './lines'
import { changedBy, findOneSlip, freely, hasFigures, isUsable, linesOf, undoneSlips } from './one-slip'
import { editsFor, isExhausted, record, type Edit, type Search } from './search'

/** For each equation the column that it is about, or −1 for one about a row or a group. */
const columnOf = Int8Array.from(equations, ({ terms, identity }) => {
  const isRow = identity.family === 'T3.ROW' || identity.family === 'T4.TOTAL'
  return isRow ? -1 : columnLines3.findIndex(({ cells }) => cells.includes(terms[0]?.position ?? -1))
})

interface Spread {
  rows: number[]
  columns: number[]
  /** How many different columns. */
  width: number
}

/** Broken identities about rows, and those about columns. */
function spreadOf({ ledger, judged }: Search): Spread {
  const rows: number[] = []
  const columns: number[] = []
  const seen = new Set<number>()
  for (const equation of judged) {
    if (!ledger.isBroken(equation)) continue
    const column = columnOf[equation] ?? -1
    if (column < 0) rows.push(equation)
    else {
      columns.push(equation)
      seen.add(column)
    }
  }
  return { rows, columns, width: seen.size }
}

/** Goes on with the edit made. */
function following(search: Search, edit: Edit, goOn: () => void): void {
  search.path.push(edit)
  search.ledger.during(edit.cells, edit.values, goOn)
  search.path.pop()
}

/** One slip, of whatever kind, accounts for no more than one row or one column. */
const canBeOneSlip = ({ rows, width }: Spread): boolean => rows.length <= 1 || width <= 1

/**
 * A wrong figure somewhere, and one slip of any kind besides. Of two independent slips, at least one is the only one
 * in its row or column, so that the identity there tells what the figure was.
 */
export function findFigureAndSlip(search: Search): void {
  const { ledger, judged } = search
  for (const equation of ledger.brokenAmong(judged)) {
    for (const edit of editsFor(search, equation)) {
      if (isExhausted(search)) return
      following(search, edit, () => {
        if (ledger.broken === 0) record(search)
        else if (canBeOneSlip(spreadOf(search))) findOneSlip(search)
      })
    }
  }
}

/** A slip along a line settles more than it breaks, and another along a line does the rest. */
export function findTwoLines(search: Search): void {
  const lines = linesOf(search).filter((line) => hasFigures(search, line) && isUsable(search, line))
  for (const line of lines) findSecondLine(search, line)
}

function findSecondLine(search: Search, line: Line): void {
  const { ledger } = search
  const found = freely(search, line)
  const before = ledger.broken
  for (const undone of undoneSlips(found)) {
    if (isExhausted(search)) return
    const edit = { slip: undone.slip, cost: undone.cost, at: undone.at, line, ...changedBy(found, undone) }
    following(search, edit, () => {
      if (ledger.broken < before && canBeOneSlip(spreadOf(search))) findOneSlip(search)
    })
  }
}

/** The identities one of which is surely mended by one figure alone, if `most` figures mend them all. */
function branchesOf({ rows, columns, width }: Spread, most: number): number[] {
  if (rows.length > most || width > most) return []
  if (rows.length === most) return rows.slice(0, 1)
  return width === most ? columns.slice(0, 1) : [...rows, ...columns]
}

/** Fellegi–Holt: every set of so many figures whose change satisfies every identity. */
export function findFigures(search: Search, most: number): void {
  if (search.ledger.broken === 0) return record(search)
  if (most === 0) return
  for (const equation of branchesOf(spreadOf(search), most)) {
    for (const edit of editsFor(search, equation)) {
      if (isExhausted(search)) return
      following(search, edit, () => findFigures(search, most - 1))
    }
  }
}

/** How many broken identities a change settles, if it breaks none and leaves none broken that it touches; else 0. */
function settlesAlone({ ledger }: Search, { cells, values }: Edit): number {
  const before = ledger.broken
  return ledger.during(cells, values, () => {
    const isClean = cells.every((cell) => ledger.readersOf(cell).every((equation) => !ledger.isBroken(equation)))
    return isClean ? before - ledger.broken : 0
  })
}

/** Single figures that settle what they touch and break nothing, whatever else may be wrong; most settled first. */
export function separateFigures(search: Search): { edit: Edit; settles: number }[] {
  const broken = search.ledger.brokenAmong(search.judged)
  const edits = new Map<number, Edit>()
  for (const edit of broken.flatMap((equation) => editsFor(search, equation))) edits.set(edit.cells[0] ?? -1, edit)
  return [...edits.values()]
    .map((edit) => ({ edit, settles: settlesAlone(search, edit) }))
    .filter(({ settles }) => settles > 0)
}

/**
 * Many independent slips: figures that settle two identities at once and are the only ones to settle them are taken
 * for wrong, one after the other; then a single slip may account for the rest.
 */
export function findIndependent(search: Search): void {
  const sure = separateFigures(search).filter(({ settles }) => settles > 1)
  const reads = (edit: Edit) => search.ledger.readersOf(edit.cells[0] ?? -1)
  const readers = new Map<number, number>()
  const broken = new Set(search.ledger.brokenAmong(search.judged))
  for (const { edit } of sure)
    for (const equation of reads(edit)) readers.set(equation, (readers.get(equation) ?? 0) + 1)
  const only = sure.filter(({ edit }) => reads(edit).every((eq) => !broken.has(eq) || readers.get(eq) === 1))
  const apply = (index: number): void => {
    const next = only[index]?.edit
    if (next) following(search, next, () => apply(index + 1))
    else if (search.ledger.broken === 0) record(search)
    else if (only.length > 0) findOneSlip(search)
  }
  apply(0)
}
