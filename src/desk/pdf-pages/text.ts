import type { DrawnGlyph } from '../../intake'
import type { Canvas } from './canvas'
import { GlyphShapes } from './glyph-shapes'
import { Meanings } from './meanings'
import { Pen } from './pen'
import { seenPart } from './seen-part'
import type { Font, ShownGlyph, State } from './state'

/** Text modes in which nothing is painted. */
const INVISIBLE = 3
const CLIP_ONLY = 7
const isInvisible = ({ mode }: State): boolean => mode === INVISIBLE || mode === CLIP_ONLY

/** Stands for a character that nobody can tell. */
const UNKNOWN = '\ufffd'

interface Known {
  meanings: Meanings
  shapes: GlyphShapes
}

/** What the fonts say of their glyphs, found out once for each. */
const known = new WeakMap<Font, Known>()

function knownOf(font: Font): Known {
  const found = known.get(font) ?? { meanings: new Meanings(font), shapes: new GlyphShapes(font) }
  known.set(font, found)
  return found
}

function colourOf(state: State): { colour: string; opacity: number } {
  const { mode, fill, stroke, fillOpacity, strokeOpacity } = state
  const isStroked = mode % 4 === 1
  const opacity = (isStroked ? strokeOpacity : fillOpacity) * state.groupOpacity
  return { colour: isStroked ? stroke : fill, opacity }
}

const isMissing = ({ missingFile, isType3Font }: Font, { isInFont }: ShownGlyph): boolean =>
  missingFile !== true && isType3Font !== true && isInFont === false

function glyphOf(shown: ShownGlyph, pen: Pen, { state, page, order, library }: Canvas): DrawnGlyph {
  const { font = {} } = state
  const { meanings, shapes } = knownOf(font)
  const text = shown.unicode ?? ''
  const placed = pen.next(shown)
  const isBlank = text.trim() === ''
  const isUnlisted = meanings.isUnknown(shown)
  // What the library made of a code that the list leaves out is no lie of the list.
  const isOtherShape = (isBlank || !isUnlisted) && shapes.isOther(shown, () => library.inkOf(font, shown))
  const seen = isBlank && !isOtherShape ? 'whole' : seenPart(placed, state, page)
  const glyph: DrawnGlyph = {
    text: isBlank && isOtherShape ? UNKNOWN : text.normalize('NFC'),
    ...placed,
    ...colourOf(state),
    isUnpainted: isInvisible(state) || (!isBlank && isMissing(font, shown)) || seen === 'none',
    isPartSeen: state.isMasked || seen === 'part',
    isUnknown: pen.isMirrored || isOtherShape || isUnlisted,
    order: order(),
  }
  shapes.remember(glyph)
  return glyph
}

/** Paints one text: gives its glyphs and moves the place behind it. */
export function paintText(shown: readonly (ShownGlyph | number)[], canvas: Canvas): DrawnGlyph[] {
  const pen = new Pen(canvas.state, canvas.text)
  const glyphs: DrawnGlyph[] = []
  for (const one of shown) {
    if (typeof one === 'number') pen.move(one)
    else glyphs.push(glyphOf(one, pen, canvas))
  }
  pen.end()
  return glyphs
}
