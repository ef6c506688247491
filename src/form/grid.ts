import { edition2021 as form } from './edition-2021'
import type { CellId, DisclosureBlock, FormRow, GridCell, TableGrid, TableId } from './types'

type Role = GridCell['role']

const cell = (role: Role, text: string, row: number, column: number, rowSpan = 1, columnSpan = 1): GridCell => ({
  row,
  column,
  rowSpan,
  columnSpan,
  role,
  text,
})

const figureCell = (figure: CellId, row: number, column: number, columnSpan = 1): GridCell => ({
  ...cell('figure', '', row, column, 1, columnSpan),
  figure,
})

/** One block of table 2: article, column heads, rows; a single column of figures spans the rest of the width. */
function disclosureBlock(block: DisclosureBlock, top: number, width: number): GridCell[] {
  const span = (width - 1) / block.columns.length
  const at = (index: number) => 1 + index * span
  return [
    cell('heading', block.heading, top, 0, 1, width),
    cell('columnHeader', form.table2.leadLabel, top + 1, 0),
    ...block.columns.map((column, i) => cell('columnHeader', column.label, top + 1, at(i), 1, span)),
    ...block.rows.flatMap((row, r) => [
      cell('rowHeader', row.label, top + 2 + r, 0),
      ...block.columns.map((column, i) => figureCell(`table2.${row.id}.${column.id}`, top + 2 + r, at(i), span)),
    ]),
  ]
}

function table2Grid(): TableGrid {
  const width = 1 + Math.max(...form.table2.blocks.map((block) => block.columns.length))
  const cells: GridCell[] = []
  let top = 0
  for (const block of form.table2.blocks) {
    cells.push(...disclosureBlock(block, top, width))
    top += 2 + block.rows.length
  }
  return { table: 'table2', rows: top, columns: width, headerRows: 2, cells }
}

const LABEL_COLUMNS = 3
const HEADER_ROWS_3 = 3

function table3Header(): GridCell[] {
  const { note, applicantsHeading, organizationsHeading, columns } = form.table3
  const last = columns.length - 1
  return [
    cell('note', note, 0, 0, HEADER_ROWS_3, LABEL_COLUMNS),
    cell('columnHeader', applicantsHeading, 0, LABEL_COLUMNS, 1, columns.length),
    ...columns.map((column, i) => {
      const isOrganization = i > 0 && i < last
      return cell('columnHeader', column.label, isOrganization ? 2 : 1, LABEL_COLUMNS + i, isOrganization ? 1 : 2)
    }),
    cell('columnHeader', organizationsHeading, 1, LABEL_COLUMNS + 1, 1, last - 1),
  ]
}

function table3Grid(): TableGrid {
  const { intake, outcomes, outcomesHeading, concluded, carriedOut, columns } = form.table3
  const cells = table3Header()
  let top = HEADER_ROWS_3
  const addRow = (row: FormRow, labelColumn: number) => {
    cells.push(cell('rowHeader', row.label, top, labelColumn, 1, LABEL_COLUMNS - labelColumn))
    cells.push(...columns.map((column, i) => figureCell(`table3.${row.id}.${column.id}`, top, LABEL_COLUMNS + i)))
    top += 1
  }
  intake.forEach((row) => addRow(row, 0))
  const outcomesTop = top
  for (const group of outcomes) {
    if (group.heading) cells.push(cell('rowHeader', group.heading, top, 1, group.rows.length))
    group.rows.forEach((row) => addRow(row, group.heading ? 2 : 1))
  }
  addRow(concluded, 1)
  cells.push(cell('rowHeader', outcomesHeading, outcomesTop, 0, top - outcomesTop))
  addRow(carriedOut, 0)
  return { table: 'table3', rows: top, columns: LABEL_COLUMNS + columns.length, headerRows: HEADER_ROWS_3, cells }
}

function table4Grid(): TableGrid {
  const { groups, columns } = form.table4
  const width = columns.length
  const cells: GridCell[] = []
  const supers = new Map<string, { column: number; columnSpan: number }>()
  groups.forEach((group, g) => {
    const left = g * width
    if (group.under) {
      const started = supers.get(group.under) ?? { column: left, columnSpan: 0 }
      supers.set(group.under, { ...started, columnSpan: started.columnSpan + width })
    }
    const top = group.under ? 1 : 0
    cells.push(cell('columnHeader', group.label, top, left, 1, width))
    columns.forEach((column, c) => {
      cells.push(cell('columnHeader', column.label, top + 1, left + c, 2 - top))
      cells.push(figureCell(`table4.${group.id}.${column.id}`, 3, left + c))
    })
  })
  for (const [text, at] of supers) cells.push(cell('columnHeader', text, 0, at.column, 1, at.columnSpan))
  return { table: 'table4', rows: 4, columns: groups.length * width, headerRows: 3, cells }
}

const inPrintOrder = (grid: TableGrid): TableGrid => ({
  ...grid,
  cells: [...grid.cells].sort((a, b) => a.row - b.row || a.column - b.column),
})

/** The three tables as printed: every cell with its span, in print order. */
export const grids: Readonly<Record<TableId, TableGrid>> = {
  table2: inPrintOrder(table2Grid()),
  table3: inPrintOrder(table3Grid()),
  table4: inPrintOrder(table4Grid()),
}
