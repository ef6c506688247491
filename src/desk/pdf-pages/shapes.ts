import type { DrawnBox, DrawnLine, DrawnShade } from '../../intake'
import { boxOf, common } from './matrix'
import type { Box, Point } from './matrix'
import type { Subpath } from './path'

/** What was painted without letters. */
export interface Shapes {
  lines: DrawnLine[]
  shades: DrawnShade[]
  /** Pictures, and figures that are neither lines nor rectangles. */
  pictures: DrawnBox[]
}

/** A filled rectangle that is no wider than this is a line. */
const THICKEST = 3.2
/** A line is level or upright if it is no more off than this. */
const MOST_OFF = 0.6

/** A colour with an opacity, and what of it is cut off. */
export interface Ink {
  colour: string
  opacity: number
  /** Mixed with what is below, as a marker pen does. */
  isBlended: boolean
  clip: Box
  order: number
}

const isLevel = (box: Box): boolean => box.bottom - box.top <= MOST_OFF || box.right - box.left <= MOST_OFF

function lineOf(from: Point, to: Point, thickness: number, { clip, colour, order }: Ink): DrawnLine | undefined {
  const box = common(boxOf([from, to]), clip)
  if (box.right < box.left || box.bottom < box.top) return undefined
  return { ...box, isRising: from.x < to.x !== from.y < to.y, thickness, colour, order }
}

function pairs({ points, isClosed }: Subpath): [Point, Point][] {
  const closed = isClosed && points[0] ? [...points, points[0]] : points
  return closed.slice(1).flatMap((to, i): [Point, Point][] => {
    const from = closed[i]
    return from ? [[from, to]] : []
  })
}

export function stroked(subpaths: readonly Subpath[], thickness: number, ink: Ink, shapes: Shapes): void {
  for (const subpath of subpaths) {
    if (subpath.isCurved) {
      addPicture(boxOf(subpath.points), ink, shapes)
      continue
    }
    for (const [from, to] of pairs(subpath)) {
      const line = lineOf(from, to, thickness, ink)
      if (line) shapes.lines.push(line)
    }
  }
}

function isRectangle({ points, isCurved }: Subpath): boolean {
  if (isCurved || points.length < 4 || points.length > 5) return false
  const box = boxOf(points)
  const near = (a: number, b: number) => Math.abs(a - b) <= MOST_OFF
  return points.every(
    ({ x, y }) => (near(x, box.left) || near(x, box.right)) && (near(y, box.top) || near(y, box.bottom)),
  )
}

/** A thin rectangle as the line in its middle. */
function thinLine(box: Box, ink: Ink): DrawnLine {
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  const isUpright = height > width
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  const line = isUpright
    ? { left: x, right: x, top: box.top, bottom: box.bottom }
    : { left: box.left, right: box.right, top: y, bottom: y }
  return {
    ...line,
    isRising: false,
    thickness: Math.min(width, height),
    colour: ink.colour,
    order: ink.order,
  }
}

/** A filled rectangle, or a line if it is thin; nothing of what is cut off. */
export function addBox(whole: Box, ink: Ink, shapes: Shapes): void {
  const box = common(whole, ink.clip)
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  if (!(width >= 0 && height >= 0)) return
  if (Math.min(width, height) <= THICKEST) shapes.lines.push(thinLine(box, ink))
  else {
    const isOpaque = ink.opacity >= 0.99 && !ink.isBlended
    shapes.shades.push({ ...box, colour: ink.colour, isOpaque, order: ink.order })
  }
}

export function addPicture(whole: Box, { clip, order }: Pick<Ink, 'clip' | 'order'>, shapes: Shapes): void {
  const box = common(whole, clip)
  if (box.right > box.left && box.bottom > box.top) shapes.pictures.push({ ...box, order })
}

/** A filled shape of four slanted sides, as strokes that were made into areas are. */
function slantedLine({ points, isCurved }: Subpath, ink: Ink): DrawnLine | undefined {
  const [a, b, c, d] = points
  if (isCurved || !a || !b || !c || !d || points.length > 5) return undefined
  const long = Math.hypot(b.x - a.x, b.y - a.y)
  const short = Math.hypot(c.x - b.x, c.y - b.y)
  if (Math.min(long, short) > THICKEST) return undefined
  const middle = (p: Point, q: Point) => ({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 })
  const [from, to] = long > short ? [middle(a, d), middle(b, c)] : [middle(a, b), middle(c, d)]
  return lineOf(from, to, Math.min(long, short), ink)
}

export function filled(subpaths: readonly Subpath[], ink: Ink, shapes: Shapes): void {
  for (const subpath of subpaths) {
    if (subpath.points.length < 2) continue
    const box = boxOf(subpath.points)
    const slanted = isRectangle(subpath) || isLevel(box) ? undefined : slantedLine(subpath, ink)
    const isThin = Math.min(box.right - box.left, box.bottom - box.top) <= THICKEST
    if (slanted) shapes.lines.push(slanted)
    else if (isRectangle(subpath) || isThin) addBox(box, ink, shapes)
    else addPicture(box, ink, shapes)
  }
}
