import { edition2019 } from './edition-2019'
import { edition2021 as form } from './edition-2021'
import { totalIdentities } from './identities'
import type { CellId, Figure, FigureUnit, FormEdition, FormRow, Labelled, NarrativeId, TableId } from './types'

/** The sections that are text, in the order of the form. */
export const narrativeIds: readonly NarrativeId[] = form.sections.flatMap(({ content }) =>
  'narrative' in content ? [content.narrative] : [],
)

const totals = new Set(totalIdentities.flatMap((identity) => identity.right.map((term) => term.cell)))

function figure(table: TableId, row: FormRow, column: Labelled, unit: FigureUnit): Figure {
  const id = `${table}.${row.id}.${column.id}`
  return {
    id,
    table,
    row: row.id,
    column: column.id,
    kind: totals.has(id) || column.id === 'total' ? 'total' : 'input',
    unit,
    rowLabel: row.label,
    columnLabel: column.label,
    note: row.note,
    source: row.source,
  }
}

const rowsOfTable3 = ({ table3 }: FormEdition): readonly FormRow[] => [
  ...table3.intake,
  ...table3.outcomes.flatMap((group) => group.rows),
  table3.concluded,
  table3.carriedOut,
]

/** The figures of an edition in the order in which they are printed. */
function figuresOfForm(edition: FormEdition): readonly Figure[] {
  const { table2, table3, table4 } = edition
  return [
    ...table2.blocks.flatMap(({ rows, columns }) =>
      rows.flatMap((row) => columns.map((column) => figure('table2', row, column, column.unit))),
    ),
    ...rowsOfTable3(edition).flatMap((row) => table3.columns.map((column) => figure('table3', row, column, 'count'))),
    ...table4.groups.flatMap((group) => table4.columns.map((column) => figure('table4', group, column, 'count'))),
  ]
}

/** Rows of table 3 that hold figures, from top to bottom. */
export const table3Rows: readonly FormRow[] = rowsOfTable3(form)

/** All 200 figures in the order in which they are printed. */
export const figures: readonly Figure[] = figuresOfForm(form)

/** The figures of edition 2019, its table 3 having （六）其他处理 in one row. */
const figures2019: readonly Figure[] = figuresOfForm(edition2019)

/** （六）其他处理 in one row, as some reports of edition 2021 still print it in place of three rows. */
export const oneRowOtherwise: readonly Figure[] = figures2019.filter(
  ({ table, row }) => table === 'table3' && row === 'otherwise',
)

const table3 = figures.filter(({ table }) => table === 'table3')

/** Every figure that a report of an edition may hold, in print order: table 3 with three rows （六） or with one. */
export const figuresOfEdition: Readonly<Record<string, readonly Figure[]>> = {
  [form.edition]: [...figures, ...oneRowOtherwise],
  [edition2019.edition]: [...new Map([...figures2019, ...table3].map((entry) => [entry.id, entry])).values()],
}

const byId = new Map(figures.map((entry) => [entry.id, entry]))

export function isCellId(id: string): boolean {
  return byId.has(id)
}

/** The figure of an id. Throws a RangeError for an id that the form does not have. */
export function figureOf(id: CellId): Figure {
  const figure = byId.get(id)
  if (!figure) throw new RangeError(`no figure ${id} in edition ${form.edition}`)
  return figure
}
