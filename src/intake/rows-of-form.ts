import { edition2021, figures, grids, type CellId, type Labelled, type TableId } from '../form'
import { keyOf } from './key'

/** A row of table 2 or 3: its official label and the figures it holds, from left to right. */
export interface FormRowCells {
  table: TableId
  label: string
  cells: readonly CellId[]
}

const { table2, table3, table4 } = edition2021

const rowsOf: Readonly<Record<'table2' | 'table3', readonly Labelled[]>> = {
  table2: table2.blocks.flatMap((block) => block.rows),
  table3: [...table3.intake, ...table3.outcomes.flatMap((group) => group.rows), table3.concluded, table3.carriedOut],
}

const spellings = ({ label, variants = [] }: Labelled) => [label, ...variants]

function rowsByKey(table: 'table2' | 'table3'): ReadonlyMap<string, FormRowCells> {
  return new Map(
    rowsOf[table].flatMap((row) => {
      const cells = figures.filter((figure) => figure.table === table && figure.row === row.id).map(({ id }) => id)
      const found: FormRowCells = { table, label: row.label, cells }
      return spellings(row).map((label) => [keyOf(label), found] as const)
    }),
  )
}

/** The rows with labels of their own, by the key of each spelling. */
export const labelledRows = { table2: rowsByKey('table2'), table3: rowsByKey('table3') }

/** The column of the printed table in which figures begin, which is the number of its label columns. */
export function firstFigureColumn(table: TableId): number {
  return Math.min(...grids[table].cells.filter(({ role }) => role === 'figure').map(({ column }) => column))
}

const headers = (table: TableId) =>
  grids[table].cells.filter(({ role }) => role !== 'figure' && role !== 'rowHeader').map(({ text }) => keyOf(text))

const rowKeys = new Set([...labelledRows.table2.keys(), ...labelledRows.table3.keys()])
const columnSpellings = [...table2.blocks.flatMap((block) => block.columns), ...table3.columns, ...table4.columns]
const headerKeys = new Set(
  [
    ...(['table2', 'table3', 'table4'] as const).flatMap(headers),
    ...columnSpellings.flatMap(spellings).map(keyOf),
  ].filter((key) => !rowKeys.has(key)),
)

/** True for a row that carries a column header found in no row label. */
export const isHeaderRow = (cells: readonly string[]): boolean => cells.some((cell) => headerKeys.has(keyOf(cell)))

const table3Keys = new Set(headers('table3'))
const disputeKeys = new Set(
  [...headers('table4'), ...table4.columns.flatMap(spellings).map(keyOf)].filter(
    (key) => headerKeys.has(key) && !table3Keys.has(key),
  ),
)

/** True for a row that carries a column header of table 4 and of no other table. */
export const isDisputeHeader = (cells: readonly string[]): boolean => cells.some((cell) => disputeKeys.has(keyOf(cell)))

/** The figures of table 4's one row, from left to right. */
export const disputeCells: readonly CellId[] = figures.filter(({ table }) => table === 'table4').map(({ id }) => id)
