import { figures } from '../../form'
import { columns3, holdsWithin, row4, rows3, type TableLine } from './table-lines'
import { isCount, type Trial } from './trial'
import { slipsFor, record, type Search } from './search'
import { lineSlips, type LineState, type Undone } from './slips'

/** Single figures whose change mends all that is broken. */
function findFigure(search: Search): void {
  const { trial, judged } = search
  const first = judged.find((equation) => trial.isBroken(equation))
  if (first === undefined) return
  for (const slip of slipsFor(search, first)) if (trial.mendsAll(slip.cells, slip.values)) record(search, slip)
}

/** What the identities across a row or column require of its figures; null where they contradict each other. */
function requiredAcross({ trial }: Search, { cells, own }: TableLine): number[] | null {
  const isAcross = (equation: number) => !own.some((identity) => identity.equation === equation)
  const required: number[] = []
  for (const cell of cells) {
    const asked = trial.asked(cell, isAcross)
    if (asked === undefined || (!Number.isNaN(asked) && !isCount(asked))) return null
    required.push(asked)
  }
  return required
}

/** Whether every broken identity reads the row or column. */
const isAllIn = ({ readers }: TableLine, broken: readonly number[]): boolean =>
  broken.every((equation) => readers[equation] === 1)

export function stateOf({ subject, trial }: Search, line: TableLine, required: readonly number[]): LineState {
  const values = line.cells.map((cell) => trial.number(cell))
  const isOther = (asked: number, i: number) => !Number.isNaN(asked) && asked !== values[i]
  const others = required.flatMap((asked, i) => (isOther(asked, i) ? [i] : []))
  return {
    line,
    values,
    required,
    isBlank: line.cells.map((cell) => subject.values[cell] === null),
    first: others[0] ?? Infinity,
    last: others[others.length - 1] ?? -1,
  }
}

const agrees = (required: readonly number[], values: readonly number[]): boolean =>
  required.every((asked, i) => Number.isNaN(asked) || asked === values[i])

/** Whether the own identities of the row or column hold with the required figures, and several of them are wrong. */
function isWorthTrying({ required, values, line }: LineState): boolean {
  if (required.some(Number.isNaN)) return true
  const different = required.filter((asked, i) => asked !== values[i])
  return different.length > 1 && holdsWithin(line, required)
}

/** The slips whose undoing gives the required figures, all of them counts, all sums of the row or column right. */
export function undoneAlong(state: LineState): Undone[] {
  const own = lineSlips.filter(({ lines }) => lines.includes(state.line.kind))
  return own.flatMap((slip) =>
    slip
      .undo(state)
      .filter(
        ({ values }) => agrees(state.required, values) && values.every(isCount) && holdsWithin(state.line, values),
      ),
  )
}

/** The figures that the slip changed (positions in `figures`), and what they were before. */
export function changedBy({ line, values: before }: LineState, { values }: Pick<Undone, 'values'>) {
  const changed = line.cells.flatMap((cell, i) => (before[i] === values[i] ? [] : [{ cell, value: values[i] ?? NaN }]))
  return { cells: changed.map(({ cell }) => cell), values: changed.map(({ value }) => value) }
}

const hasOpen = ({ subject }: Search, { cells }: TableLine): boolean =>
  subject.open.size > 0 && cells.some((cell) => subject.open.has(figures[cell]?.id ?? ''))

export function isUsable(search: Search, line: TableLine): boolean {
  const isTouched = search.path.some(({ cells }) => cells.some((cell) => line.cells.includes(cell)))
  return !isTouched && !hasOpen(search, line)
}

/** Whether anything can have slipped: nothing can among zeros only. */
export const hasFigures = ({ trial }: Search, { cells }: TableLine): boolean =>
  cells.some((cell) => trial.number(cell) > 0)

/** Extra cost: a slip that an identity confirms is much likelier. */
const UNPROVEN = 5

/** Whether nothing confirms a lost figure: the only identity that reads it is the one it was computed from. */
function isUnproven(trial: Trial, { isDeduced }: Undone, cells: readonly number[]): boolean {
  if (!isDeduced) return false
  return new Set(cells.flatMap((cell) => trial.readersOf(cell))).size < 2
}

function findInLine(search: Search, line: TableLine): void {
  const { trial } = search
  if (!hasFigures(search, line) || !isUsable(search, line)) return
  const required = requiredAcross(search, line)
  const state = required && stateOf(search, line, required)
  if (!state || !isWorthTrying(state)) return
  for (const undone of undoneAlong(state)) {
    const changed = changedBy(state, undone)
    const { slip, at } = undone
    const cost = undone.cost + (isUnproven(trial, undone, changed.cells) ? UNPROVEN : 0)
    if (trial.mendsAll(changed.cells, changed.values)) record(search, { slip, cost, at, line, ...changed })
  }
}

const lines: Readonly<Record<Search['table'], readonly TableLine[]>> = {
  table2: [],
  table3: [...rows3, ...columns3],
  table4: [row4],
}

export const linesOf = ({ table }: Search): readonly TableLine[] => lines[table]

/** The state of a row or column of which the identities across it require nothing. */
export const freeState = (search: Search, line: TableLine): LineState =>
  stateOf(
    search,
    line,
    line.cells.map(() => NaN),
  )

/** Single slips, of one figure or along a row or column, whose undoing mends all that is broken. */
export function findOneSlip(search: Search): void {
  findFigure(search)
  const broken = search.trial.brokenAmong(search.judged)
  for (const line of linesOf(search)) if (isAllIn(line, broken)) findInLine(search, line)
}
