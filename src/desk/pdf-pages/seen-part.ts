import { isWithin } from './matrix'
import type { Box, Point } from './matrix'
import { holdsPoint } from './path'
import type { Subpath } from './path'
import type { Placed } from './pen'
import type { State } from './state'

const isInOutline = (outline: readonly Subpath[], point: Point): boolean =>
  outline.some((subpath) => holdsPoint(subpath, point))

/** A point of a glyph, so far along its base line and so far above it. */
function pointOf({ x, y, angle }: Placed, along: number, up: number): Point {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  return { x: x + along * cos + up * sin, y: y + along * sin - up * cos }
}

/** Somewhat above the base line, half an advance on. */
const middleOf = (placed: Placed): Point =>
  placed.isStacked ? pointOf(placed, 0, -placed.size / 2) : pointOf(placed, placed.advance / 2, placed.size / 3)

/** The ink of a digit is within these shares of its advance, and of its size above the base line. */
const INK_FROM = 0.15
const INK_TO = 0.85
const INK_BELOW = 0.06
const INK_ABOVE = 0.64

/** The corners of the ink of a digit. */
function cornersOf(placed: Placed): Point[] {
  const { advance, size, isStacked } = placed
  const [from, to] = isStacked ? [-0.35 * size, 0.35 * size] : [INK_FROM * advance, INK_TO * advance]
  const [below, above] = isStacked ? [-0.8 * size, -0.2 * size] : [INK_BELOW * size, INK_ABOVE * size]
  return [from, to].flatMap((along) => [below, above].map((up) => pointOf(placed, along, up)))
}

/** How much of a glyph is seen: cut off by the page, by a box, or by the outlines of other shapes. */
export function seenPart(placed: Placed, { clip, outlines }: State, page: Box): 'none' | 'part' | 'whole' {
  const middle = middleOf(placed)
  if (!isWithin(page, middle)) return 'none'
  const corners = cornersOf(placed)
  const isIn = (point: Point) => isWithin(clip, point) && outlines.every((outline) => isInOutline(outline, point))
  if (corners.every(isIn)) return 'whole'
  return isIn(middle) || isIn(placed) || corners.some(isIn) ? 'part' : 'none'
}
