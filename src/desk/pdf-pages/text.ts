import type { DrawnGlyph } from '../../intake'
import { Meanings } from './meanings'
import { isWithin, moved, multiplied, scaleOf } from './matrix'
import type { Box, Matrix, Point } from './matrix'
import { holdsPoint } from './path'
import type { Subpath } from './path'
import type { Font, State, TextPlace } from './state'

/** A glyph as the library gives it; a number instead moves the next one. */
export interface ShownGlyph {
  unicode?: string
  originalCharCode?: number
  width?: number
  vmetric?: readonly [number, number, number] | null
  isSpace?: boolean
  isInFont?: boolean
}

const THOUSANDTH: Matrix = [0.001, 0, 0, 0.001, 0, 0]
/** Text modes in which nothing is painted. */
const INVISIBLE = 3
const CLIP_ONLY = 7
const degrees = (m: Matrix): number => (Math.atan2(m[1], m[0]) * 180) / Math.PI

/** What the fonts say of their glyphs, found out once for each. */
const known = new WeakMap<Font, Meanings>()

function meaningsOf(font: Font): Meanings {
  const meanings = known.get(font) ?? new Meanings(font)
  known.set(font, meanings)
  return meanings
}

function colourOf(state: State): { colour: string; opacity: number } {
  const { mode, fill, stroke, fillOpacity, strokeOpacity } = state
  const isStroked = mode % 4 === 1
  const opacity = (isStroked ? strokeOpacity : fillOpacity) * state.groupOpacity
  return { colour: isStroked ? stroke : fill, opacity }
}

type Placed = Pick<DrawnGlyph, 'x' | 'y' | 'angle' | 'advance' | 'size' | 'isStacked'>

function place(text: Matrix, size: number, advance: number, isStacked: boolean): Placed {
  const origin = moved(text, 0, 0)
  const along = Math.hypot(text[0], text[1])
  const across = scaleOf(text) ** 2 / (along || 1)
  return {
    x: origin.x,
    y: origin.y,
    angle: degrees(text),
    advance: Math.abs(advance) * (isStacked ? across : along),
    size: size * across,
    isStacked,
  }
}

/** Where the glyphs of one text come to stand, one after the other. */
class Pen {
  readonly isStacked: boolean
  private readonly font: Font
  private readonly scale: number
  private readonly stretch: number
  private moves = 0

  constructor(
    private readonly state: State,
    private readonly at: TextPlace,
  ) {
    const { font = {}, fontSize, stretch, direction } = state
    this.font = font
    this.isStacked = font.vertical === true && font.isType3Font !== true
    this.scale = (font.isType3Font ? (font.fontMatrix ?? THOUSANDTH) : THOUSANDTH)[0] * fontSize
    this.stretch = stretch * direction
  }

  move(by: number): void {
    this.moves += ((this.isStacked ? 1 : -1) * by * this.state.fontSize) / 1000
  }

  /** The place of the next glyph; the one after it stands behind it. */
  next(glyph: ShownGlyph): Placed {
    const { state, isStacked } = this
    const { fontSize, direction, characterSpacing } = state
    const spacing = ((glyph.isSpace ? state.wordSpacing : 0) + characterSpacing) * direction
    const stackedWidth = -((glyph.vmetric ?? this.font.defaultVMetrics)?.[0] ?? -1000)
    const width = (isStacked ? stackedWidth : (glyph.width ?? 0)) * this.scale
    const placed = place(this.matrix, fontSize, width, isStacked)
    this.moves += isStacked ? width - spacing : width + spacing
    return placed
  }

  /** A page has y upwards in the file and downwards here: text that is not mirrored changes its sense. */
  get isMirrored(): boolean {
    const [a, b, c, d] = this.matrix
    return a * d - b * c > 0
  }

  /** Moves the place of the text behind its last glyph. */
  end(): void {
    if (this.isStacked) this.at.y -= this.moves
    else this.at.x += this.moves * this.stretch
  }

  private get matrix(): Matrix {
    const { state, at, moves, stretch } = this
    const origin: Matrix = this.isStacked
      ? [1, 0, 0, 1, at.x, at.y - moves + state.rise]
      : [stretch, 0, 0, state.direction, at.x + moves * stretch, at.y + state.rise]
    return multiplied(multiplied(state.matrix, at.matrix), origin)
  }
}

/** How much of a glyph is seen: cut off by the page, by a box, or by the outlines of other shapes. */
function seenPart(placed: Placed, { clip, outlines }: State, page: Box): 'none' | 'part' | 'whole' {
  const middle = middleOf(placed)
  if (!isWithin(page, middle)) return 'none'
  const corners = cornersOf(placed)
  const isIn = (point: Point) => isWithin(clip, point) && outlines.every((outline) => isInOutline(outline, point))
  if (corners.every(isIn)) return 'whole'
  return isIn(middle) || isIn(placed) || corners.some(isIn) ? 'part' : 'none'
}

const isInOutline = (outline: readonly Subpath[], point: Point): boolean =>
  outline.some((subpath) => holdsPoint(subpath, point))

/** Paints one text: gives its glyphs and moves the place behind it. */
export function paintText(
  shown: readonly (ShownGlyph | number)[],
  state: State,
  at: TextPlace,
  page: Box,
  order: () => number,
): DrawnGlyph[] {
  const { font = {}, mode } = state
  const pen = new Pen(state, at)
  const meanings = meaningsOf(font)
  const isInvisible = mode === INVISIBLE || mode === CLIP_ONLY
  const mayLack = font.missingFile !== true && font.isType3Font !== true
  const glyphs = shown.flatMap((one): DrawnGlyph[] => {
    if (typeof one === 'number') {
      pen.move(one)
      return []
    }
    const placed = pen.next(one)
    const text = one.unicode ?? ''
    const seen = text.trim() === '' ? 'whole' : seenPart(placed, state, page)
    const isMissing = mayLack && one.isInFont === false && text.trim() !== ''
    return [
      {
        text: text.normalize('NFC'),
        ...placed,
        ...colourOf(state),
        isUnpainted: isInvisible || isMissing || seen === 'none',
        isPartSeen: state.isMasked || seen === 'part',
        isUnknown: pen.isMirrored || meanings.isUnknown(one),
        order: order(),
      },
    ]
  })
  pen.end()
  return glyphs
}

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
