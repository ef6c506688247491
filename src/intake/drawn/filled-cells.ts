import type { DoubtReason } from '../../words/drawn'
import { isFigureText } from '../figure-text'
import { heightOf, holds, middleOf, widthOf, type Box } from './box'
import { inkIn, marksOf } from './cell-ink'
import { cellText } from './cell-text'
import { doubtOf } from './doubts'
import { oddlySized } from './figure-sizes'
import { hasDigit, inkBox, isDigit } from './glyphs'
import type { Grid, GridCell } from './grid'
import { crossingsOf } from './runs'
import type { SeenPage } from './seen'
import { linesOf, piecesOf } from './text-lines'
import { outOfTurn } from './turns'
import type { Glyph } from './turn'

/** A cell with what stands in it. Of a table without upright lines, a part of a cell may be one. */
export interface FilledCell {
  cell: GridCell
  /** Its walls, or the middle between it and the next part. */
  box: Box
  text: string
  doubt: DoubtReason | undefined
}

interface Content {
  cell: GridCell
  box: Box
  glyphs: Glyph[]
  sideways: Glyph[]
}

/** A digit reaches over a wall of its cell by so much of its width. */
const OVER_WALL = 0.2

function reachesOut({ cell, glyphs }: Content): boolean {
  return glyphs.filter(isDigit).some((digit) => {
    const most = OVER_WALL * widthOf(digit)
    const ink = inkBox(digit)
    const mostUp = OVER_WALL * heightOf(ink)
    const isOver = ink.top < cell.top - mostUp || ink.bottom > cell.bottom + mostUp
    return isOver || digit.left < cell.left - most || digit.right > cell.right + most
  })
}

function contentsOf(grid: Grid, glyphs: readonly Glyph[], sideways: readonly Glyph[]): Content[] {
  const byCell = new Map(
    grid.cells.map((cell): [GridCell, Content] => [cell, { cell, box: cell, glyphs: [], sideways: [] }]),
  )
  const contentAt = (glyph: Glyph) => {
    const { x, y } = middleOf(glyph)
    const cell = grid.cellAt(x, y)
    return cell && byCell.get(cell)
  }
  for (const glyph of glyphs) contentAt(glyph)?.glyphs.push(glyph)
  for (const glyph of sideways) if (holds(grid, glyph.left, glyph.top)) contentAt(glyph)?.sideways.push(glyph)
  return [...byCell.values()]
}

/** A cell of a table without upright lines may hold several figures: each piece that stands apart is a cell. */
function pieces(one: Content, em: number): Content[] {
  const [line, ...others] = linesOf(one.glyphs)
  if (!line || others.length > 0) return [one]
  const apart = piecesOf(line, em)
  return apart.map(({ glyphs, left, right }, i) => {
    const [before, after] = [apart[i - 1], apart[i + 1]]
    const box = {
      ...one.box,
      left: before ? (before.right + left) / 2 : one.box.left,
      right: after ? (right + after.left) / 2 : one.box.right,
    }
    return { ...one, glyphs, box }
  })
}

const textIn = ({ glyphs, sideways }: Content): string => cellText(glyphs, sideways)

/** The figures of a table by rows, for what their sizes tell. */
const figuresIn = (contents: readonly Content[]) =>
  contents.flatMap((content) =>
    hasDigit(content.glyphs) && isFigureText(textIn(content).trim())
      ? [{ cell: content.box, row: content.cell.row, glyphs: content.glyphs }]
      : [],
  )

/** The cells of a table with what stands in them, and whether it can be trusted. `own`: what stands in the table. */
export function filledCells(
  grid: Grid & { isOpen: boolean },
  page: SeenPage,
  em: number,
  own: readonly Glyph[],
): FilledCell[] {
  const whole = contentsOf(grid, own, page.sideways)
  const contents = grid.isOpen ? whole.flatMap((one) => pieces(one, em)) : whole
  const owners = new Map(contents.flatMap((content) => content.glyphs.map((glyph) => [glyph, content.box] as const)))
  const { crossed, cut, rests } = crossingsOf(page.glyphs, page.unseen, (glyph) => owners.get(glyph))
  const late = outOfTurn(whole, page.glyphs)
  const odd = oddlySized(figuresIn(contents))
  const marks = marksOf({ ...page, unseen: page.unseen.filter((glyph) => !rests.has(glyph)) }, em)
  return contents.map((content) => {
    const { cell, box, glyphs, sideways } = content
    const placed = {
      glyphs,
      sideways,
      isBroken: cell.isBroken,
      isCrossed: crossed.has(box) || reachesOut(content),
      isCut: cut.has(box),
      isOddlySized: odd.has(box),
      isOutOfTurn: late.has(cell),
    }
    return { cell, box, text: textIn(content), doubt: doubtOf(inkIn(box, placed, marks)) }
  })
}
