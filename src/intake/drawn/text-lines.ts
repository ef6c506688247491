import { around, overlap, type Box } from './box'
import type { Glyph } from './turn'

/** Glyphs that stand beside each other on one line. */
export interface Line extends Box {
  glyphs: Glyph[]
  base: number
  size: number
}

/** Glyphs whose base lines are no further apart stand on one line, in sizes. */
const SAME_LINE = 0.45

const byLeft = (a: Glyph, b: Glyph) => a.left - b.left

/** Glyphs as one line, of the size that most of them have. */
export function lineOf(all: readonly Glyph[]): Line {
  const glyphs = [...all].sort(byLeft)
  const filled = glyphs.filter(({ text }) => text.trim() !== '')
  const sizes = new Map<number, number>()
  for (const { size } of filled) sizes.set(size, (sizes.get(size) ?? 0) + 1)
  const [size] = [...sizes].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])
  const base = filled.find((glyph) => glyph.size === size)?.base ?? 0
  return { ...around(filled), glyphs, base, size }
}

/** The lines that glyphs stand on, from top to bottom; blanks alone make none. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const sorted = [...glyphs].filter(({ text }) => text !== '').sort((a, b) => a.base - b.base)
  const groups: { base: number; size: number; glyphs: Glyph[] }[] = []
  for (const glyph of sorted) {
    const group = groups[groups.length - 1]
    const isSame = group && glyph.base - group.base <= SAME_LINE * Math.max(Math.min(group.size, glyph.size), 1)
    if (isSame || (group && isBeside(group.glyphs, glyph))) group.glyphs.push(glyph)
    else groups.push({ base: glyph.base, size: glyph.size, glyphs: [glyph] })
  }
  return groups
    .filter(({ glyphs: own }) => own.some(({ text }) => text.trim() !== ''))
    .map(({ glyphs: own }) => lineOf(own))
}

/** A small glyph, raised or lowered, that stands at the height of larger ones. */
function isBeside(glyphs: readonly Glyph[], glyph: Glyph): boolean {
  const large = glyphs.find(({ size }) => size > glyph.size * 1.2 || glyph.size > size * 1.2)
  if (!large) return false
  const height = Math.min(large.bottom - large.top, glyph.bottom - glyph.top)
  return overlap(large.top, large.bottom, glyph.top, glyph.bottom) > height * 0.7
}

const isLatin = (text: string): boolean => /^[!-~]/.test(text)
const endsLatin = (text: string): boolean => /[!-~]$/.test(text)
/** Between two letters or digits such a gap is a blank, even where none is painted. */
const WORD_GAP = 0.22

/** The text of a line. Blanks are those that are painted, and those between words of letters. */
export function textOf(glyphs: readonly Glyph[]): string {
  let text = ''
  let before: Glyph | undefined
  let isBlank = false
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      isBlank = text !== ''
      continue
    }
    const gap = before ? glyph.left - before.right : 0
    const isApart = before !== undefined && endsLatin(before.text) && isLatin(glyph.text) && gap > WORD_GAP * glyph.size
    if (isBlank || isApart) text += ' '
    text += glyph.text.trim()
    before = glyph
    isBlank = false
  }
  return text
}

/** Gaps in a line as wide may be between columns, in sizes. */
export const GUTTER = 1

/** A line as its pieces between wide gaps. */
export function piecesOf(line: Line, em: number, gutter = GUTTER): Line[] {
  const pieces: Line[] = []
  let current: Line['glyphs'] = []
  let last: Line['glyphs'][number] | undefined
  const end = () => {
    if (current.some(({ text }) => text.trim() !== '')) pieces.push(lineOf(current))
    current = []
  }
  for (const glyph of line.glyphs) {
    const isBlank = glyph.text.trim() === ''
    if (!isBlank && last && glyph.left - last.right >= gutter * em) end()
    current.push(glyph)
    if (!isBlank) last = glyph
  }
  end()
  return pieces
}
