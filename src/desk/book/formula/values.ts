/** Values inside a formula. Errors are values. */
import type { DateValue } from '../model'

export type ErrorCode = '#REF!' | '#DIV/0!' | '#VALUE!' | '#N/A' | '#NAME?' | '#NUM!' | '#ERROR!' | '#NULL!'

export interface FormulaError {
  error: ErrorCode
}

/** `null` is a blank cell: 0 in arithmetic, the empty text in text. */
export type Single = number | string | boolean | null | DateValue | FormulaError

export type Grid = readonly (readonly Single[])[]

export type FormulaValue = Single | Grid

const codes: readonly string[] = ['#REF!', '#DIV/0!', '#VALUE!', '#N/A', '#NAME?', '#NUM!', '#ERROR!', '#NULL!']

export const errorOf = (error: ErrorCode): FormulaError => ({ error })

export function isError(value: FormulaValue): value is FormulaError {
  return typeof value === 'object' && value !== null && 'error' in value
}

export function isGrid(value: FormulaValue): value is Grid {
  return Array.isArray(value)
}

/** A stored value as a formula sees it: an error's code is the error. */
export function fromCell(value: string | number | boolean | DateValue | undefined): Single {
  if (value === undefined) return null
  return typeof value === 'string' && value.startsWith('#') && codes.includes(value)
    ? { error: value as ErrorCode }
    : value
}

/** A formula's result as it is stored: a blank leaves no value, an error its code. */
export function toCell(value: Single): string | number | boolean | DateValue | undefined {
  if (value === null) return undefined
  return isError(value) ? value.error : value
}

/** The one value of a grid of one cell; a larger grid has none outside of array functions. */
export function single(value: FormulaValue): Single {
  if (!isGrid(value)) return value
  const only = value.length === 1 && value[0]?.length === 1 ? value[0][0] : undefined
  return only === undefined ? errorOf('#VALUE!') : only
}
