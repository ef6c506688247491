import { median, middleOf, widthOf, type Box } from './box'
import { isDigit, isFilled } from './glyphs'
import type { Glyph } from './turn'

/** The figure of a cell with the row that it stands in. */
export interface RowFigure<Cell> {
  cell: Cell & Box
  row: number
  glyphs: readonly Glyph[]
}

/** By these factors of the size that most figures of a table have, one is no figure of the table, or a small one. */
const LARGER = 1.25
const SMALLER = 0.88
/** So small is no figure that a program has shrunk to fit its cell. */
const TINY = 0.8
/** A small figure is raised if its middle is so much of a size above that of the others in its row. */
const RAISED = 0.1

const sizeOf = ({ glyphs }: RowFigure<unknown>): number =>
  glyphs.filter(isDigit).reduce((most, { size }) => Math.max(most, size), 0)
const heightIn = ({ glyphs }: RowFigure<unknown>): number =>
  median(glyphs.filter(isDigit).map((digit) => middleOf(digit).y))

/** Whether a figure would have had room in its cell at the size of the others. */
function hadRoom({ cell, glyphs }: RowFigure<unknown>, growth: number): boolean {
  const filled = glyphs.filter(isFilled)
  const left = filled.reduce((least, glyph) => Math.min(least, glyph.left), Infinity)
  const right = filled.reduce((most, glyph) => Math.max(most, glyph.right), -Infinity)
  return (right - left) * growth + 2 < widthOf(cell)
}

/** Cells whose figure is larger than the others of the table, as a watermark's is, or a small raised one, as a note's is. */
export function oddlySized<Cell>(figures: readonly RowFigure<Cell>[]): Set<Cell> {
  const usual = median(figures.map(sizeOf))
  const heights = new Map<number, number[]>()
  for (const figure of figures) {
    if (sizeOf(figure) < SMALLER * usual) continue
    const own = heights.get(figure.row)
    if (own) own.push(heightIn(figure))
    else heights.set(figure.row, [heightIn(figure)])
  }
  const isOdd = (figure: RowFigure<Cell>) => {
    const size = sizeOf(figure)
    if (size > LARGER * usual) return true
    if (size >= SMALLER * usual) return false
    const others = heights.get(figure.row)
    const isRaised = others !== undefined && median(others) - heightIn(figure) > RAISED * usual
    return isRaised || (size < TINY * usual && hadRoom(figure, usual / size))
  }
  return new Set(figures.filter(isOdd).map(({ cell }) => cell))
}
