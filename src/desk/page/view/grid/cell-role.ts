/** What a cell is to a screen reader. */
import { cellAt } from '../../../book/cells'
import type { Tab } from './tab'

/** The form's own labels are headers: of columns above, of rows beside. */
export function roleOf(tab: Tab, row: number, column: number): string {
  const cell = cellAt(tab.sheet, row, column)
  const isLabel = typeof cell?.value === 'string' && cell.style?.border === true && cell.formula === undefined
  if (!isLabel || tab.isOpen(row, column) || tab.header === null) return 'gridcell'
  if (tab.isInHeader(row)) return 'columnheader'
  return row > tab.header.to && cell.style?.horizontal !== 'center' && tab.isLabelColumn(column)
    ? 'rowheader'
    : 'gridcell'
}
