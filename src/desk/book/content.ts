import { displayValue } from './display'
import type { Cell, Scalar } from './model'

/** What was typed into a cell: its formula, or its value; null for a blank. */
export function contentOf(cell: Cell | null | undefined): Scalar | null {
  if (cell?.formula !== undefined) return cell.formula
  const value = cell?.value
  if (value === undefined) return null
  return typeof value === 'object' ? displayValue(value, cell?.style?.numberFormat) : value
}
