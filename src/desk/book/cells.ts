/** Single cells and tabs of a book. */
import type { Area, Book, Cell, Sheet } from './model'
import { noteReplaced, ofCells } from './of-cells'
import { remembered } from './remembered'
import { same } from './same'

/** Keys by row and column: making a key costs more than using it. */
const keys: string[][] = []
const mostRows = 2000
const mostColumns = 100

export function cellKey(row: number, column: number): string {
  const known = keys[row]?.[column]
  if (known !== undefined) return known
  const key = `${row},${column}`
  if (row > 0 && row <= mostRows && column > 0 && column <= mostColumns) (keys[row] ??= [])[column] = key
  return key
}

interface CellPosition {
  readonly row: number
  readonly column: number
}

function parsePosition(key: string): CellPosition {
  const comma = key.indexOf(',')
  return { row: Number(key.slice(0, comma)), column: Number(key.slice(comma + 1)) }
}

export const positionOf = remembered(parsePosition, 50_000)

const COMMA = 44
const ZERO = 48

/** Calls `visit` for each cell that there is. Of a tab of 20,000 rows this takes a third of `positionOf` for each key. */
export function eachCell(
  cells: Sheet['cells'],
  visit: (cell: Cell, row: number, column: number, key: string) => void,
): void {
  for (const key of Object.keys(cells)) {
    let row = 0
    let number = 0
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at)
      if (code === COMMA) {
        row = number
        number = 0
      } else number = number * 10 + code - ZERO
    }
    visit(cells[key] as Cell, row, number, key)
  }
}

export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.cells[cellKey(row, column)]
}

const changedCells = new WeakMap<Sheet, Set<string>>()

/** Call this for every replaced cell, so that changes are known without comparing all cells. */
export function noteChange(sheet: Sheet, key: string): void {
  noteReplaced(sheet.cells, key)
  const keys = changedCells.get(sheet)
  if (keys) keys.add(key)
  else changedCells.set(sheet, new Set([key]))
}

/** The cells noted since the last call. */
export function takeChanged(sheet: Sheet): ReadonlySet<string> {
  const keys = changedCells.get(sheet)
  changedCells.delete(sheet)
  return keys ?? new Set()
}

/**
 * Changes a cell. Fields given as undefined are removed, and an empty cell is deleted. False if nothing changed.
 */
export function changeCell(
  sheet: Sheet,
  row: number,
  column: number,
  change: { [field in keyof Cell]: Cell[field] | undefined },
): boolean {
  const key = cellKey(row, column)
  const before = sheet.cells[key]
  const { value, formula, note, style } = { ...before, ...change }
  const cell: Cell = {}
  if (value !== undefined) cell.value = value
  if (formula !== undefined) cell.formula = formula
  if (note !== undefined) cell.note = note
  if (style !== undefined) cell.style = style
  const isEmpty = value === undefined && formula === undefined && note === undefined && style === undefined
  if (isEmpty ? before === undefined : same(before, cell)) return false
  noteChange(sheet, key)
  if (isEmpty) Reflect.deleteProperty(sheet.cells, key)
  else sheet.cells[key] = cell
  return true
}

export function sheetNamed(book: Book, name: string): Sheet | undefined {
  return book.sheets.find((sheet) => sheet.name === name) ?? sheetLike(book, name)
}

/** Formulas name tabs regardless of case. */
function sheetLike(book: Book, name: string): Sheet | undefined {
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())
}

interface Size {
  readonly rows: number
  readonly columns: number
}

const hasContent = (cell: Cell | undefined): boolean => cell?.value !== undefined || cell?.formula !== undefined

function measured(sheet: Sheet): Size {
  const used = { rows: 0, columns: 0 }
  eachCell(sheet.cells, (cell, row, column) => {
    if (!hasContent(cell)) return
    used.rows = Math.max(used.rows, row)
    used.columns = Math.max(used.columns, column)
  })
  return used
}

/** Null where a cell at the edge is empty now: what is the last one then is found by looking at all. */
function measuredAgain({ rows, columns }: Size, { cells }: Sheet, keys: ReadonlySet<string>): Size | null {
  const used = { rows, columns }
  for (const key of keys) {
    const { row, column } = positionOf(key)
    const isFilled = hasContent(cells[key])
    if (!isFilled && (row === rows || column === columns)) return null
    if (!isFilled) continue
    used.rows = Math.max(used.rows, row)
    used.columns = Math.max(used.columns, column)
  }
  return used
}

/** The last row and column with a value or formula; 0 on an empty tab. Notes and looks do not count. */
export const usedSize: (sheet: Sheet) => Size = ofCells({
  make: measured,
  renew: measuredAgain,
})

/** Calls `visit` for every place of an area, row by row. */
export function eachPosition(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) visit(row, column)
  }
}

/** One value for each place of an area, as rows. */
export function mapPositions<T>(area: Area, read: (row: number, column: number) => T): T[][] {
  const rows: T[][] = []
  for (let row = area.row; row < area.row + area.rows; row++) {
    const values: T[] = []
    for (let column = area.column; column < area.column + area.columns; column++) values.push(read(row, column))
    rows.push(values)
  }
  return rows
}

/** Areas up to this size are read cell by cell. */
const smallArea = 400

/** As `mapPositions`, reading cells: of a large area, most of it empty, only those that are there. */
export function mapCells<T>(sheet: Sheet, area: Area, read: (cell: Cell | undefined) => T): T[][] {
  if (area.rows * area.columns <= smallArea) {
    return mapPositions(area, (row, column) => read(cellAt(sheet, row, column)))
  }
  const blank = read(undefined)
  const blanks = Array.from({ length: area.columns }, () => blank)
  const rows = Array.from({ length: area.rows }, () => blanks.slice())
  eachCell(sheet.cells, (cell, row, column) => {
    const line = rows[row - area.row]
    if (line && column >= area.column && column < area.column + area.columns) line[column - area.column] = read(cell)
  })
  return rows
}
