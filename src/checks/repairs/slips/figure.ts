import type { FigureSlipId } from '../../../words/repairs'

interface FigureSlip {
  slip: FigureSlipId
  cost: number
}

const without = (digits: string, at: number): string => digits.slice(0, at) + digits.slice(at + 1)

/** Where the longer text has the one character more, if that is all that differs; −1 otherwise. */
function extraDigit(longer: string, shorter: string): number {
  if (longer.length !== shorter.length + 1) return -1
  return [...longer].findIndex((_, at) => without(longer, at) === shorter)
}

/** Neighbouring characters exchanged, one character another, or neither. */
function sameLengthSlip(from: string, to: string): 'transposed' | 'digit' | null {
  if (from.length !== to.length) return null
  const different = [...from].flatMap((digit, at) => (digit === to[at] ? [] : [at]))
  const [first = 0, second = 0] = different
  if (different.length === 1) return 'digit'
  const isExchanged = different.length === 2 && second === first + 1 && from[first] === to[second]
  return isExchanged && from[second] === to[first] ? 'transposed' : null
}

/** How the digits of what was meant became those of what stands there. */
function digitSlips(found: number, meant: number): FigureSlip[] {
  const [from, to] = [String(found), String(meant)]
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
const FILLED_IN = 8.4
const LEFT_OUT = 4
/** A total that was not updated is too low as a rule; too high by a few, it was miscounted. */
const OLD_TOTAL = 6.5
const MISCOUNTED = 5.2
/** A figure typed by hand is off by a few, seldom by many. */
const FEW = 5

const rarity = (difference: number): number => Math.max(0, Math.log(Math.abs(difference) / FEW))

/** How rare a figure is among such figures, of which so large a share is 0; a large one is as rare as it is large. */
const rarityOf = (figure: number, zeros: number): number =>
  figure > 0 ? 1.5 + 0.8 * Math.log(figure) + Math.log(zeros / (1 - zeros)) : 0

/**
 * The likeliest way in which one figure became another. A total is what its addends make it, whichever it is; any other
 * figure is the likelier meant the commoner it is. `zeros`: the share of figures that are 0 around it.
 */
export function figureSlip(found: number, meant: number, isTotal: boolean, zeros: number): FigureSlip {
  const difference = found - meant
  const ways: FigureSlip[] = [{ slip: 'other', cost: OTHER + rarity(difference) }]
  if (isTotal) ways.push({ slip: 'total', cost: (difference > 0 ? MISCOUNTED : OLD_TOTAL) + rarity(difference) })
  if (found === 0) ways.push({ slip: 'lost', cost: LEFT_OUT })
  else if (meant === 0) ways.push({ slip: 'filled', cost: FILLED_IN + rarity(difference / 4) })
  else ways.push(...digitSlips(found, meant))
  const likeliest = ways.reduce((best, way) => (way.cost < best.cost ? way : best))
  const prior = isTotal ? 0 : rarityOf(meant, zeros) - rarityOf(found, zeros)
  return { slip: likeliest.slip, cost: likeliest.cost + prior }
}
