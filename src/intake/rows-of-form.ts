import { edition2019, edition2021, figuresOfEdition, grids, type CellId, type Labelled, type TableId } from '../form'
import { editDistance } from '../report'
import { keyOf, lettersOf, mostInCommon } from './key'

/** A row of table 2 or 3: its official label and the figures it holds, from left to right. */
export interface FormRowCells {
  table: TableId
  label: string
  cells: readonly CellId[]
  /** Its place among the rows of its table. */
  index: number
  /** What its label is compared by, one for each spelling. */
  keys: readonly string[]
  /** The characters of its labels, and of the headings that may stand before them. */
  letters: ReadonlySet<string>
}

export interface FormRows {
  rows: readonly FormRowCells[]
  byKey: ReadonlyMap<string, FormRowCells>
}

type LabelledTable = 'table2' | 'table3'
type Form = typeof edition2021

const rowsIn = ({ table2, table3 }: Form): Readonly<Record<LabelledTable, readonly Labelled[]>> => ({
  table2: table2.blocks.flatMap((block) => block.rows),
  table3: [...table3.intake, ...table3.outcomes.flatMap((group) => group.rows), table3.concluded, table3.carriedOut],
})

const HEADINGS = '三本年度办理结果一二四五六不予公开无法提供处其他'

const spellings = ({ label, variants = [] }: Labelled) => [label, ...variants]

function formRows(form: Form, table: LabelledTable): FormRows {
  const figures = (figuresOfEdition[form.edition] ?? []).filter((figure) => figure.table === table)
  const rows = rowsIn(form)[table].map((row, index): FormRowCells => {
    const cells = figures.filter((figure) => figure.row === row.id).map(({ id }) => id)
    const keys = spellings(row).map(keyOf)
    return { table, label: row.label, cells, index, keys, letters: new Set([...HEADINGS, ...keys.join('')]) }
  })
  return { rows, byKey: new Map(rows.flatMap((row) => row.keys.map((key) => [key, row] as const))) }
}

/** The rows with labels of their own; table 3 of edition 2019 is the one with （六）其他处理 in one row. */
export const rowsOf: Readonly<Record<'2021' | '2019', Readonly<Record<LabelledTable, FormRows>>>> = {
  '2021': { table2: formRows(edition2021, 'table2'), table3: formRows(edition2021, 'table3') },
  '2019': { table2: formRows(edition2019, 'table2'), table3: formRows(edition2019, 'table3') },
}

export const oneRowKey = keyOf('（六）其他处理')

const SHORTEST_NEAR = 4
const LIKENESS = 0.7
/** By so much the nearest is nearer than the next. */
const LEAD = 0.15

/** How alike two keys are, 1 for the same; 0 where neither can be the nearest nor nearly as near as it. */
function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  if (Math.min(a.length, b.length) < longer * LIKENESS) return 0
  if (mostInCommon(a, b) < longer * (LIKENESS - 2 * LEAD)) return 0
  return 1 - editDistance(a, b) / longer
}

/** The one row whose label is nearest to a misspelt one; undefined where none is near, or another nearly as near. */
export function nearestRow(key: string, { rows }: FormRows): FormRowCells | undefined {
  if (key.length < SHORTEST_NEAR) return undefined
  const ranked = rows
    .map((row) => ({ row, like: row.keys.reduce((best, own) => Math.max(best, likeness(key, own)), 0) }))
    .sort((a, b) => b.like - a.like)
  const [first, second] = ranked
  if (!first || first.like < LIKENESS || (key.length < 6 && first.like < 0.75)) return undefined
  return second && first.like - second.like < LEAD ? undefined : first.row
}

/** The column of the printed table in which figures begin, which is the number of its label columns. */
export function firstFigureColumn(table: TableId): number {
  return Math.min(...grids[table].cells.filter(({ role }) => role === 'figure').map(({ column }) => column))
}

const headers = (table: TableId) =>
  grids[table].cells.filter(({ role }) => role !== 'figure' && role !== 'rowHeader').map(({ text }) => keyOf(text))

const { table3, table4 } = edition2021
const columnsOf = ({ table2 }: Form) => table2.blocks.flatMap((block) => block.columns)
const rowKeys = new Set(
  (['2021', '2019'] as const).flatMap((e) => [rowsOf[e].table2, rowsOf[e].table3]).flatMap((r) => [...r.byKey.keys()]),
)
const columnSpellings: readonly Labelled[] = [
  ...[edition2021, edition2019].flatMap(columnsOf),
  ...table3.columns,
  ...table4.columns,
]
const headerKeys = new Set(
  [
    ...(['table2', 'table3', 'table4'] as const).flatMap(headers),
    ...edition2019.table2.blocks.map(({ heading }) => keyOf(heading)),
    ...columnSpellings.flatMap(spellings).map(keyOf),
  ].filter((key) => !rowKeys.has(key)),
)

/** True for the label of a row of table 2 or 3, in any edition and spelling. */
export const isRowLabel = (text: string): boolean => rowKeys.has(keyOf(text))

/** The names of a table's columns from left to right, each in all its spellings; of table 2 those of its widest block. */
export const columnNames: Readonly<Record<TableId, readonly (readonly string[])[]>> = {
  table2: (edition2021.table2.blocks[0]?.columns ?? []).map(spellings),
  table3: table3.columns.map(spellings),
  table4: table4.groups.flatMap(() => table4.columns.map(spellings)),
}
const columnKeys = new Set([...columnNames.table3, ...columnNames.table4].flat().map(keyOf))

/** 其他 and 总计 without a number name a column as well as a row. */
export const isColumnName = (text: string): boolean => columnKeys.has(lettersOf(text))

export const isHeaderText = (text: string): boolean => headerKeys.has(keyOf(text))

/** True for a row that carries a column header found in no row label. */
export const isHeaderRow = (cells: readonly string[]): boolean => cells.some(isHeaderText)

const table3Keys = new Set(headers('table3'))
const disputeKeys = new Set(
  [...headers('table4'), ...table4.columns.flatMap(spellings).map(keyOf)].filter(
    (key) => headerKeys.has(key) && !table3Keys.has(key),
  ),
)

/** True for a row that carries a column header of table 4 and of no other table. */
export const isDisputeHeader = (cells: readonly string[]): boolean => cells.some((cell) => disputeKeys.has(keyOf(cell)))

/** The figures of table 4's one row, from left to right. */
export const disputeCells: readonly CellId[] = (figuresOfEdition['2021'] ?? [])
  .filter(({ table }) => table === 'table4')
  .map(({ id }) => id)

const own2021 = new Set(columnsOf(edition2021).flatMap(spellings).map(keyOf))
const keys2019 = new Set([
  ...['本年新公开数量', '对外公开总数量', '采购项目数量', '采购总金额', '其他对外管理服务事项', '政府集中采购'].map(
    keyOf,
  ),
  ...columnsOf(edition2019)
    .flatMap(spellings)
    .map(keyOf)
    .filter((key) => !own2021.has(key)),
])

/** Names that show a table 2 to be that of edition 2019: those of columns and rows that edition 2021 does not have. */
export const namesOf2019 = (texts: readonly string[]): string[] => texts.map(keyOf).filter((key) => keys2019.has(key))
