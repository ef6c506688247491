import { Bands } from './bands'
import { heightOf, holds, middleOf, widthOf, type Box } from './box'
import type { CellInk } from './doubts'
import type { DrawnBox, DrawnLine } from './page'
import type { SeenPage } from './seen'
import type { Glyph } from './turn'

/** What is on a page besides its text, by height. */
export interface PageMarks {
  em: number
  unseen: Bands<Glyph>
  watermarks: Bands<Glyph>
  lines: Bands<DrawnLine>
  pictures: Bands<DrawnBox>
}

export const marksOf = (page: SeenPage, em: number): PageMarks => ({
  em,
  unseen: new Bands(page.unseen),
  watermarks: new Bands(page.watermarks),
  lines: new Bands(page.lines),
  pictures: new Bands(page.pictures),
})

/** A watermark so much larger than the text is told from it at once. */
const LARGE = 1.8

/** A line has no width of its own. */
const touches = (line: Box, box: Box): boolean =>
  line.left < box.right && line.right > box.left - 0.1 && line.top < box.bottom && line.bottom > box.top - 0.1

/** The walls of a cell do not belong to what stands in it. */
const WALL = 1
const inner = ({ left, right, top, bottom }: Box): Box => ({
  left: left + WALL,
  right: right - WALL,
  top: top + WALL,
  bottom: bottom - WALL,
})

/** In points: a mark is on a wall if it is no further from it, and within a cell if its ends are further from the others. */
const ON_WALL = 1.5
const FROM_WALL = 1
/** A stroke of a digit is so long, in sizes of the text. */
const SHORTEST = 0.35
const LONGEST = 1.2

const middleX = ({ left, right }: Box): number => (left + right) / 2

/** Upright strokes on the walls of a cell that are no part of those: a 1 may be drawn there. */
function strokesOnWalls({ left, right, top, bottom }: Box, lines: readonly DrawnLine[], em: number): DrawnLine[] {
  const isOn = (line: Box, x: number) => widthOf(line) < 1 && Math.abs(middleX(line) - x) <= ON_WALL
  return [left, right].flatMap((x) => {
    const own = lines.filter((line) => isOn(line, x))
    const isFree = (line: Box) => line.top > top + FROM_WALL && line.bottom < bottom - FROM_WALL
    const isStroke = (line: Box) => heightOf(line) >= SHORTEST * em && heightOf(line) <= LONGEST * em
    // Where no other line is behind it, it is a part of a dashed wall.
    const isWalled = (line: Box) =>
      own.some((wall) => wall !== line && !isFree(wall) && wall.top <= line.top && wall.bottom >= line.bottom)
    return own.filter((line) => isFree(line) && isStroke(line) && isWalled(line))
  })
}

type Placed = Omit<CellInk, 'box' | 'em' | 'unseen' | 'others' | 'lines' | 'onWalls' | 'pictures'>

/** What stands within some walls, with what is known of its glyphs. */
export function inkIn(walls: Box, placed: Placed, { em, ...marks }: PageMarks): CellInk {
  const box = inner(walls)
  const within = (glyph: Glyph) => {
    const { x, y } = middleOf(glyph)
    return holds(walls, x, y)
  }
  return {
    ...placed,
    box,
    em,
    unseen: marks.unseen.between(walls.top, walls.bottom).filter(within),
    others: marks.watermarks
      .between(walls.top, walls.bottom)
      .filter((glyph) => glyph.size < LARGE * em && within(glyph)),
    lines: marks.lines.between(box.top, box.bottom).filter((line) => touches(line, box)),
    onWalls: strokesOnWalls(walls, marks.lines.between(walls.top, walls.bottom), em),
    pictures: marks.pictures.between(box.top, box.bottom),
  }
}
