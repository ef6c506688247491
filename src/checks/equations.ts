import { figures, identities, yearlyIdentities, type CellId, type Identity } from '../form'

/** Positions of the form's figures. Equations and numbers are kept by position, for a check by ids would be slower. */
const positions: ReadonlyMap<CellId, number> = new Map(figures.map((figure, position) => [figure.id, position]))

/** The position of a figure of the form; −1 for any other id. */
export const positionOf = (cell: CellId): number => positions.get(cell) ?? -1

interface Term {
  position: number
  /** Coefficient in `left − right = 0`. */
  sign: 1 | -1
  isLeft: boolean
  isLastYear: boolean
}

/** An identity made ready for evaluation. */
export interface Equation {
  identity: Identity
  terms: readonly Term[]
}

function equationOf(identity: Identity): Equation {
  const side = (isLeft: boolean) =>
    identity[isLeft ? 'left' : 'right'].map((term) => ({
      position: positionOf(term.cell),
      sign: isLeft === term.sign > 0 ? (1 as const) : (-1 as const),
      isLeft,
      isLastYear: term.lastYear === true,
    }))
  return { identity, terms: [...side(true), ...side(false)] }
}

export const equations: readonly Equation[] = [...identities, ...yearlyIdentities].map(equationOf)

interface Reader {
  equation: number
  sign: 1 | -1
}

/** In one pass over the terms, because a script at Google computes this again in every call. */
function readersByFigure(): Reader[][] {
  const readers = figures.map((): Reader[] => [])
  equations.forEach(({ terms }, equation) => {
    for (const { position, sign, isLastYear } of terms) if (!isLastYear) readers[position]?.push({ equation, sign })
  })
  return readers
}

/** By position of a figure: the equations that read it from this year's report, with its coefficient. */
export const equationsOf: readonly (readonly Reader[])[] = readersByFigure()

/** Sums of both sides; NaN where a term has no number or the sum is beyond exact integers. */
export interface Sides {
  left: number
  right: number
}

const MILLION = 1e6

/** Left minus right, rounded to millionths, because decimals (a fault in a count) are not exact in binary. */
export const exactDifference = ({ left, right }: Sides): number => Math.round((left - right) * MILLION) / MILLION

export function sidesOf({ terms }: Equation, numbers: Float64Array, lastYear: Float64Array): Sides {
  let left = 0
  let right = 0
  let size = 0
  for (const { position, sign, isLeft, isLastYear } of terms) {
    const number = (isLastYear ? lastYear : numbers)[position] ?? NaN
    size += Math.abs(number)
    if (isLeft) left += sign * number
    else right -= sign * number
  }
  return size <= Number.MAX_SAFE_INTEGER ? { left, right } : { left: NaN, right: NaN }
}
