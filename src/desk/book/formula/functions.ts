/** The functions the workbook uses, each over its arguments; any other is `#NAME?`. */
import type { Node } from './parse'
import { toBoolean, toNumber, toText } from './operators'
import { errorOf, isError, isGrid, single } from './values'
import type { FormulaError, FormulaValue, Single } from './values'

/** Gives a function its arguments when it asks for them: as single values, or as arrays. */
export interface Call {
  arguments: readonly Node[]
  value(index: number): FormulaValue
  array(index: number): FormulaValue
}

type FormulaFunction = { least: number; most: number; run: (call: Call) => FormulaValue }

interface Item {
  value: Single
  /** The value is from a cell or an array: a text or blank in it is skipped, and is no error. */
  inGrid: boolean
}

function items(call: Call): Item[] {
  return call.arguments.flatMap((_, index): Item[] => {
    const value = call.value(index)
    return isGrid(value) ? value.flat().map((one) => ({ value: one, inGrid: true })) : [{ value, inGrid: false }]
  })
}

function isNumeric(value: Single): boolean {
  return typeof value === 'number' || (typeof value === 'object' && value !== null && !isError(value))
}

function sum(call: Call): Single {
  let total = 0
  for (const { value, inGrid } of items(call)) {
    if (isError(value)) return value
    if (inGrid && !isNumeric(value)) continue
    const number = toNumber(value)
    if (typeof number !== 'number') return number
    total += number
  }
  return total
}

function count(call: Call): number {
  return items(call).filter(({ value, inGrid }) =>
    inGrid || value === null ? isNumeric(value) : !isError(value) && typeof toNumber(value) === 'number',
  ).length
}

function logical(call: Call, decide: (truths: boolean[]) => boolean): Single {
  const truths: boolean[] = []
  for (const { value, inGrid } of items(call)) {
    if (inGrid && (value === null || typeof value === 'string')) continue
    const truth = toBoolean(value)
    if (typeof truth !== 'boolean') return truth
    truths.push(truth)
  }
  return truths.length ? decide(truths) : errorOf('#VALUE!')
}

function choose(call: Call): FormulaValue {
  const truth = toBoolean(single(call.value(0)))
  if (typeof truth !== 'boolean') return truth
  if (truth) return call.value(1)
  return call.arguments.length > 2 ? call.value(2) : false
}

function numberArgument(call: Call, index: number): number | FormulaError {
  return index < call.arguments.length ? toNumber(single(call.value(index))) : 0
}

/** Half away from zero, on the decimal as written: 1.005 to two places is 1.01. */
function roundTo(value: number, places: number): number {
  const shift = (number: number, by: number) => {
    const [digits, exponent = '0'] = String(number).split('e')
    return Number(`${digits}e${Number(exponent) + by}`)
  }
  const whole = Math.trunc(places)
  return Math.sign(value) * shift(Math.round(shift(Math.abs(value), whole)), -whole)
}

function round(call: Call): Single {
  const value = numberArgument(call, 0)
  const places = numberArgument(call, 1)
  if (typeof value !== 'number') return value
  return typeof places === 'number' ? roundTo(value, places) || 0 : places
}

function sumProduct(call: Call): Single {
  const grids = call.arguments.map((_, index) => {
    const value = call.array(index)
    return isGrid(value) ? value : [[value]]
  })
  const [first = []] = grids
  const columns = first[0]?.length ?? 0
  if (grids.some((grid) => grid.length !== first.length || grid[0]?.length !== columns)) return errorOf('#VALUE!')
  let total = 0
  for (const [row, cells] of first.entries()) {
    for (const column of cells.keys()) {
      let product = 1
      for (const grid of grids) {
        const factor = grid[row]?.[column] ?? null
        if (isError(factor)) return factor
        product *= isNumeric(factor) ? Number(toNumber(factor)) : 0
      }
      total += product
    }
  }
  return total
}

function ifError(call: Call): FormulaValue {
  const value = call.value(0)
  if (!isError(single(value))) return value
  return call.arguments.length > 1 ? call.value(1) : null
}

function textOf(call: Call, use: (text: string) => Single): Single {
  const text = toText(single(call.value(0)))
  return typeof text === 'string' ? use(text) : text
}

/** Upper and lower case tell texts apart, unlike `=`. Over arrays of one size, cell by cell. */
function exact(call: Call): FormulaValue {
  const [left, right] = [call.value(0), call.value(1)]
  const equal = (a: Single, b: Single): Single => {
    const [one, other] = [toText(a), toText(b)]
    if (typeof one !== 'string') return one
    return typeof other === 'string' ? one === other : other
  }
  if (!isGrid(left) || !isGrid(right)) return equal(single(left), single(right))
  return left.map((line, row) => line.map((value, column) => equal(value, right[row]?.[column] ?? null)))
}

function numeric(call: Call, use: (number: number) => number): Single {
  const number = numberArgument(call, 0)
  return typeof number === 'number' ? use(number) : number
}

const many = 255

const functions: Readonly<Record<string, FormulaFunction>> = {
  SUM: { least: 1, most: many, run: sum },
  COUNT: { least: 1, most: many, run: count },
  COUNTA: { least: 1, most: many, run: (call) => items(call).filter(({ value }) => value !== null).length },
  IF: { least: 2, most: 3, run: choose },
  IFERROR: { least: 1, most: 2, run: ifError },
  AND: { least: 1, most: many, run: (call) => logical(call, (truths) => truths.every(Boolean)) },
  OR: { least: 1, most: many, run: (call) => logical(call, (truths) => truths.some(Boolean)) },
  ABS: { least: 1, most: 1, run: (call) => numeric(call, Math.abs) },
  ROUND: { least: 1, most: 2, run: round },
  SUMPRODUCT: { least: 1, most: many, run: sumProduct },
  INT: { least: 1, most: 1, run: (call) => numeric(call, Math.floor) },
  ISNUMBER: { least: 1, most: 1, run: (call) => isNumeric(single(call.value(0))) },
  EXACT: { least: 2, most: 2, run: exact },
  LEN: { least: 1, most: 1, run: (call) => textOf(call, (text) => text.length) },
  HYPERLINK: { least: 1, most: 2, run: (call) => single(call.value(call.arguments.length - 1)) },
}

/** Whether the desk knows a function, named in capitals. */
export const isFunction = (name: string): boolean => Object.prototype.hasOwnProperty.call(functions, name)

/** An unknown function is `#NAME?`; one with too few or too many arguments `#N/A`, as in Sheets. */
export function callFunction(name: string, call: Call): FormulaValue {
  const definition = isFunction(name) ? functions[name] : undefined
  if (!definition) return errorOf('#NAME?')
  const given = call.arguments.length
  return given < definition.least || given > definition.most ? errorOf('#N/A') : definition.run(call)
}
