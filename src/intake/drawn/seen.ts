import { Bands } from './bands'
import { heightOf, holds, median, middleOf, overlap, widthOf, type Box } from './box'
import { strikes } from './doubts'
import { inkBox, isDigit, isFilled } from './glyphs'
import type { DrawnLine, DrawnShade } from './page'
import type { Glyph, Page } from './turn'

/** A page whose unseen glyphs are set apart. */
export interface SeenPage extends Page {
  unseen: Glyph[]
  /** What is printed across the page, over or below the text. */
  watermarks: Glyph[]
}

export const WHITE = '#ffffff'
/** Two colours nearer than this, of 3 × 255, cannot be told apart on paper. */
const SAME_COLOUR = 48
/** A white line in a pale ground is seen, since both of its sides are. */
const SAME_LINE = 12
const LEAST_OPACITY = 0.08
/** Shades hide a glyph of which they cover so much. */
const COVERED = 0.5
/** A digit of which so much is covered may look like another one. */
const PART_COVERED = 0.08

function parts(colour: string): number[] | undefined {
  if (!/^#[\da-f]{6}$/i.test(colour)) return undefined
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

/** How bright a colour is, from 0 to 1; a pattern counts as dark. */
function brightnessOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = parts(colour) ?? []
  return (0.3 * red + 0.59 * green + 0.11 * blue) / 255
}

function isSameColour(a: string, b: string, within = SAME_COLOUR): boolean {
  const [x, y] = [parts(a), parts(b)]
  if (!x || !y) return false
  return x.reduce((sum, part, i) => sum + Math.abs(part - (y[i] ?? 0)), 0) < within
}

/** What was painted last below something that is painted then. */
function backgroundAt(shades: Bands<DrawnShade>, x: number, y: number, order: number): string {
  let [colour, last] = [WHITE, -1]
  for (const shade of shades.at(y)) {
    if (shade.isOpaque && shade.order < order && shade.order > last && holds(shade, x, y)) {
      colour = shade.colour
      last = shade.order
    }
  }
  return colour
}

const areaOf = (box: Box): number => widthOf(box) * heightOf(box)

/** How much of a box is covered by others, from 0 to 1, where those do not overlap each other. */
function coveredShare(box: Box, others: readonly Box[]): number {
  const covered = others.reduce(
    (sum, other) =>
      sum +
      overlap(box.left, box.right, other.left, other.right) * overlap(box.top, box.bottom, other.top, other.bottom),
    0,
  )
  return areaOf(box) > 0 ? covered / areaOf(box) : 0
}

/** Nobody reads smaller letters. */
const SMALLEST = 2

/** What is painted on a page besides letters, by height. */
interface Paint {
  shades: Bands<DrawnShade>
  lines: Bands<DrawnLine>
  /** Lines in the colour of what is below them. */
  unseenLines: Bands<DrawnLine>
}

function isSeen(glyph: Glyph, { shades }: Paint): boolean {
  if (glyph.isUnpainted || glyph.opacity < LEAST_OPACITY || glyph.size < SMALLEST) return false
  const { x, y } = middleOf(glyph)
  if (isSameColour(glyph.colour, backgroundAt(shades, x, y, glyph.order))) return false
  const later = shades.between(glyph.top, glyph.bottom).filter(({ isOpaque, order }) => isOpaque && order > glyph.order)
  return later.length === 0 || coveredShare(inkBox(glyph), later) <= COVERED
}

/** A line as the rectangle that it covers. */
function barOf({ left, right, top, bottom, thickness }: DrawnLine): Box {
  const half = thickness / 2
  const isUpright = bottom - top > right - left
  return isUpright
    ? { left: left - half, right: right + half, top, bottom }
    : { left, right, top: top - half, bottom: bottom + half }
}

/** Whether something that was painted over a digit may hide a part of it. */
function isPartCovered(digit: Glyph, { shades, lines, unseenLines }: Paint): boolean {
  const ink = inkBox(digit)
  const isLater = ({ order }: { order: number }) => order > digit.order
  const later = shades.between(ink.top, ink.bottom).filter((shade) => shade.mayHide && isLater(shade))
  const straight = lines
    .between(ink.top, ink.bottom)
    .filter((line) => isLater(line) && Math.min(widthOf(line), heightOf(line)) < 1)
  if (coveredShare(ink, [...later, ...straight.map(barOf)]) > PART_COVERED) return true
  return unseenLines.between(ink.top, ink.bottom).some((line) => isLater(line) && strikes(line, digit))
}

function isLineSeen(line: DrawnLine, shades: Bands<DrawnShade>): boolean {
  const { x, y } = middleOf(line)
  return !isSameColour(line.colour, backgroundAt(shades, x, y, line.order), SAME_LINE)
}

/** The same glyph once more, a hair beside it: so programs make letters bold. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const places = new Map<string, Glyph[]>()
  return glyphs.filter((glyph) => {
    const key = `${glyph.text}\n${Math.round(glyph.base / 2)}`
    const near = [-1, 0, 1].flatMap((by) => places.get(`${glyph.text}\n${Math.round(glyph.base / 2) + by}`) ?? [])
    const isDouble = near.some(
      (other) =>
        Math.abs(other.left - glyph.left) < DOUBLED * glyph.size &&
        Math.abs(other.base - glyph.base) < DOUBLED * glyph.size &&
        Math.abs(other.size - glyph.size) < DOUBLED * glyph.size,
    )
    if (isDouble) return false
    const own = places.get(key)
    if (own) own.push(glyph)
    else places.set(key, [glyph])
    return true
  })
}

const DOUBLED = 0.12

const PALE = 0.6
const LARGE = 1.8
const SHEER = 0.75

/** Large pale letters, and those that let the text through. */
const isWatermark = ({ opacity, colour, size }: Glyph, em: number): boolean =>
  opacity < SHEER || (size > LARGE * em && brightnessOf(colour) > PALE)

/** Sets apart what a reader of the page does not see: no colour, the colour of the paper, or painted over. */
export function seenPage(page: Page): SeenPage {
  const shades = new Bands(page.shades)
  const [lines, unseenLines]: [DrawnLine[], DrawnLine[]] = [[], []]
  for (const line of page.lines) (isLineSeen(line, shades) ? lines : unseenLines).push(line)
  const paint: Paint = { shades, lines: new Bands(page.lines), unseenLines: new Bands(unseenLines) }
  const [glyphs, unseen]: [Glyph[], Glyph[]] = [[], []]
  for (const glyph of page.glyphs) (isSeen(glyph, paint) ? glyphs : unseen).push(glyph)
  const seen = withoutDoubles(glyphs).map((glyph) =>
    isDigit(glyph) && isPartCovered(glyph, paint) ? { ...glyph, isPartSeen: true } : glyph,
  )
  const em = median(seen.filter(isFilled).map(({ size }) => size))
  const isFlat = (glyph: Glyph) => isWatermark(glyph, em)
  const watermarks = [...seen.filter(isFlat), ...page.slanted.filter((glyph) => isSeen(glyph, paint))]
  return {
    ...page,
    glyphs: seen.filter((glyph) => !isFlat(glyph)),
    sideways: page.sideways.filter((glyph) => isSeen(glyph, paint)),
    watermarks,
    lines,
    unseen: unseen.filter(isFilled),
  }
}
