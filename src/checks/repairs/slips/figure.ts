import type { FigureSlipId } from '../../../words/repairs'

interface FigureSlip {
  slip: FigureSlipId
  cost: number
}

const without = (digits: string, at: number): string => digits.slice(0, at) + digits.slice(at + 1)

/** The index of the one extra character of the longer text; −1 if the texts differ in more than that. */
function extraDigit(longer: string, shorter: string): number {
  if (longer.length !== shorter.length + 1) return -1
  return [...longer].findIndex((_, at) => without(longer, at) === shorter)
}

/** `transposed`: two neighbouring characters swapped. `digit`: one character differs. */
function sameLengthSlip(from: string, to: string): 'transposed' | 'digit' | null {
  if (from.length !== to.length) return null
  const different = [...from].flatMap((digit, at) => (digit === to[at] ? [] : [at]))
  const [first = 0, second = 0] = different
  if (different.length === 1) return 'digit'
  const isExchanged = different.length === 2 && second === first + 1 && from[first] === to[second]
  return isExchanged && from[second] === to[first] ? 'transposed' : null
}

/** How the digits of the number meant became those of the number present. */
function digitSlips(present: number, meant: number): FigureSlip[] {
  const [from, to] = [String(present), String(meant)]
  const same = sameLengthSlip(from, to)
  if (same === 'digit') return [{ slip: same, cost: 6 + Math.log(from.length) }]
  if (same) return [{ slip: same, cost: 4 }]
  if (extraDigit(to, from) >= 0) return [{ slip: 'dropped', cost: 5 }]
  const extra = extraDigit(from, to)
  if (extra < 0) return []
  const isDoubled = from[extra] === from[extra - 1] || from[extra] === from[extra + 1]
  return [isDoubled ? { slip: 'doubled', cost: 4.8 } : { slip: 'inserted', cost: 6 }]
}

const OTHER = 8
const FILLED_IN = 8
const LEFT_OUT = 4
/** A total that is too low was most likely not updated; a total that is too high was most likely miscounted. */
const OLD_TOTAL = 6
const MISCOUNTED = 5.2
/** A figure miscounted by hand is off by a few, seldom by more than this. */
const FEW = 5

const rarity = (difference: number): number => Math.max(0, Math.log(Math.abs(difference) / FEW))

/** How rare a figure is where the share `zeros` of the figures is 0: the larger, the rarer. */
const rarityOf = (figure: number, zeros: number): number =>
  figure > 0 ? 1.5 + 0.8 * Math.log(figure) + Math.log(zeros / (1 - zeros)) : 0

/**
 * The likeliest way in which the figure meant became the one present. A common figure is more likely meant than a rare
 * one; a total is not weighed so, for its addends decide it. `zeros`: the share of zeros among the figures around it.
 */
export function figureSlip(present: number, meant: number, isTotal: boolean, zeros: number): FigureSlip {
  const difference = present - meant
  const ways: FigureSlip[] = []
  if (isTotal) ways.push({ slip: 'total', cost: (difference > 0 ? MISCOUNTED : OLD_TOTAL) + rarity(difference) })
  if (present === 0) ways.push({ slip: 'lost', cost: LEFT_OUT })
  else if (meant === 0) ways.push({ slip: 'filled', cost: FILLED_IN + rarity(difference / 4) })
  else ways.push(...digitSlips(present, meant))
  ways.push({ slip: 'other', cost: OTHER + rarity(difference) })
  const likeliest = ways.reduce((best, way) => (way.cost < best.cost ? way : best))
  const prior = isTotal ? 0 : rarityOf(meant, zeros) - rarityOf(present, zeros)
  return { slip: likeliest.slip, cost: likeliest.cost + prior }
}
