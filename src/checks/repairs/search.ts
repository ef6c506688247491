import { figures } from '../../form'
import type { FigureSlipId, LineSlipId } from '../../words/repairs'
import { equations } from '../equations'
import type { Subject } from '../subject'
import type { Ledger } from './ledger'
import { isCount } from './ledger'
import type { Line } from './lines'
import { figureSlip } from './slips'

interface Changes {
  /** Positions in `figures`, each once, and what stood there before the slip. */
  cells: readonly number[]
  values: readonly number[]
  cost: number
  /** The last of the changes are totals that rest on the others, as formulas do. */
  followers?: number
}

/** One slip taken back: of a figure alone, or along a line. */
export type Edit =
  | (Changes & { slip: FigureSlipId; line?: undefined })
  | (Changes & { slip: LineSlipId; line: Line; at: readonly number[] })

/** Slips that together account for every broken identity of a part of the report. */
export interface Explanation {
  edits: readonly Edit[]
  cost: number
}

/** One search for what settles the identities in sight. */
export interface Search {
  subject: Subject
  ledger: Ledger
  /** Positions in `equations`. */
  judged: readonly number[]
  table: 'table2' | 'table3' | 'table4'
  /** Slips taken back so far. */
  path: Edit[]
  /** By what they change, so that nothing is offered twice. */
  found: Map<string, Explanation>
  /** The count of the ledger's operations at which to stop. */
  until: number
}

export const isExhausted = ({ ledger, until }: Search): boolean => ledger.operations > until

export const costOf = (edits: readonly Edit[]): number => edits.reduce((sum, { cost }) => sum + cost, 0)

const keyOf = (edits: readonly Edit[]): string => {
  const changes = edits.flatMap(({ cells, values }) => cells.map((cell, i) => `${cell} ${values[i]}`))
  return changes.sort().join()
}

/** Keeps the likelier of two explanations that change the same. */
export function record({ path, found }: Search, ...last: readonly Edit[]): void {
  const edits = [...path, ...last]
  const key = keyOf(edits)
  const cost = costOf(edits)
  const known = found.get(key)
  if (!known || cost < known.cost) found.set(key, { edits, cost })
}

const isTotal = figures.map(({ kind }) => kind === 'total')

/** The share of zeros among the figures that an equation reads, none and all being rounded away from 0 and 1. */
function zerosIn({ ledger }: Search, equation: number): number {
  const terms = equations[equation]?.terms ?? []
  const zeros = terms.filter(({ position }) => ledger.number(position) === 0).length
  return (zeros + 0.5) / (terms.length + 1)
}

/** For each figure of this year that an equation reads, the change of it alone that makes the equation hold. */
export function editsFor(search: Search, equation: number): Edit[] {
  const { ledger, path } = search
  const residual = ledger.residuals[equation] ?? NaN
  const zeros = zerosIn(search, equation)
  return (equations[equation]?.terms ?? []).flatMap(({ position, sign, isLastYear }): Edit[] => {
    const found = ledger.number(position)
    const meant = found - residual / sign
    const isTaken = path.some(({ cells }) => cells.includes(position))
    if (isLastYear || meant === found || !isCount(meant) || isTaken) return []
    return [{ ...figureSlip(found, meant, isTotal[position] ?? false, zeros), cells: [position], values: [meant] }]
  })
}
