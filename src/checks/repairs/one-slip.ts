import { figures } from '../../form'
import { columnLines3, holdsWithin, row4, rows3, type Line } from './lines'
import { isCount, type Ledger } from './ledger'
import { editsFor, record, type Search } from './search'
import { lineSlips, type Found, type Undone } from './slips'

/** One figure that accounts for all that is broken. */
function findFigure(search: Search): void {
  const { ledger, judged } = search
  const first = judged.find((equation) => ledger.isBroken(equation))
  if (first === undefined) return
  for (const edit of editsFor(search, first)) if (ledger.settles(edit.cells, edit.values)) record(search, edit)
}

/** What the identities across a line ask of its figures; null where they contradict each other. */
function requiredAcross({ ledger }: Search, { cells, own }: Line): number[] | null {
  const isAcross = (equation: number) => !own.some((identity) => identity.equation === equation)
  const required: number[] = []
  for (const cell of cells) {
    const asked = ledger.asked(cell, isAcross)
    if (asked === undefined || (!Number.isNaN(asked) && !isCount(asked))) return null
    required.push(asked)
  }
  return required
}

/** Whether every broken identity reads the line. */
const isAllIn = ({ readers }: Line, broken: readonly number[]): boolean =>
  broken.every((equation) => readers[equation] === 1)

export function foundIn({ subject, ledger }: Search, line: Line, required: readonly number[]): Found {
  const values = line.cells.map((cell) => ledger.number(cell))
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

/** Whether the line's own identities can hold with what is asked, and more than one figure has to change for it. */
function isWorthTrying({ required, values, line }: Found): boolean {
  if (required.some(Number.isNaN)) return true
  const different = required.filter((asked, i) => asked !== values[i])
  return different.length > 1 && holdsWithin(line, required)
}

/** The slips along a line that leave what is asked for, all figures of the line being counts and its sums right. */
export function undoneSlips(found: Found): Undone[] {
  const own = lineSlips.filter(({ lines }) => lines.includes(found.line.kind))
  return own.flatMap((slip) =>
    slip
      .undo(found)
      .filter(
        ({ values }) => agrees(found.required, values) && values.every(isCount) && holdsWithin(found.line, values),
      ),
  )
}

/** The figures of the line that the slip changed, and what they were. */
export function changedBy({ line, values: before }: Found, { values }: Pick<Undone, 'values'>) {
  const changed = line.cells.flatMap((cell, i) => (before[i] === values[i] ? [] : [{ cell, value: values[i] ?? NaN }]))
  return { cells: changed.map(({ cell }) => cell), values: changed.map(({ value }) => value) }
}

const hasOpen = ({ subject }: Search, { cells }: Line): boolean =>
  subject.open.size > 0 && cells.some((cell) => subject.open.has(figures[cell]?.id ?? ''))

export function isUsable(search: Search, line: Line): boolean {
  const isTouched = search.path.some(({ cells }) => cells.some((cell) => line.cells.includes(cell)))
  return !isTouched && !hasOpen(search, line)
}

/** Along a line of zeros nothing can have slipped. */
export const hasFigures = ({ ledger }: Search, { cells }: Line): boolean =>
  cells.some((cell) => ledger.number(cell) > 0)

/** Much less likely than a slip that some identity bears out. */
const UNPROVEN = 5

/** A lost figure that the only identity concerned was used to find: whatever stood there, it would fit. */
function isUnproven(ledger: Ledger, { isDeduced }: Undone, cells: readonly number[]): boolean {
  if (!isDeduced) return false
  return new Set(cells.flatMap((cell) => ledger.readersOf(cell))).size < 2
}

function findInLine(search: Search, line: Line): void {
  const { ledger } = search
  if (!hasFigures(search, line) || !isUsable(search, line)) return
  const required = requiredAcross(search, line)
  const found = required && foundIn(search, line, required)
  if (!found || !isWorthTrying(found)) return
  for (const undone of undoneSlips(found)) {
    const changed = changedBy(found, undone)
    const { slip, at } = undone
    const cost = undone.cost + (isUnproven(ledger, undone, changed.cells) ? UNPROVEN : 0)
    if (ledger.settles(changed.cells, changed.values)) record(search, { slip, cost, at, line, ...changed })
  }
}

const lines: Readonly<Record<Search['table'], readonly Line[]>> = {
  table2: [],
  table3: [...rows3, ...columnLines3],
  table4: [row4],
}

export const linesOf = ({ table }: Search): readonly Line[] => lines[table]

/** What nothing across a line asks for may be anything. */
export const freely = (search: Search, line: Line): Found =>
  foundIn(
    search,
    line,
    line.cells.map(() => NaN),
  )

/** Single slips, of a figure or along a line, that account for all that is broken. */
export function findOneSlip(search: Search): void {
  findFigure(search)
  const broken = search.ledger.brokenAmong(search.judged)
  for (const line of linesOf(search)) if (isAllIn(line, broken)) findInLine(search, line)
}
