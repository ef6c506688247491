import { isDigit, isFilled } from './glyphs'
import type { Glyph } from './turn'

/** Glyphs of one text stand no further apart, in sizes; and their base lines not, in points. */
const ADJACENT = 0.12
const SAME_BASE = 1

const isNext = (before: Glyph, glyph: Glyph): boolean => glyph.left - before.right <= ADJACENT * glyph.size

function byBase(glyphs: readonly Glyph[]): Glyph[][] {
  const groups: Glyph[][] = []
  for (const glyph of [...glyphs].sort((a, b) => a.base - b.base)) {
    const group = groups[groups.length - 1]
    const first = group?.[0]
    if (group && first && glyph.base - first.base <= SAME_BASE) group.push(glyph)
    else groups.push([glyph])
  }
  return groups
}

/** Glyphs that stand side by side without a gap, as the letters of one word do, whatever they were painted with. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  return byBase(glyphs.filter(isFilled)).flatMap((group) => {
    const runs: Glyph[][] = []
    for (const glyph of group.sort((a, b) => a.left - b.left)) {
      const run = runs[runs.length - 1]
      const before = run?.[run.length - 1]
      if (run && before && isNext(before, glyph)) run.push(glyph)
      else runs.push([glyph])
    }
    return runs
  })
}

export interface Crossings<Cell> {
  /** Their figures go on in another cell, or outside the table. */
  crossed: Set<Cell>
  /** Parts of their figures are not seen: cut off at a wall, say. */
  cut: Set<Cell>
  /** The unseen parts: they belong to those cells wherever they would stand. */
  rests: Set<Glyph>
}

/** Figures that run over a wall. `cellOf`: the cell that a glyph stands in; undefined outside the table. */
export function crossingsOf<Cell>(
  seen: readonly Glyph[],
  unseen: readonly Glyph[],
  cellOf: (glyph: Glyph) => Cell | undefined,
): Crossings<Cell> {
  const hidden = new Set(unseen)
  const crossings: Crossings<Cell> = { crossed: new Set(), cut: new Set(), rests: new Set() }
  for (const run of runsOf([...seen, ...unseen])) {
    if (run.length < 2 || !run.some(isDigit)) continue
    const shown = run.filter((glyph) => !hidden.has(glyph))
    const owners = new Set(shown.map(cellOf))
    const own = [...owners].filter((cell) => cell !== undefined)
    if (owners.size > 1) for (const cell of own) crossings.crossed.add(cell)
    if (shown.length === run.length) continue
    for (const cell of own) crossings.cut.add(cell)
    // What is hidden in the colour of the paper may have been meant for the cell where it stands.
    if (own.length > 0) for (const glyph of run) if (hidden.has(glyph) && glyph.isUnpainted) crossings.rests.add(glyph)
  }
  return crossings
}
