import { edition2021 as form, table3Rows } from '../../form'
import { equations } from '../equations'
import { changedBy, freeState, isUsable } from './one-slip'
import { record, type Search } from './search'
import type { LineState } from './slips'
import { closed } from './slips/shifted'
import { columns3 } from './table-lines'
import { isGap } from './table-slips'
import { isCount } from './trial'

const COST = 3
/** By each row that the block ends before the last outcome: mostly a whole column is pasted. */
const BY_EACH_ROW = 0.05
/** Where the block overwrote a figure, nothing confirms it but the balance it follows from. */
const OVERWROTE = 1.5

const isOfTotals = equations.map(({ identity: { family } }) => family === 'T3.ROW' || family === 'T3.CONCLUDED')
const CONCLUDED = table3Rows.findIndex(({ id }) => id === form.table3.concluded.id)
const LAST_OUTCOME = CONCLUDED - 1
const CARRIED_OUT = CONCLUDED + 1
/** 一、本年新收 and 二、上年结转. Only a block that moves figures over these rows breaks a balance. */
const FIRST_ROWS = [0, 1]
const FIRST_OUTCOME = 2
const TOTAL = columns3.length - 1

/** What the balance of the column requires of the figure that was overwritten in the last row of a whole column. */
function overwritten(values: readonly number[], lost: number): number {
  const sum = (from: number, to: number) => values.slice(from, to).reduce((all, value) => all + value, 0)
  return lost === LAST_OUTCOME ? sum(0, FIRST_OUTCOME) - sum(FIRST_OUTCOME, CONCLUDED) - (values[CARRIED_OUT] ?? 0) : 0
}

/** The column before its inputs moved down, its total following. */
function columnBefore({ values }: LineState, gap: number, lost: number): number[] {
  const before = closed(values, gap, lost, 0)
  before[lost] = overwritten(before, lost)
  before[CONCLUDED] = before.slice(FIRST_OUTCOME, CONCLUDED).reduce((sum, value) => sum + value, 0)
  return before
}

/** The changes of the columns, then those of the column of totals, which follow. */
function changesOf({ trial }: Search, states: readonly LineState[], columns: readonly (readonly number[])[]) {
  const own = states.map((state, i) => changedBy(state, { values: columns[i] ?? [] }))
  const cells = own.flatMap((change) => change.cells)
  const values = own.flatMap((change) => change.values)
  const followers = (columns3[TOTAL]?.cells ?? []).flatMap((cell, row) => {
    const growth = states.reduce((sum, state, i) => sum + (columns[i]?.[row] ?? 0) - (state.values[row] ?? 0), 0)
    return growth === 0 ? [] : [{ cell, value: trial.number(cell) + growth }]
  })
  return {
    cells: [...cells, ...followers.map(({ cell }) => cell)],
    values: [...values, ...followers.map(({ value }) => value)],
    followers: followers.length,
  }
}

/**
 * Where totals are formulas, they follow inputs that moved one row down. Then only a balance breaks; that it holds with
 * the figures moved back is hardly chance.
 */
export function findFollowedBlock(search: Search): void {
  const { trial, judged, table } = search
  if (table !== 'table3' || judged.some((equation) => isOfTotals[equation] && trial.isBroken(equation))) return
  const isBroken = (i: number) => columns3[i]?.own.some(({ equation }) => trial.isBroken(equation)) ?? false
  const indexes = columns3.flatMap((_, i) => (i < TOTAL && isBroken(i) ? [i] : []))
  const lines = indexes.flatMap((i) => columns3[i] ?? [])
  const [line] = lines
  if (!line || !lines.every((one) => isUsable(search, one))) return
  const states = lines.map((one) => freeState(search, one))
  const [from = 0] = indexes
  const width = (indexes[indexes.length - 1] ?? from) - from + 1
  for (const gap of FIRST_ROWS) {
    if (!isGap(states, gap, gap + 1)) continue
    for (let lost = LAST_OUTCOME; lost > FIRST_OUTCOME; lost--) {
      const columns = states.map((state) => columnBefore(state, gap, lost))
      const changes = changesOf(search, states, columns)
      const isMove = changes.cells.length - changes.followers > 1 && changes.values.every(isCount)
      if (!isMove || !trial.mendsAll(changes.cells, changes.values)) continue
      const hasOverwritten = columns.some((before) => (before[lost] ?? 0) > 0)
      const cost = COST + BY_EACH_ROW * (LAST_OUTCOME - lost) + (hasOverwritten ? OVERWROTE : 0)
      record(search, { slip: 'blockOn', cost, at: [gap, lost, from, width], line, ...changes })
    }
  }
}
