import { edition2021 as form } from './edition-2021'
import { totalIdentities } from './identities'
import type { CellId, Figure, FigureUnit, FormRow, Labelled, TableId } from './types'

const totals = new Set(totalIdentities.flatMap((identity) => identity.right.map((term) => term.cell)))

function figure(table: TableId, row: FormRow, column: Labelled, unit: FigureUnit): Figure {
  const id = `${table}.${row.id}.${column.id}`
  return {
    id,
    table,
    row: row.id,
    column: column.id,
    kind: totals.has(id) ? 'total' : 'input',
    unit,
    rowLabel: row.label,
    columnLabel: column.label,
    note: row.note,
    source: row.source,
  }
}

/** Rows of table 3 that hold figures, from top to bottom. */
export const table3Rows: readonly FormRow[] = [
  ...form.table3.intake,
  ...form.table3.outcomes.flatMap((group) => group.rows),
  form.table3.concluded,
  form.table3.carriedOut,
]

const figures2 = form.table2.blocks.flatMap((block) =>
  block.rows.flatMap((row) => block.columns.map((column) => figure('table2', row, column, column.unit))),
)
const figures3 = table3Rows.flatMap((row) =>
  form.table3.columns.map((column) => figure('table3', row, column, 'count')),
)
const figures4 = form.table4.groups.flatMap((group) =>
  form.table4.columns.map((column) => figure('table4', group, column, 'count')),
)

/** All 200 figures in the order in which they are printed. */
export const figures: readonly Figure[] = [...figures2, ...figures3, ...figures4]

const byId = new Map(figures.map((entry) => [entry.id, entry]))

export function isCellId(id: string): boolean {
  return byId.has(id)
}

/** The figure of an id. Throws a RangeError for an id that the form does not have. */
export function figureOf(id: CellId): Figure {
  const found = byId.get(id)
  if (!found) throw new RangeError(`no figure ${id} in edition ${form.edition}`)
  return found
}
