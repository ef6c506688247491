import { heightOf } from './box'
import type { DrawnLine } from './page'
import { WHITE, type SeenPage } from './seen'

/** Shares of a page: a higher shade is the ground of a part of it. */
const HIGHEST = 0.4
const MOST = 5000

/** Cells that are shaded have the edges of their shades for walls; a ground of the page has none. */
export function shadeEdges({ shades, height }: SeenPage): DrawnLine[] {
  const cells = shades.filter((shade) => shade.isOpaque && shade.colour !== WHITE && heightOf(shade) < HIGHEST * height)
  if (cells.length > MOST) return []
  return cells.flatMap(({ left, right, top, bottom, colour, order }) => {
    const line = { isRising: false, thickness: 0, colour, order }
    return [
      { ...line, left, right, top, bottom: top },
      { ...line, left, right, top: bottom, bottom },
      { ...line, left, right: left, top, bottom },
      { ...line, left: right, right, top, bottom },
    ]
  })
}
