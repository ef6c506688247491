import { Bands } from './bands'
import { heightOf, holds, median, middleOf, overlap, widthOf } from './box'
import type { DrawnLine, DrawnShade } from './page'
import type { Glyph, Page } from './turn'

/** A page whose unseen glyphs are set apart. */
export interface SeenPage extends Page {
  unseen: Glyph[]
  /** What is printed across the page, over or below the text. */
  watermarks: Glyph[]
}

const WHITE = '#ffffff'
/** Two colours nearer than this, of 3 × 255, cannot be told apart on paper. */
const SAME_COLOUR = 48
/** A white line in a pale ground is seen, since both of its sides are. */
const SAME_LINE = 12
const LEAST_OPACITY = 0.08
/** A shade hides a glyph of which it covers so much. */
const COVERED = 0.5

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

function isCovered(glyph: Glyph, shades: Bands<DrawnShade>): boolean {
  const { y } = middleOf(glyph)
  return shades
    .at(y)
    .some(
      (shade) =>
        shade.isOpaque &&
        shade.order > glyph.order &&
        overlap(glyph.left, glyph.right, shade.left, shade.right) > COVERED * widthOf(glyph) &&
        overlap(glyph.top, glyph.bottom, shade.top, shade.bottom) > COVERED * heightOf(glyph),
    )
}

function isSeen(glyph: Glyph, shades: Bands<DrawnShade>): boolean {
  if (glyph.isUnpainted || glyph.opacity < LEAST_OPACITY || glyph.size < SMALLEST) return false
  const { x, y } = middleOf(glyph)
  return !isSameColour(glyph.colour, backgroundAt(shades, x, y, glyph.order)) && !isCovered(glyph, shades)
}

/** Nobody reads smaller letters. */
const SMALLEST = 2

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
  const [glyphs, unseen]: [Glyph[], Glyph[]] = [[], []]
  for (const glyph of page.glyphs) (isSeen(glyph, shades) ? glyphs : unseen).push(glyph)
  const seen = withoutDoubles(glyphs)
  const em = median(seen.filter(({ text }) => text.trim() !== '').map(({ size }) => size))
  const isFlat = (glyph: Glyph) => isWatermark(glyph, em)
  const watermarks = [...seen.filter(isFlat), ...page.slanted.filter((glyph) => isSeen(glyph, shades))]
  return {
    ...page,
    glyphs: seen.filter((glyph) => !isFlat(glyph)),
    sideways: page.sideways.filter((glyph) => isSeen(glyph, shades)),
    watermarks,
    lines: page.lines.filter((line) => isLineSeen(line, shades)),
    unseen: unseen.filter(({ text }) => text.trim() !== ''),
  }
}
