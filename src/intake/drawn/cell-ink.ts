import { Bands } from './bands'
import { holds, middleOf, type Box } from './box'
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

type Placed = Omit<CellInk, 'box' | 'em' | 'unseen' | 'others' | 'lines' | 'pictures'>

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
    pictures: marks.pictures.between(box.top, box.bottom),
  }
}
