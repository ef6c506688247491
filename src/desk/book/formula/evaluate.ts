/** A formula's value over the cells it reads. */
import type { Reference } from '../../../workbook'
import { callFunction } from './functions'
import { applyBinary, applySign, toNumber } from './operators'
import type { CallNode, Node } from './parse'
import { errorOf, isError, isGrid, single } from './values'
import type { FormulaValue, Grid, Single } from './values'

/** The cells that a formula reads; null for a tab or name that is not there. */
export interface Source {
  cells(reference: Reference): Grid | null
  named(name: string): Grid | null
  /** The result of a call over whole ranges: an earlier one while nothing that it reads has changed. */
  kept?(call: CallNode, compute: () => FormulaValue): FormulaValue
}

/** An operator with one operand, cell by cell. */
function over(operand: FormulaValue, use: (a: Single) => Single): FormulaValue {
  return isGrid(operand) ? operand.map((line) => line.map(use)) : use(operand)
}

/** An operator with two: a single value stands beside each cell, a line beside each line. */
function each(left: FormulaValue, right: FormulaValue, use: (a: Single, b: Single) => Single): FormulaValue {
  if (!isGrid(right)) return over(left, (one) => use(one, right))
  if (!isGrid(left)) return over(right, (one) => use(left, one))
  const rows = Math.max(left.length, right.length)
  const columns = Math.max(left[0]?.length ?? 0, right[0]?.length ?? 0)
  const lineOf = (grid: Grid, row: number) => grid[grid.length === 1 ? 0 : row] ?? []
  const at = (line: readonly Single[], column: number) => line[line.length === 1 ? 0 : column]
  return Array.from({ length: rows }, (_, row) => {
    const [first, second] = [lineOf(left, row), lineOf(right, row)]
    return Array.from({ length: columns }, (__, column) => {
      const [one, other] = [at(first, column), at(second, column)]
      return one === undefined || other === undefined ? errorOf('#N/A') : use(one, other)
    })
  })
}

function percent(value: Single): Single {
  const number = toNumber(value)
  return typeof number === 'number' ? number / 100 : number
}

/** Outside of an array function an operator takes single cells only; inside, whole ranges, cell by cell. */
function evaluate(node: Node, source: Source, inArray: boolean): FormulaValue {
  const inner = (part: Node) => {
    const value = evaluate(part, source, inArray)
    return inArray ? value : single(value)
  }
  switch (node.kind) {
    case 'literal':
      return node.value
    case 'reference':
      return source.cells(node.reference) ?? errorOf('#REF!')
    case 'name':
      return source.named(node.name) ?? errorOf('#NAME?')
    case 'sign':
      return over(inner(node.operand), (value) => applySign(node.operator, value))
    case 'percent':
      return over(inner(node.operand), percent)
    case 'binary':
      return each(inner(node.left), inner(node.right), (a, b) => applyBinary(node.operator, a, b))
    case 'call': {
      const call = () => called(node, source, inArray)
      return source.kept && overRanges(node) ? source.kept(node, call) : call()
    }
  }
}

/** SUMPRODUCT goes cell by cell through ranges: that costs more than to ask what has changed in them. */
const overRanges = (node: Node): node is CallNode => node.kind === 'call' && node.name === 'SUMPRODUCT'

function called(node: CallNode, source: Source, inArray: boolean): FormulaValue {
  return callFunction(node.name, {
    arguments: node.arguments,
    value: (index) => argument(node.arguments[index], source, inArray),
    array: (index) => argument(node.arguments[index], source, true),
  })
}

function argument(node: Node | undefined, source: Source, inArray: boolean): FormulaValue {
  return node ? evaluate(node, source, inArray) : null
}

/** The value shown in the cell; a range that does not come down to one value is `#VALUE!`. */
export function evaluateFormula(node: Node, source: Source): Single {
  const value = single(evaluate(node, source, false))
  return typeof value === 'number' && !Number.isFinite(value) && !isError(value) ? errorOf('#NUM!') : value
}
