import { doubtReasons, type DoubtReason } from '../../words/drawn'
import type { Doubt } from '../blocks'
import { around, heightOf, meets, overlap, widthOf, type Box } from './box'
import { hasDigit, inkBox, isDigit, isFilled } from './glyphs'
import type { DrawnBox, DrawnLine } from './page'
import { linesOf, type Line } from './text-lines'
import type { Glyph } from './turn'

/** What stands in a cell and around it, for whether its figure can be trusted. */
export interface CellInk {
  /** Within its walls. */
  box: Box
  /** The size of the page's text. */
  em: number
  glyphs: readonly Glyph[]
  unseen: readonly Glyph[]
  /** Watermarks that reach into the cell. */
  others: readonly Glyph[]
  sideways: readonly Glyph[]
  lines: readonly DrawnLine[]
  /** Strokes upon its upright walls. */
  onWalls: readonly DrawnLine[]
  pictures: readonly DrawnBox[]
  isBroken: boolean
  /** A glyph of it stands across one of its walls. */
  isCrossed: boolean
  /** Parts of its figure are cut off. */
  isCut: boolean
  /** Its figure is larger than the others of the table, or small and raised. */
  isOddlySized: boolean
  /** Its glyphs were painted with those of other cells between them, or out of turn. */
  isOutOfTurn: boolean
}

/** A digit so much smaller, or off its line by so much of its size, is no digit of the number. */
const SMALLER = 0.88
const RAISED = 0.09
/** Digits of one number stand no further apart, in sizes. */
const FAR_APART = 0.22
const OVERLAPPING = 0.3
/** A line strikes a digit out if it goes through so much of its ink. */
const STRUCK = 0.3
/** A stroke of a digit that is drawn without letters is so long, in sizes of the text. */
const SHORTEST_STROKE = 0.35
/** In points: the dots of a dotted line. */
const HIGHEST_DOT = 3

function hasOtherSizes(digits: readonly Glyph[]): boolean {
  const size = digits.reduce((most, digit) => Math.max(most, digit.size), 0)
  return digits.some((digit) => digit.size < SMALLER * size)
}

function isOffLine({ glyphs }: Line): boolean {
  const filled = glyphs.filter(isFilled)
  const least = filled.reduce((a, { base }) => Math.min(a, base), Infinity)
  const most = filled.reduce((a, { base }) => Math.max(a, base), -Infinity)
  const size = filled.reduce((a, glyph) => Math.max(a, glyph.size), 0)
  return hasDigit(filled) && most - least > RAISED * size
}

/** Two figures, or the parts of one that somebody has to put together. */
function isParted({ glyphs }: Line): boolean {
  const filled = glyphs.filter(isFilled)
  return filled.some((glyph, i) => {
    const before = filled[i - 1]
    return before && isDigit(before) && isDigit(glyph) && glyph.left - before.right > FAR_APART * glyph.size
  })
}

function isOverlapping({ glyphs }: Line): boolean {
  const filled = glyphs.filter(isFilled)
  return filled.some((glyph, i) => {
    const before = filled[i - 1]
    if (!before || !(isDigit(before) || isDigit(glyph))) return false
    const shared = overlap(before.left, before.right, glyph.left, glyph.right)
    return shared > OVERLAPPING * Math.min(widthOf(before), widthOf(glyph))
  })
}

/** Whether a line goes through the ink of a digit. */
export function strikes(line: DrawnLine, digit: Glyph): boolean {
  const ink = inkBox(digit)
  const isLevel = heightOf(line) < 1
  const wide = { ...line, bottom: line.bottom + 0.01, right: line.right + 0.01 }
  if (!meets(wide, ink)) return false
  if (isLevel) return overlap(line.left, line.right, ink.left, ink.right) > STRUCK * widthOf(ink)
  if (widthOf(line) < 1) return overlap(line.top, line.bottom, ink.top, ink.bottom) > STRUCK * heightOf(ink)
  return crosses(line, ink)
}

/** Whether a slanted line goes through a box. */
function crosses(line: DrawnLine, box: Box): boolean {
  const heightAt = (x: number) => {
    const share = (x - line.left) / (widthOf(line) || 1)
    return line.isRising ? line.bottom - share * heightOf(line) : line.top + share * heightOf(line)
  }
  const from = Math.max(line.left, box.left)
  const to = Math.min(line.right, box.right)
  if (from > to) return false
  const [a, b] = [heightAt(from), heightAt(to)]
  return Math.min(a, b) < box.bottom && Math.max(a, b) > box.top
}

/** Pictures within the cell, or over its digits; one behind the whole table is its ground. */
function hasPicture({ box, glyphs, pictures }: CellInk): boolean {
  const first = glyphs.reduce((least, { order }) => Math.min(least, order), Infinity)
  return pictures.some((picture) => {
    if (!meets(picture, box)) return false
    const isGround = widthOf(picture) > 3 * widthOf(box) && picture.order < first
    // On a wall stands no more than the mark of a line.
    if (
      heightOf(picture) > HIGHEST_DOT &&
      overlap(picture.left, picture.right, box.left - 1, box.right + 1) > widthOf(picture) / 4
    )
      return !isGround
    const x = overlap(picture.left, picture.right, box.left, box.right)
    const y = overlap(picture.top, picture.bottom, box.top, box.bottom)
    return !isGround && x > Math.min(2, widthOf(picture) / 2) && y > Math.min(2, heightOf(picture) / 2)
  })
}

/** Lines through digits stroke by stroke, as a dashed one is painted. */
function isStruckByDashes(lines: readonly DrawnLine[], digits: readonly Glyph[]): boolean {
  const level = lines.filter((line) => heightOf(line) < 1)
  return digits.some((digit) => {
    const ink = inkBox(digit)
    const through = level.filter(({ top }) => top > ink.top && top < ink.bottom)
    const covered = through.reduce((sum, line) => sum + overlap(line.left, line.right, ink.left, ink.right), 0)
    return covered > STRUCK * widthOf(ink) || through.filter((line) => meets(widened(line), ink)).length > 2
  })
}

/** A level or upright line has no area of its own. */
const widened = (line: DrawnLine): Box => ({ ...line, bottom: line.bottom + 0.01, right: line.right + 0.01 })

/** A line that stands free in the cell, and not below its digits: a part of a number may be drawn so. */
function hasStroke(ink: CellInk): boolean {
  const digits = ink.glyphs.filter(isDigit)
  const { box, lines, onWalls, em } = ink
  if (onWalls.length > 0) return true
  const inHeight = lines.filter(({ top, bottom }) => top > box.top - 1 && bottom < box.bottom + 1)
  if (inHeight.some((line) => heightOf(line) > 1 && widthOf(line) > 1 && heightOf(line) < em)) return true
  if (digits.length > 0) return inHeight.some((line) => isBesideDigits(line, digits, em))
  return lines.some((line) => isFree(line, box) && heightOf(line) > SHORTEST_STROKE * em)
}

const isFree = (line: DrawnLine, box: Box): boolean =>
  line.left > box.left && line.right < box.right && line.top > box.top && line.bottom < box.bottom

/** A short mark at the height of the digits: a minus, a point, a part of a digit. One as wide as a digit may underline it. */
function isBesideDigits(line: DrawnLine, digits: readonly Glyph[], em: number): boolean {
  const ink = around(digits.map(inkBox))
  const middle = (line.top + line.bottom) / 2
  const isAt = middle > ink.top && middle < ink.bottom + LOW
  const width = digits.reduce((least, digit) => Math.min(least, widthOf(digit)), Infinity)
  const isUnderline = line.top >= ink.bottom - LOW && widthOf(line) > width / 2
  return isAt && !isUnderline && widthOf(line) < em && heightOf(line) < em
}

/** In points: a line that is no higher above the lower end of the digits underlines them. */
const LOW = 0.5

/** More lines than one of digits: two figures, or one that was broken. */
const isStackedUp = (lines: readonly Line[]): boolean => lines.filter(({ glyphs }) => hasDigit(glyphs)).length > 1

export const asDoubt = (reason: DoubtReason): Doubt => ({ reason, why: doubtReasons[reason] })

/** Why the figure in a cell cannot be trusted; undefined where nothing speaks against it. */
export function doubtOf(ink: CellInk): DoubtReason | undefined {
  const filled = ink.glyphs.filter(isFilled)
  const digits = filled.filter(isDigit)
  if (ink.isCut || hasDigit(ink.unseen)) return 'unseen'
  if (hasDigit(ink.others)) return 'watermark'
  if (hasDigit(ink.sideways)) return 'sideways'
  if (hasPicture(ink)) return 'picture'
  if (digits.length === 0) {
    if (hasStroke(ink)) return 'picture'
    return filled.some(({ isUnknown }) => isUnknown) ? 'unknown' : undefined
  }
  if (ink.isBroken) return 'walls'
  if (filled.some(({ isUnknown }) => isUnknown)) return 'unknown'
  return doubtOfDigits(ink, digits)
}

function doubtOfDigits(ink: CellInk, digits: readonly Glyph[]): DoubtReason | undefined {
  const lines = linesOf(ink.glyphs)
  if (digits.some((digit) => ink.lines.some((line) => strikes(line, digit)))) return 'struck'
  if (isStruckByDashes(ink.lines, digits)) return 'struck'
  if (hasStroke(ink)) return 'picture'
  if (ink.isOddlySized || hasOtherSizes(digits) || lines.some(isOffLine)) return 'raised'
  if (lines.some(isOverlapping) || areOnEachOther(lines)) return 'overlapping'
  if (isStackedUp(lines)) return 'stacked'
  if (lines.some(isParted)) return 'parted'
  if (new Set(digits.map(({ colour }) => colour)).size > 1) return 'colours'
  if (ink.isCrossed) return 'crossed'
  if (digits.some(({ isPartSeen }) => isPartSeen)) return 'partSeen'
  return ink.isOutOfTurn ? 'turn' : undefined
}

/** Lines that are so near that their digits touch. */
function areOnEachOther(lines: readonly Line[]): boolean {
  return lines.some((line, i) => {
    const next = lines[i + 1]
    if (!next) return false
    const isNear = next.base - line.base < 0.6 * Math.max(line.size, next.size)
    return isNear && hasDigit(line.glyphs) && hasDigit(next.glyphs) && meets(line, next)
  })
}
