/** The three tabs that mirror the official tables cell for cell. */
import { figureOf, figures, grids, identities, totalIdentities } from '../form'
import type { CellId, GridCell, TableGrid, TableId, Term } from '../form'
import { tabNames } from '../words/tabs'
import { workbookWords as words } from '../words/workbook'
import { positionsOf, rectangles } from './areas'
import { balanceFormula, totalFormula } from './formulas'
import { FIRST_ROW, portrait, rangeNames, textCell, titleRows } from './tab-frame'
import type { Area, LayoutCell, LookName, Position, TabLayout, Validation } from './types'

/** The position of each figure on a tab where the table begins in column A of row `top`. */
function figurePositions(grid: TableGrid, top: number): Map<CellId, Position> {
  return new Map(
    grid.cells.flatMap(({ figure, row, column }) =>
      figure === undefined ? [] : [[figure, { row: top + row, column: 1 + column }]],
    ),
  )
}

/** The position of each term; a term whose figure has no place here is an error of the form. */
function placesOf(terms: readonly Term[], places: ReadonlyMap<CellId, Position>): Position[] {
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

/** What each total is made of. */
const addendsOf: ReadonlyMap<CellId, readonly Term[]> = new Map(
  totalIdentities.flatMap(({ left, right }) => right.map(({ cell }): [CellId, readonly Term[]] => [cell, left])),
)

/** The terms, and all that their totals are made of. */
const expanded = (terms: readonly Term[]): Term[] =>
  terms.flatMap((term) => [term, ...expanded(addendsOf.get(term.cell) ?? [])])

function tableCells(grid: TableGrid, places: ReadonlyMap<CellId, Position>): LayoutCell[] {
  return grid.cells.map((cell) => {
    const area = { row: FIRST_ROW + cell.row, column: 1 + cell.column, rows: cell.rowSpan, columns: cell.columnSpan }
    if (cell.role !== 'figure') return labelCell(grid, cell, cell.role, area)
    const figure = figureOf(cell.figure ?? '')
    const addends = addendsOf.get(figure.id)
    if (addends) {
      return {
        ...area,
        look: 'total',
        formula: totalFormula(placesOf(addends, places)),
        isInput: false,
        figure: figure.id,
      }
    }
    return { ...area, look: 'input', isInput: true, figure: figure.id }
  })
}

/** The live check below table 3: for each column, left side minus right side of its balance. */
function balanceRow(places: ReadonlyMap<CellId, Position>, row: number): LayoutCell[] {
  const balances = identities.filter(({ family }) => family === 'T3.BALANCE')
  const cells = balances.map(({ left, right }): LayoutCell => {
    const [over] = placesOf(left, places)
    const all = placesOf(expanded([...left, ...right]), places)
    const formula = balanceFormula(placesOf(left, places), placesOf(right, places), all)
    return { row, column: over?.column ?? 1, rows: 1, columns: 1, look: 'balance', formula, isInput: false }
  })
  const width = Math.min(...cells.map(({ column }) => column)) - 1
  return [textCell('label', words.balanceLabel, row, 1, width), ...cells]
}

/** Everything that is typed into, merges whole. */
export const inputAreas = (cells: readonly LayoutCell[]): Area[] =>
  rectangles(positionsOf(cells.filter(({ isInput }) => isInput)))

/** What can be typed into the figures' cells: whole numbers, or decimals for an amount. */
export function figureValidations(cells: readonly LayoutCell[]): Validation[] {
  const inputs = (unit: 'count' | 'amount') =>
    inputAreas(cells.filter(({ figure }) => figure !== undefined && figureOf(figure).unit === unit))
  const { count, amount } = words.validation
  return [
    ...inputs('count').map((area): Validation => ({ area, kind: 'wholeNumber', min: 0, help: count })),
    ...inputs('amount').map((area): Validation => ({ area, kind: 'decimal', min: 0, help: amount })),
  ]
}

const columnWidths: Readonly<Record<TableId, readonly number[]>> = {
  table2: [220, 150, 150, 150],
  table3: [78, 90, 280, 78, 78, 78, 78, 78, 78, 78],
  table4: Array.from({ length: 15 }, () => 64),
}

/** Room for two lines of a label. All rows have the same height, so a host sets it in one call. */
const ROW_HEIGHT = 40

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
    columnWidths: [...columnWidths[table], 78, 78],
    rowHeights: Object.fromEntries(cells.map(({ row }) => [row, ROW_HEIGHT])),
    cells,
    listLooks: [],
    validations: figureValidations(cells),
    names: [{ name: rangeNames[table], area: { row: FIRST_ROW, column: 1, rows: grid.rows, columns: grid.columns } }],
    open: inputAreas(cells),
    hiddenColumns: [],
    print: { ...portrait, orientation: table === 'table4' ? 'landscape' : 'portrait' },
  }
}
