/** How much of a tab is shown, and which of its rows stay in view. A tab has a thousand rows, its form thirty. */
import { cellAt, eachCell } from '../../../book/cells'
import { ofCells } from '../../../book/of-cells'
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

/** A text that takes as many lines as it needs. */
interface WrappedText extends Spot {
  text: string
  cell: Cell
}

interface Survey {
  last: Readonly<Spot>
  wrapped: readonly WrappedText[]
}

/** All that is asked of every cell, in one go: a long tab has hundreds of thousands. */
function surveyed({ cells }: Sheet): Survey {
  const last = { row: 1, column: 1 }
  const wrapped: WrappedText[] = []
  eachCell(cells, (cell, row, column) => {
    if (!isSeen(cell)) return
    if (row > last.row) last.row = row
    if (column > last.column) last.column = column
    if (typeof cell.value === 'string' && cell.style?.wrap) wrapped.push({ row, column, text: cell.value, cell })
  })
  return { last, wrapped }
}

/** Remembered as long as no cell is replaced: zoom, a panel and a change of the tab ask again. */
export const surveyOf: (sheet: Sheet) => Survey = ofCells({ make: surveyed, renew: () => null })

export function extentOf(sheet: Sheet): Extent {
  const last = { ...surveyOf(sheet).last }
  const reach = (row: number, column: number) => {
    if (row > last.row) last.row = row
    if (column > last.column) last.column = column
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
