/** Heights of rows before they are drawn; what is drawn is measured. */
import { cellAt } from '../../../book/cells'
import { displayValue } from '../../../book/display'
import type { Sheet } from '../../../book/model'
import { surveyOf } from './extent'
import type { Merges } from './merges'
import { linesOf } from './text-size'
import { EM } from './widths'

/** Pixels of a row with one line, and of each further line. */
const ROW_HEIGHT = 24
const LINE_HEIGHT = 17
const AROUND = 9
/** Up to this a height of the workbook is room for two lines, which the screen gives where they are needed. */
const OWN_FROM = 60

/** The height that the workbook asks for where it is more than room for lines, as beneath a narrative. */
export function leastHeight({ rowHeights, hiddenRows }: Sheet, row: number): number {
  if (hiddenRows.includes(row)) return 0
  const own = rowHeights[row] ?? 0
  return own >= OWN_FROM ? own : ROW_HEIGHT
}

/** One height a row, from its wrapped texts. */
export function estimatedHeights(
  sheet: Sheet,
  merges: Merges,
  rows: number,
  widthOf: (column: number) => number,
): number[] {
  const heights = Array.from({ length: rows }, (_, index) => leastHeight(sheet, index + 1))
  for (const { row, column, text, cell } of surveyOf(sheet).wrapped) {
    const area = merges.areaAt({ row, column })
    const before = heights[row - 1] ?? 0
    if (area.rows > 1 || before === 0 || row > rows) continue
    let width = 0
    for (let at = column; at < column + area.columns; at++) width += widthOf(at)
    const lines = linesOf(text, (width - AROUND) / (EM * ((cell.style?.fontSize ?? 10) / 10)))
    heights[row - 1] = Math.max(before, ROW_HEIGHT + (lines - 1) * LINE_HEIGHT)
  }
  return heights
}

/** As it is read on the screen. */
export function shownText(sheet: Sheet, row: number, column: number): string {
  const cell = cellAt(sheet, row, column)
  return displayValue(cell?.value, cell?.style?.numberFormat)
}
