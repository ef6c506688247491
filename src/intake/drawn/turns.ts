import { hasDigit, isFilled } from './glyphs'
import type { Glyph } from './turn'

interface Place {
  row: number
  column: number
}

interface Filled<Cell> {
  cell: Cell
  glyphs: readonly Glyph[]
}

/** Cells of which other glyphs of the page were painted in the middle: something was added to them later. */
function interrupted<Cell>(filled: readonly Filled<Cell>[], all: readonly Glyph[]): Cell[] {
  const owners = new Map<Glyph, Cell>()
  for (const { cell, glyphs } of filled) for (const glyph of glyphs) owners.set(glyph, cell)
  const runs = new Map<Cell, number>()
  let last: Cell | undefined
  for (const glyph of [...all].sort((a, b) => a.order - b.order)) {
    if (!isFilled(glyph)) continue
    const owner = owners.get(glyph)
    if (owner && owner !== last) runs.set(owner, (runs.get(owner) ?? 0) + 1)
    last = owner
  }
  return filled.filter(({ cell, glyphs }) => (runs.get(cell) ?? 0) > 1 && hasDigit(glyphs)).map(({ cell }) => cell)
}

/** A table whose cells are painted in another order than that of their rows tells nothing by it. */
const IN_TURN = 0.9
const FEWEST = 10

/** The indices of a longest row of numbers that only grow. */
function longestGrowing(numbers: readonly number[]): Set<number> {
  const ends: number[] = []
  const before: (number | undefined)[] = []
  numbers.forEach((number, i) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    before[i] = ends[low - 1]
    ends[low] = i
  })
  const kept = new Set<number>()
  for (let at = ends[ends.length - 1]; at !== undefined; at = before[at]) kept.add(at)
  return kept
}

/** Figures that were painted before or after their turn, where the table has its cells painted in their order. */
function displaced<Cell extends Place>(filled: readonly Filled<Cell>[]): Cell[] {
  const figures = filled
    .filter(({ glyphs }) => hasDigit(glyphs))
    .sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column)
  const orders = figures.map(({ glyphs }) =>
    glyphs.filter(isFilled).reduce((least, { order }) => Math.min(least, order), Infinity),
  )
  const kept = longestGrowing(orders)
  if (figures.length < FEWEST || kept.size < IN_TURN * figures.length) return []
  return figures.filter((_, i) => !kept.has(i)).map(({ cell }) => cell)
}

/** Cells whose figures were painted at another time than their neighbours. */
export const outOfTurn = <Cell extends Place>(filled: readonly Filled<Cell>[], all: readonly Glyph[]): Set<Cell> =>
  new Set([...interrupted(filled, all), ...displaced(filled)])
