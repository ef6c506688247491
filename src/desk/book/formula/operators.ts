/** Arithmetic, comparison and text on single values, as Google Sheets does it. */
import { readEntry } from '../entry'
import { displayValue } from '../display'
import type { BinaryOperator } from './parse'
import { errorOf, isError } from './values'
import type { FormulaError, Single } from './values'

/** A blank is 0, TRUE is 1. A text counts only if it reads as a number or date. */
export function toNumber(value: Single): number | FormulaError {
  if (value === null) return 0
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'object') return isError(value) ? value : value.date
  const read = value === '' ? undefined : readEntry(value.replace(/^[='].*/, ''), undefined, 1900).value
  if (typeof read === 'number') return read
  return typeof read === 'object' ? read.date : errorOf('#VALUE!')
}

export function toText(value: Single): string | FormulaError {
  if (value === null) return ''
  return isError(value) ? value : displayValue(value)
}

/** Text counts only as `TRUE` or `FALSE`. */
export function toBoolean(value: Single): boolean | FormulaError {
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') {
    return /^(?:true|false)$/i.test(value) ? value.toLowerCase() === 'true' : errorOf('#VALUE!')
  }
  const number = toNumber(value)
  return typeof number === 'number' ? number !== 0 : number
}

type Plain = number | string | boolean

function plain(value: Exclude<Single, FormulaError>, other: Single): Plain {
  if (typeof value === 'object' && value !== null) return value.date
  if (value !== null) return value
  if (typeof other === 'string') return ''
  return typeof other === 'boolean' ? false : 0
}

const rank = (value: Plain) => ['number', 'string', 'boolean'].indexOf(typeof value)

/**
 * Negative: `left` is less. Numbers come before texts, texts before booleans; texts are compared regardless of case; a
 * blank equals 0 and "".
 */
function compare(left: Exclude<Single, FormulaError>, right: Exclude<Single, FormulaError>): number {
  if (left === right) return 0
  const a = plain(left, right)
  const b = plain(right, left)
  if (typeof a !== typeof b) return rank(a) - rank(b)
  const [x, y] = typeof a === 'string' && typeof b === 'string' ? [a.toLowerCase(), b.toLowerCase()] : [a, b]
  if (x === y) return 0
  return x < y ? -1 : 1
}

const comparisons: Readonly<Partial<Record<BinaryOperator, (order: number) => boolean>>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
}

function arithmetic(operator: BinaryOperator, a: number, b: number): Single {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return b === 0 ? errorOf('#DIV/0!') : a / b
    default:
      return Number.isFinite(a ** b) ? a ** b : errorOf('#NUM!')
  }
}

export function applyBinary(operator: BinaryOperator, left: Single, right: Single): Single {
  if (isError(left)) return left
  if (isError(right)) return right
  const holds = comparisons[operator]
  if (holds) return holds(compare(left, right))
  if (operator === '&') return `${toText(left) as string}${toText(right) as string}`
  const a = toNumber(left)
  const b = toNumber(right)
  if (typeof a !== 'number') return a
  return typeof b === 'number' ? arithmetic(operator, a, b) : b
}

export function applySign(operator: '+' | '-', operand: Single): Single {
  if (operator === '+') return operand
  const number = toNumber(operand)
  return typeof number === 'number' ? -number || 0 : number
}
