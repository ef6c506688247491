import { widthOf } from '../shapes/segments'
import { median } from './box'
import type { Line } from './text-lines'

/** A column of a screen is half as wide as a letter. */
const PER_SIZE = 2
const MOST_COLUMNS = 400
/** A blank between two letters of one text, in sizes; a wider gap is two blanks at least. */
const BLANK = 0.3
export const WIDE_GAP = 0.9

/** A line with blanks for its gaps, so that what stands in a column on the page stands in one in the text. */
function layoutLine({ glyphs }: Line, left: number, em: number): string {
  let text = ''
  let width = 0
  let right = -Infinity
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') continue
    const gap = glyph.left - right
    const column = Math.min(MOST_COLUMNS, Math.round(((glyph.left - left) / em) * PER_SIZE))
    const least = right === -Infinity ? 0 : gap > WIDE_GAP * em ? 2 : gap > BLANK * em ? 1 : 0
    const blanks = gap > BLANK * em ? Math.max(least, column - width) : least
    text += ' '.repeat(Math.max(0, blanks)) + glyph.text
    width += Math.max(0, blanks) + widthOf(glyph.text)
    right = glyph.right
  }
  return text
}

/** Lines as a text with blanks between columns, as the reader of columns takes it. */
export function layoutText(lines: readonly Line[]): string {
  const em = median(lines.flatMap(({ glyphs }) => glyphs.map(({ size }) => size))) || 1
  const left = lines.reduce((least, line) => Math.min(least, line.left), Infinity)
  return lines.map((line) => layoutLine(line, left, em)).join('\n')
}
