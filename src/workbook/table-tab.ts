/** The three tabs that mirror the official tables cell for cell. */
import { figureOf, figures, grids, identities, totalIdentities } from '../form'
import type { CellId, GridCell, TableGrid, TableId, Term } from '../form'
import { tabNames } from '../words/tabs'
import { workbookWords as words } from '../words/workbook'
import { rectangles } from './address'
import { balanceFormula, totalFormula } from './formulas'
import { FIRST_ROW, portrait, rangeNames, textCell, titleRows } from './tab-frame'
import type { Area, LayoutCell, LookName, Position, TabLayout, Validation } from './types'

/** Figures by their place on a tab, the table's first cell standing at `top`, column A. */
export function figurePositions(grid: TableGrid, top: number): Map<CellId, Position> {
  return new Map(
    grid.cells.flatMap(({ figure, row, column }) =>
      figure === undefined ? [] : [[figure, { row: top + row, column: 1 + column }]],
    ),
  )
}

/** The position of each term; a term whose figure has no place here is an error of the form. */
function positionsOf(terms: readonly Term[], places: ReadonlyMap<CellId, Position>): Position[] {
  return terms.map(({ cell }) => {
    const place = places.get(cell)
    if (!place) throw new RangeError(`no place for ${cell}`)
    return place
  })
}

/** Guidance by label; in table 4 a label is a group's, elsewhere a row's. */
const notes = new Map(
  figures.map(({ table, rowLabel, note, source }) => [`${table}:${rowLabel}`, words.note(note, source)]),
)

const labelLooks: Record<Exclude<GridCell['role'], 'figure'>, LookName> = {
  heading: 'columnHeader',
  columnHeader: 'columnHeader',
  rowHeader: 'rowHeader',
  note: 'columnHeader',
}

function labelCell(grid: TableGrid, cell: GridCell, role: Exclude<GridCell['role'], 'figure'>, area: Area): LayoutCell {
  const note = notes.get(`${grid.table}:${cell.text}`)
  const label = { ...area, look: labelLooks[role], value: cell.text, isInput: false }
  return note === undefined ? label : { ...label, note }
}

function tableCells(grid: TableGrid, places: ReadonlyMap<CellId, Position>): LayoutCell[] {
  const formulas = new Map(
    totalIdentities.flatMap(({ left, right }) => right.map(({ cell }): [CellId, readonly Term[]] => [cell, left])),
  )
  return grid.cells.map((cell) => {
    const area = { row: FIRST_ROW + cell.row, column: 1 + cell.column, rows: cell.rowSpan, columns: cell.columnSpan }
    if (cell.role !== 'figure') return labelCell(grid, cell, cell.role, area)
    const figure = figureOf(cell.figure ?? '')
    const addends = formulas.get(figure.id)
    if (addends) {
      return {
        ...area,
        look: 'total',
        formula: totalFormula(positionsOf(addends, places)),
        isInput: false,
        figure: figure.id,
      }
    }
    return { ...area, look: figure.unit === 'amount' ? 'amountInput' : 'input', isInput: true, figure: figure.id }
  })
}

/** The live check beneath table 3: one difference a column, from the identity that balances it. */
function balanceRow(places: ReadonlyMap<CellId, Position>, row: number): LayoutCell[] {
  const balances = identities.filter(({ family }) => family === 'T3.BALANCE')
  const cells = balances.map(({ left, right }): LayoutCell => {
    const [over] = positionsOf(left, places)
    const formula = balanceFormula(positionsOf(left, places), positionsOf(right, places))
    return { row, column: over?.column ?? 1, rows: 1, columns: 1, look: 'total', formula, isInput: false }
  })
  const width = Math.min(...cells.map(({ column }) => column)) - 1
  return [textCell('label', words.balanceLabel, row, 1, width), ...cells]
}

/** What can be typed into the figures' cells: whole numbers, or decimals for an amount. */
export function figureValidations(cells: readonly LayoutCell[]): Validation[] {
  const inputs = (unit: 'count' | 'amount') =>
    rectangles(cells.filter(({ figure, isInput }) => isInput && figure !== undefined && figureOf(figure).unit === unit))
  const { count, amount } = words.validation
  return [
    ...inputs('count').map((area): Validation => ({ area, kind: 'wholeNumber', min: 0, help: count })),
    ...inputs('amount').map((area): Validation => ({ area, kind: 'decimal', min: 0, help: amount })),
  ]
}

const shapes: Record<TableId, { columnWidths: readonly number[]; heights: (row: GridCell) => number | null }> = {
  table2: { columnWidths: [220, 150, 150, 150], heights: () => 32 },
  table3: {
    columnWidths: [70, 90, 250, 78, 78, 78, 78, 78, 78, 78],
    heights: ({ text, column }) => (text.length * 14 > (column === 2 ? 250 : 340) ? 40 : 28),
  },
  table4: { columnWidths: Array.from({ length: 15 }, () => 64), heights: ({ row }) => (row === 2 ? 44 : 36) },
}

function rowHeights(grid: TableGrid): Record<number, number> {
  const heights: Record<number, number> = { 1: 36, 3: grid.table === 'table4' ? 28 : 36 }
  for (const cell of grid.cells) {
    const height = cell.rowSpan === 1 && cell.role !== 'figure' ? shapes[grid.table].heights(cell) : null
    const row = FIRST_ROW + cell.row
    heights[row] = Math.max(heights[row] ?? 0, height ?? 28)
  }
  return heights
}

/** The tab of one table: title, unit and year, hint, then the table; beneath table 3 the live check. */
export function tableTab(table: TableId): TabLayout {
  const grid = grids[table]
  const places = figurePositions(grid, FIRST_ROW)
  const last = FIRST_ROW + grid.rows - 1
  const cells = [
    ...titleRows(table, grid.columns),
    textCell('hint', words.tableHint[table], 3, 1, grid.columns),
    ...tableCells(grid, places),
    ...(table === 'table3' ? balanceRow(places, last + 1) : []),
  ]
  return {
    key: table,
    name: tabNames[table],
    rows: last + 6,
    columns: grid.columns + 2,
    frozenRows: table === 'table2' ? 2 : FIRST_ROW + grid.headerRows - 1,
    columnWidths: [...shapes[table].columnWidths, 78, 78],
    rowHeights: rowHeights(grid),
    cells,
    listLooks: [],
    validations: figureValidations(cells),
    names: [{ name: rangeNames[table], area: { row: FIRST_ROW, column: 1, rows: grid.rows, columns: grid.columns } }],
    open: rectangles(cells.filter(({ isInput }) => isInput)),
    hiddenColumns: [],
    print: { ...portrait, orientation: table === 'table4' ? 'landscape' : 'portrait' },
  }
}
