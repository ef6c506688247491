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
function digitSlip(found: number, meant: number): FigureSlip | null {
  const [from, to] = [String(found), String(meant)]
  const same = sameLengthSlip(from, to)
  if (same)
    return same === 'digit' ? { slip: 'digit', cost: 6 + Math.log(from.length) } : { slip: 'transposed', cost: 4 }
  if (extraDigit(to, from) >= 0) return { slip: 'dropped', cost: 5 }
  const extra = extraDigit(from, to)
  if (extra < 0) return null
  const isDoubled = from[extra] === from[extra - 1] || from[extra] === from[extra + 1]
  return isDoubled ? { slip: 'doubled', cost: 4.8 } : { slip: 'inserted', cost: 6 }
}

/** A figure typed by hand is off by a few, seldom by many. */
const OTHER = 8
const FILLED_IN = 7.5
const LEFT_OUT = 4
const OLD_TOTAL = 5.2
const USUAL = 9

const rarity = (difference: number, usual: number): number => Math.max(0, Math.log(Math.abs(difference) / usual))

/**
 * The likeliest way in which one figure became another. `isTotal`: what was meant is the sum of the addends; `isEmpty`:
 * a 0 or a blank stands there.
 */
export function figureSlip(found: number, meant: number, isTotal: boolean): FigureSlip {
  const difference = found - meant
  const ways: FigureSlip[] = [{ slip: 'other', cost: OTHER + rarity(difference, USUAL) }]
  if (isTotal) ways.push({ slip: 'total', cost: OLD_TOTAL + rarity(difference, USUAL) })
  if (found === 0) ways.push({ slip: 'lost', cost: LEFT_OUT })
  else if (meant === 0) ways.push({ slip: 'filled', cost: FILLED_IN + rarity(difference, 2 * USUAL) })
  const digits = digitSlip(found, meant)
  if (digits && found !== 0) ways.push(digits)
  return ways.reduce((best, way) => (way.cost < best.cost ? way : best))
}
