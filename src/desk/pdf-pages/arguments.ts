import type { Box, Matrix } from './matrix'

/** What stands beside an operator, as the library gives it. */
export type Arguments = readonly unknown[]

export const numberOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

const numbersIn = (values: unknown): number[] => Array.from((values ?? []) as ArrayLike<unknown>, numberOf)

export function matrixOf(values: unknown): Matrix | undefined {
  const numbers = numbersIn(values)
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers
  return numbers.length === 6 ? [a, b, c, d, e, f] : undefined
}

export function boxIn(values: unknown): Box | undefined {
  const [x0, y0, x1, y1] = numbersIn(values)
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return undefined
  return { left: Math.min(x0, x1), right: Math.max(x0, x1), top: Math.min(y0, y1), bottom: Math.max(y0, y1) }
}
