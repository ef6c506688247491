import type { GridCell } from '../../form'
import type { Table } from '../model'

/** Rows from `first` to `last` that no cell reaches beyond: a `thead` or a `tbody`. */
export interface RowGroup {
  first: number
  last: number
}

/** Neighbouring columns under one common header. The columns of labels have no such header. */
export interface ColumnGroup {
  header: GridCell | undefined
  columns: number[]
}

export const lastRow = (cell: GridCell) => cell.row + cell.rowSpan - 1
export const indices = (count: number) => Array.from({ length: count }, (_, i) => i)

/** Table 2 is made of blocks, each with an article of the Regulations over its whole width and column heads. */
const hasBlocks = (table: Table) => table.cells.some((cell) => cell.role === 'heading')

/**
 * Number of rows in `thead`. Table 2 has none: a browser reads `thead` out for the whole table and prints it on every
 * page, but each block of table 2 has heads of its own.
 */
export const headRows = (table: Table) => (hasBlocks(table) ? 0 : table.headerRows)

function startsGroup({ cells }: Table, row: number): boolean {
  if (cells.some((cell) => cell.row < row && lastRow(cell) >= row)) return false
  return cells.some(
    (cell) =>
      (cell.row === row && (cell.role === 'heading' || cell.rowSpan > 1)) ||
      (cell.rowSpan > 1 && lastRow(cell) === row - 1),
  )
}

/** The bodies: a block of table 2, or the rows that one row header spans; single rows between them together. */
export function bodies(table: Table): RowGroup[] {
  const groups: RowGroup[] = []
  for (let row = headRows(table); row < table.rows; row++) {
    const current = groups[groups.length - 1]
    if (current && !startsGroup(table, row)) current.last = row
    else groups.push({ first: row, last: row })
  }
  return groups
}

/** The narrowest header that a column shares with its neighbours: 法人或其他组织, not 申请人情况. */
function joiningHeader(table: Table, column: number): GridCell | undefined {
  return table.cells
    .filter(({ role, row, columnSpan }) => role === 'columnHeader' && row < headRows(table) && columnSpan > 1)
    .filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan)
    .sort((a, b) => a.columnSpan - b.columnSpan)[0]
}

/** Columns in groups; the header of a group has the scope `colgroup`. */
export function columnGroups(table: Table): ColumnGroup[] {
  const groups: ColumnGroup[] = []
  for (const column of indices(table.columns)) {
    const header = joiningHeader(table, column)
    const current = groups[groups.length - 1]
    if (current && current.header === header) current.columns.push(column)
    else groups.push({ header, columns: [column] })
  }
  return groups
}
