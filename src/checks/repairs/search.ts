import { figures } from '../../form'
import type { FigureSlipId, LineSlipId } from '../../words/repairs'
import { equations } from '../equations'
import type { Subject } from '../subject'
import type { Trial } from './trial'
import { isCount } from './trial'
import type { TableLine } from './table-lines'
import { figureSlip } from './slips'

interface Changes {
  /** Positions in `figures`, each once; `values` holds what stood there before the slip. */
  cells: readonly number[]
  values: readonly number[]
  cost: number
  /** How many of the last changes are totals that follow from the others, as formulas do. */
  followers?: number
}

/** One slip undone: of a single figure, or along a row or column. */
export type UndoneSlip =
  | (Changes & { slip: FigureSlipId; line?: undefined })
  | (Changes & { slip: LineSlipId; line: TableLine; at: readonly number[] })

/** Slips that together explain every broken identity of a part of the report. `cost`: the sum over its slips. */
export interface Explanation {
  slips: readonly UndoneSlip[]
  cost: number
}

/** One search for the slips whose undoing makes all judged identities hold. */
export interface Search {
  subject: Subject
  trial: Trial
  /** Positions in `equations`. */
  judged: readonly number[]
  table: 'table2' | 'table3' | 'table4'
  /** Slips undone so far. */
  path: UndoneSlip[]
  /** By the changes they make, so that nothing is offered twice. */
  explanations: Map<string, Explanation>
  /** The value of `trial.operations` at which to stop. */
  until: number
}

export const isExhausted = ({ trial, until }: Search): boolean => trial.operations > until

export const costOf = (slips: readonly UndoneSlip[]): number => slips.reduce((sum, { cost }) => sum + cost, 0)

const keyOf = (slips: readonly UndoneSlip[]): string => {
  const changes = slips.flatMap(({ cells, values }) => cells.map((cell, i) => `${cell} ${values[i]}`))
  return changes.sort().join()
}

/** Of two explanations that make the same changes, keeps the likelier. */
export function record({ path, explanations }: Search, ...last: readonly UndoneSlip[]): void {
  const slips = [...path, ...last]
  const key = keyOf(slips)
  const cost = costOf(slips)
  const known = explanations.get(key)
  if (!known || cost < known.cost) explanations.set(key, { slips, cost })
}

const isTotal = figures.map(({ kind }) => kind === 'total')

/** The share of zeros among the figures that an equation reads; never quite 0 and never quite 1. */
function zerosIn({ trial }: Search, equation: number): number {
  const terms = equations[equation]?.terms ?? []
  const zeros = terms.filter(({ position }) => trial.number(position) === 0).length
  return (zeros + 0.5) / (terms.length + 1)
}

/** For each figure of this year in an equation: the change of this figure alone that makes the equation hold. */
export function slipsFor(search: Search, equation: number): UndoneSlip[] {
  const { trial, path } = search
  const residual = trial.residuals[equation] ?? NaN
  const zeros = zerosIn(search, equation)
  return (equations[equation]?.terms ?? []).flatMap(({ position, sign, isLastYear }): UndoneSlip[] => {
    const present = trial.number(position)
    const meant = present - residual / sign
    const isTaken = path.some(({ cells }) => cells.includes(position))
    if (isLastYear || meant === present || !isCount(meant) || isTaken) return []
    return [{ ...figureSlip(present, meant, isTotal[position] ?? false, zeros), cells: [position], values: [meant] }]
  })
}
