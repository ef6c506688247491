import type { DrawnBox, DrawnLine, DrawnShade } from '../../intake'
import { boxOf, common, MOST_OFF } from './matrix'
import type { Box, Point } from './matrix'
import { isRectangle } from './path'
import type { Subpath } from './path'
import type { Blending } from './state'

/** What was painted without letters. */
export interface Shapes {
  lines: DrawnLine[]
  shades: DrawnShade[]
  /** Pictures, and figures that are neither lines nor rectangles. */
  pictures: DrawnBox[]
}

/** A filled rectangle that is no wider than this is a line. */
const THICKEST = 3.2

const OPAQUE = 0.99
/** What is so opaque makes letters below it hard to see. */
const VEIL = 0.5

/** A colour with an opacity, and what of it is cut off. */
export interface Ink {
  colour: string
  opacity: number
  blending: Blending
  /** A mask may hide any part of it. */
  isMasked: boolean
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

/** A stroke that is as wide as a rectangle; a slanted one is a picture. */
function addBar({ left, right, top, bottom }: Box, thickness: number, ink: Ink, shapes: Shapes): void {
  const half = thickness / 2
  const isUpright = right - left <= MOST_OFF
  const isAcross = bottom - top <= MOST_OFF
  const [x, y] = [isUpright ? half : 0, isAcross ? half : 0]
  const box = { left: left - x, right: right + x, top: top - y, bottom: bottom + y }
  if (isUpright || isAcross) addBox(box, ink, shapes)
  else addPicture(box, ink, shapes)
}

export function stroked(subpaths: readonly Subpath[], thickness: number, ink: Ink, shapes: Shapes): void {
  for (const subpath of subpaths) {
    if (subpath.isCurved) {
      addPicture(boxOf(subpath.points), ink, shapes)
      continue
    }
    for (const [from, to] of pairs(subpath)) {
      const isThick = thickness > THICKEST
      const line = isThick ? undefined : lineOf(from, to, thickness, ink)
      if (line) shapes.lines.push(line)
      if (isThick) addBar(boxOf([from, to]), thickness, ink, shapes)
    }
  }
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
    const { colour, opacity, blending, isMasked, order } = ink
    const isOpaque = opacity >= OPAQUE && blending === 'none' && !isMasked
    const mayHide = blending !== 'darker' && (opacity >= VEIL || blending === 'other')
    shapes.shades.push({ ...box, colour, isOpaque, mayHide, order })
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
