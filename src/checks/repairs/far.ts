/** Figures that would jump to another size because one identity asks for it: that is no evidence. */
import { equations, equationsOf } from '../equations'
import type { Subject } from '../subject'
import type { Explanation, Search, UndoneSlip } from './search'

/** From 8 to 80 may be a slip of the hand, from 8 to 1,246 is another figure. */
const TIMES = 10
const DIFFERENCE = 100

const isFar = (present: number, meant: number): boolean =>
  Math.abs(present - meant) >= DIFFERENCE && (Math.max(present, meant) + 1) / (Math.min(present, meant) + 1) >= TIMES

/** The figure that an identity makes of the others, such as a total: it may be any number that they give. */
function isResult(equation: number, position: number): boolean {
  const { terms = [] } = equations[equation] ?? {}
  const own = terms.find((term) => term.position === position && !term.isLastYear)
  return terms.filter(({ isLeft }) => isLeft === own?.isLeft).length === 1
}

/** A lost figure can be of any size, but what a stock has grown by is no measure for what was lost. */
const isKind = (slip: UndoneSlip, table: Search['table']): boolean =>
  slip.slip === 'other' || (slip.slip === 'lost' && table === 'table2')

function isFarSlip({ numbers, verdicts }: Subject, table: Search['table'], slip: UndoneSlip): boolean {
  const [position = -1] = slip.cells
  if (!isKind(slip, table) || !isFar(numbers[position] ?? NaN, slip.values[0] ?? NaN)) return false
  const broken = (equationsOf[position] ?? []).filter(({ equation }) => verdicts[equation]?.state === 'fails')
  const [only, second] = broken
  return only !== undefined && !second && !isResult(only.equation, position)
}

/** Without those that rest on such a figure. */
export function withoutFar(
  subject: Subject,
  table: Search['table'],
  ranked: readonly Explanation[],
): readonly Explanation[] {
  return ranked.filter(({ slips }) => !slips.some((slip) => isFarSlip(subject, table, slip)))
}
