import { cellKey } from '../../book/cells'
import type { BookPatch, SheetPosition } from '../../protocol'

/** Whether a change has written into the cell, or made its tab anew. */
export function isTouched({ cells, sheets }: BookPatch, { sheet, row, column }: SheetPosition): boolean {
  return sheets?.some(({ id }) => id === sheet) === true || cellKey(row, column) in (cells[sheet] ?? {})
}
