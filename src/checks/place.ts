import { edition2021 as form, figureOf, type CellId, type TableId } from '../form'
import { checkMessages as words } from '../words/checks'
import { tabNames } from '../words/tabs'

const headings = new Map(
  [...form.table3.outcomes].flatMap((group) => group.rows.map((row) => [row.id, group.heading ?? ''] as const)),
)

export const tabOf = (table: TableId): string => tabNames[table]

export const columnLabelOf = (cell: CellId): string => figureOf(cell).columnLabel

/** The row's official label after the heading of its group, because several groups have a row 其他. */
export function rowLabelOf(cell: CellId): string {
  const { table, row, rowLabel } = figureOf(cell)
  const heading = table === 'table3' ? headings.get(row) : ''
  return heading ? `${heading} ${rowLabel}` : rowLabel
}

/** Tab, row and column of a figure in Chinese. */
export function placeOf(cell: CellId): string {
  return words.place(tabOf(figureOf(cell).table), rowLabelOf(cell), columnLabelOf(cell))
}

export function placeInTable(cell: CellId): string {
  return words.inTable(rowLabelOf(cell), columnLabelOf(cell))
}

export function rowPlaceOf(cell: CellId): string {
  return words.rowPlace(tabOf(figureOf(cell).table), rowLabelOf(cell))
}
