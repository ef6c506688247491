import { edition2021 as form, figures } from '../../form'
import { equations, positionOf } from '../equations'
import { isCount } from './trial'
import { inputRows3, type TableLine } from './table-lines'
import { changedBy, stateOf, isUsable, undoneAlong } from './one-slip'
import { record, type UndoneSlip, type Search } from './search'
import { figureSlip, type LineState } from './slips'

const families = equations.map(({ identity }) => identity.family)
const isOfTotals = families.map((family) => family === 'T3.ROW' || family === 'T3.CONCLUDED')

/** Extra cost: where a slip without formulas fits too, that one is likelier. */
const FOLLOWED = 2

/** The share of zeros to assume, for nothing is known of it here. */
const HALF = 0.5

/** The rows that add up to the total of all outcomes. */
const outcomes = new Set(form.table3.outcomes.flatMap((group) => group.rows.map(({ id }) => id)))
const rowOf = ({ cells }: TableLine): string => figures[cells[0] ?? 0]?.row ?? ''
const columns = form.table3.columns.map(({ id }) => id)
const TOTAL = columns.length - 1
const concluded = columns.map((column) => positionOf(`table3.${form.table3.concluded.id}.${column}`))

const isOutcome = (line: TableLine): boolean => outcomes.has(rowOf(line))
const totalOf = (line: TableLine): number => positionOf(`table3.${rowOf(line)}.${columns[TOTAL]}`)

/** What the balances require of a row's inputs if its totals follow; null where they contradict each other. */
function requiredOf({ trial }: Search, line: TableLine): number[] | null {
  const required: number[] = []
  for (const [index, cell] of line.cells.entries()) {
    const carrier = isOutcome(line) ? (concluded[index] ?? cell) : cell
    const asked = trial.asked(carrier, (equation) => !isOfTotals[equation])
    if (asked === undefined) return null
    const growth = Number.isNaN(asked) ? 0 : asked - trial.number(carrier)
    required.push(trial.number(cell) + growth)
  }
  return required.every(isCount) ? required : null
}

/** The change of a row's inputs, with the totals that follow from them. */
function followed(
  { trial }: Search,
  line: TableLine,
  changed: UndoneSlip,
): Pick<UndoneSlip, 'cells' | 'values' | 'followers'> {
  const cells = [...changed.cells]
  const values = [...changed.values]
  let sum = 0
  const add = (position: number, growth: number) => {
    if (growth === 0) return
    cells.push(position)
    values.push(trial.number(position) + growth)
  }
  changed.cells.forEach((cell, i) => {
    const growth = (changed.values[i] ?? NaN) - trial.number(cell)
    sum += growth
    if (isOutcome(line)) add(concluded[line.cells.indexOf(cell)] ?? -1, growth)
  })
  add(totalOf(line), sum)
  if (isOutcome(line)) add(concluded[TOTAL] ?? -1, sum)
  return { cells, values, followers: cells.length - changed.cells.length }
}

function slipsIn(state: LineState): UndoneSlip[] {
  const { line, values, required } = state
  const changed = changedBy(state, { values: required })
  const [only, second] = changed.cells
  if (only === undefined) return []
  if (second === undefined) {
    const { slip, cost } = figureSlip(values[line.cells.indexOf(only)] ?? NaN, changed.values[0] ?? NaN, false, HALF)
    return [{ slip, cost, ...changed }]
  }
  return undoneAlong(state).map(({ slip, cost, at }) => ({ slip, cost, at, line, ...changed }))
}

/**
 * Where totals are formulas, they follow a wrong input. Then only a balance breaks, or the link to last year. Finds
 * the inputs of one row whose change, with its totals, mends that.
 */
export function findFollowed(search: Search): void {
  const { trial, judged, table, path } = search
  const undone = new Set(path.flatMap(({ cells }) => cells))
  if (table !== 'table3' || judged.some((equation) => isOfTotals[equation] && trial.isBroken(equation))) return
  for (const line of inputRows3) {
    const required = isUsable(search, line) ? requiredOf(search, line) : null
    if (!required) continue
    for (const slip of slipsIn(stateOf(search, line, required))) {
      const changes = followed(search, line, slip)
      if (changes.cells.some((cell) => undone.has(cell)) || !changes.values.every(isCount)) continue
      if (!trial.mendsAll(changes.cells, changes.values)) continue
      record(search, { ...slip, ...changes, cost: slip.cost + FOLLOWED })
    }
  }
}
