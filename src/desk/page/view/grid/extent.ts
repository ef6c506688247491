/** How much of a tab is shown, and which of its rows stay in view. A tab has a thousand rows, its form thirty. */
import { cellAt } from '../../../book/cells'
import type { Cell, Sheet } from '../../../book/model'
import type { Spot } from './merges'

/** Blank rows and columns after the last one that has something. */
const SPARE_ROWS = 2
const SPARE_COLUMNS = 1
const FEWEST_ROWS = 12

export interface Extent {
  rows: number
  columns: number
  /** The last row and column that hold something. */
  last: Spot
}

/** Anything to be seen: contents, rules, colours. */
function isSeen({ value, formula, note, style }: Cell): boolean {
  if (value !== undefined || formula !== undefined || note !== undefined) return true
  return style?.border === true || style?.background !== undefined
}

export function extentOf(sheet: Sheet): Extent {
  const last = { row: 1, column: 1 }
  const reach = (row: number, column: number) => {
    if (row > last.row) last.row = row
    if (column > last.column) last.column = column
  }
  for (const key in sheet.cells) {
    const cell = sheet.cells[key]
    if (!cell || !isSeen(cell)) continue
    // Not `positionOf`: a long tab has more keys than it remembers.
    const comma = key.indexOf(',')
    reach(Number(key.slice(0, comma)), Number(key.slice(comma + 1)))
  }
  for (const { row, column, rows, columns } of sheet.merges) reach(row + rows - 1, column + columns - 1)
  const seen = { ...last }
  for (const { open } of sheet.protections) {
    for (const area of open) reach(area.row + area.rows - 1, area.column + area.columns - 1)
  }
  return {
    rows: Math.min(sheet.rows, Math.max(last.row + SPARE_ROWS, FEWEST_ROWS)),
    columns: Math.min(sheet.columns, last.column + SPARE_COLUMNS),
    last: { row: Math.min(seen.row, sheet.rows), column: Math.min(seen.column, sheet.columns) },
  }
}

/**
 * The frozen rows that stay in view: from the first ruled one on. Title, unit and hint above the header scroll away,
 * for each of them costs a row of figures.
 */
export function headerOf(sheet: Sheet): { from: number; to: number } | null {
  const to = sheet.frozenRows
  for (let row = 1; row <= to; row++) {
    for (let column = 1; column <= sheet.columns; column++) {
      if (cellAt(sheet, row, column)?.style?.border) return { from: row, to }
    }
  }
  return null
}
