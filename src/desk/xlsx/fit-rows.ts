import { contains } from '../../workbook'
import { eachCell } from '../book'
import type { Area, Cell, Sheet } from '../book'
import { DEFAULT_HEIGHT, DEFAULT_WIDTH } from './units'

const PIXELS_PER_POINT = 4 / 3
const DEFAULT_POINTS = 10
/** What a cell leaves free at its edges. */
const PADDING = 6
const LINE_SPACING = 1.35
/** The width of a letter or digit beside that of a Chinese character. */
const NARROW = 0.56

const widthInCharacters = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character <= '\u00ff' ? NARROW : 1), 0)

function linesOf(text: string, characters: number): number {
  const paragraphs = text.split('\n')
  return paragraphs.reduce((lines, each) => lines + Math.max(1, Math.ceil(widthInCharacters(each) / characters)), 0)
}

function widthOf(sheet: Sheet, column: number, columns: number): number {
  const widths = Array.from({ length: columns }, (_, index) => sheet.columnWidths[column + index] ?? DEFAULT_WIDTH)
  return widths.reduce((sum, width) => sum + width, 0)
}

/** Pixels that a cell's text takes at the width it has; 0 where one line holds it. */
function heightOf(sheet: Sheet, { value, style }: Cell, { column, columns }: Area): number {
  if (!style?.wrap || typeof value !== 'string') return 0
  const size = (style.fontSize ?? DEFAULT_POINTS) * PIXELS_PER_POINT
  const characters = Math.max(1, (widthOf(sheet, column, columns) - PADDING) / size)
  const lines = linesOf(value, characters)
  return lines === 1 ? 0 : lines * size * LINE_SPACING + PADDING
}

/**
 * Heights for rows that have none of their own and hold wrapped text of several lines: Google fits such rows by itself,
 * not every program that opens the file does. Pixels by row.
 */
export function fittedRows(sheet: Sheet): Record<number, number> {
  const fitted: Record<number, number> = {}
  const hidden = new Set(sheet.hiddenColumns)
  eachCell(sheet.cells, (cell, row, column) => {
    if (!cell.style?.wrap || typeof cell.value !== 'string') return
    const merge = sheet.merges.find((area) => contains(area, row, column))
    const isCovered = merge !== undefined && (merge.rows > 1 || merge.row !== row || merge.column !== column)
    if (isCovered || hidden.has(column) || sheet.rowHeights[row] !== undefined) return
    const height = heightOf(sheet, cell, merge ?? { row, column, rows: 1, columns: 1 })
    if (height > (fitted[row] ?? DEFAULT_HEIGHT)) fitted[row] = Math.ceil(height)
  })
  return fitted
}
