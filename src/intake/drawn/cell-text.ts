import { joinedLines } from './blanks'
import { middleOf } from './box'
import { isFilled } from './glyphs'
import { linesOf, textOf } from './text-lines'
import type { Glyph } from './turn'

/** Letters of one column of vertical writing are no further off its middle, in sizes. */
const SAME_COLUMN = 0.6

/** Vertical writing: columns from the right to the left. */
function columnText(glyphs: readonly Glyph[]): string {
  const columns = new Map<number, Glyph[]>()
  for (const glyph of [...glyphs].filter(isFilled).sort((a, b) => b.left - a.left)) {
    const { x } = middleOf(glyph)
    const at = [...columns.keys()].find((one) => Math.abs(one - x) < glyph.size * SAME_COLUMN) ?? x
    const column = columns.get(at)
    if (column) column.push(glyph)
    else columns.set(at, [glyph])
  }
  return [...columns.values()].map((own) => textOf(own.sort((a, b) => a.top - b.top))).join('')
}

/** The text of what stands in a cell. */
export function cellText(glyphs: readonly Glyph[], sideways: readonly Glyph[]): string {
  const upright = glyphs.filter(isFilled)
  if (upright.length === 0) return columnText(sideways)
  if (upright.filter(({ isStacked }) => isStacked).length > upright.length / 2) return columnText(glyphs)
  return joinedLines(linesOf(glyphs).map((line) => textOf(line.glyphs)))
}
