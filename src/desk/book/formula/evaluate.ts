/** A formula's value over the cells it reads. */
import type { Reference } from '../../../workbook'
import { mapPositions } from '../cells'
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

function each(left: FormulaValue, right: FormulaValue, use: (a: Single, b: Single) => Single): FormulaValue {
  if (!isGrid(left) && !isGrid(right)) return use(left, right)
  const [a, b] = [left, right].map((value) => (isGrid(value) ? value : [[value]])) as [Grid, Grid]
  const rows = Math.max(a.length, b.length)
  const columns = Math.max(a[0]?.length ?? 0, b[0]?.length ?? 0)
  const at = (grid: Grid, row: number, column: number) => {
    const cells = grid[grid.length === 1 ? 0 : row]
    return cells?.[cells.length === 1 ? 0 : column]
  }
  return mapPositions({ row: 0, column: 0, rows, columns }, (row, column) => {
    const x = at(a, row, column)
    const y = at(b, row, column)
    return x === undefined || y === undefined ? errorOf('#N/A') : use(x, y)
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
      return each(inner(node.operand), null, (value) => applySign(node.operator, value))
    case 'percent':
      return each(inner(node.operand), null, percent)
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
