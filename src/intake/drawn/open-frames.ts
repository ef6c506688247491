import { titleIn } from '../sections'
import { least, most, overlap } from './box'
import { NEAR, type Frame, type Ruling, type Rulings } from './rulings'
import { linesOf, textOf } from './text-lines'
import type { Glyph } from './turn'

/** So many level lines, one below the other, make a table without upright lines. */
const FEWEST_LINES = 4
/** In sizes: between two lines of a table, and from one column to the next. */
const HIGHEST_ROW = 14
const GAP = 0.5
/** Between two columns so many of the rows have nothing; headings may reach over. */
const FREE = 0.75
const STEP = 0.2
const MOST_STEPS = 1000

/** Level lines that no upright one meets, by tables: one below the other, ending at one place, no heading between. */
function stacks(lines: readonly Ruling[], heads: readonly number[], em: number): Ruling[][] {
  const found: Ruling[][] = []
  for (const line of [...lines].sort((a, b) => a.at - b.at)) {
    const stack = found.find((own) => {
      const last = own[own.length - 1]
      const widest = own[0]
      return (
        last !== undefined &&
        widest !== undefined &&
        !heads.some((y) => y > last.at && y < line.at) &&
        line.at - last.at < HIGHEST_ROW * em &&
        Math.abs(line.to - widest.to) < em &&
        overlap(line.from, line.to, widest.from, widest.to) > 0
      )
    })
    if (stack) stack.push(line)
    else found.push([line])
  }
  return found.filter((stack) => new Set(stack.map(({ at }) => Math.round(at))).size >= FEWEST_LINES)
}

interface Band {
  top: number
  bottom: number
  glyphs: Glyph[]
}

function bandsOf(stack: readonly Ruling[], glyphs: readonly Glyph[]): Band[] {
  const ys = [...new Set(stack.map(({ at }) => at))].sort((a, b) => a - b)
  return ys.slice(1).map((bottom, i) => {
    const top = ys[i] ?? bottom
    const own = glyphs.filter((glyph) => {
      const y = (glyph.top + glyph.bottom) / 2
      return glyph.text.trim() !== '' && y > top && y < bottom
    })
    return { top, bottom, glyphs: own }
  })
}

const isFree = ({ glyphs }: Band, x: number): boolean => glyphs.every(({ left, right }) => x < left || x > right)

/** Places between columns: where nothing stands in most rows, each at the middle of where nothing stands in most of all. */
function gutters(bands: readonly Band[], from: number, to: number, em: number): number[] {
  const filled = bands.filter(({ glyphs }) => glyphs.length > 0)
  const step = Math.max(STEP * em, (to - from) / MOST_STEPS)
  const found: { start: number; end: number; share: number }[] = []
  let run: { x: number; share: number }[] = []
  const end = () => {
    const highest = most(run.map(({ share }) => share))
    const best = run.filter(({ share }) => share === highest)
    const [first, last] = [best[0], best[best.length - 1]]
    if (first && last && run.length * step >= GAP * em) found.push({ start: first.x, end: last.x, share: highest })
    run = []
  }
  for (let x = from; x <= to; x += step) {
    const share = filled.filter((band) => isFree(band, x)).length / filled.length
    if (share >= FREE) run.push({ x, share })
    else end()
  }
  // What is free up to the edge is no gap between two columns.
  return found.filter(({ start }) => start > from).map(({ start, end: last }) => (start + last) / 2)
}

/** Where lines begin within the table, a cell to the left goes on over several rows: there is a wall beside it. */
function startWalls(stack: readonly Ruling[], bands: readonly Band[], left: number, em: number): Ruling[] {
  const inner = stack.filter(({ from }) => from > left + em)
  return inner.flatMap(({ at, from }) =>
    bands
      .filter(({ top, bottom }) => Math.abs(top - at) < 1 || Math.abs(bottom - at) < 1)
      .filter((band) => isFree(band, from))
      .map((band): Ruling => ({ at: from, from: band.top, to: band.bottom })),
  )
}

function openFrame(stack: Ruling[], glyphs: readonly Glyph[], em: number): Frame | undefined {
  const left = least(stack.map(({ from }) => from))
  const right = most(stack.map(({ to }) => to))
  const [top, bottom] = [stack[0]?.at ?? 0, stack[stack.length - 1]?.at ?? 0]
  const within = glyphs.filter((glyph) => glyph.left >= left - em && glyph.right <= right + em)
  const bands = bandsOf(stack, within)
  if (!bands.some((band) => band.glyphs.length > 0)) return undefined
  const inner = gutters(bands, left, right, em)
  const walls = [
    ...inner.flatMap((at) =>
      bands.filter((band) => isFree(band, at)).map((band): Ruling => ({ at, from: band.top, to: band.bottom })),
    ),
    ...startWalls(stack, bands, left, em),
  ]
  const sides = [left, right].map((at): Ruling => ({ at, from: top, to: bottom }))
  return { level: stack, upright: [...walls, ...sides], left, right, top, bottom }
}

/** Tables that have lines between their rows alone: upright ones are added where nothing stands between columns. */
export function openFramesOf(
  { level }: Rulings,
  closed: readonly Frame[],
  glyphs: readonly Glyph[],
  em: number,
): Frame[] {
  const taken = new Set(closed.flatMap((frame) => frame.level))
  const isInside = (line: Ruling) =>
    closed.some(
      ({ left, right, top, bottom }) =>
        line.at > top - NEAR * em && line.at < bottom + NEAR * em && line.from > left - em && line.to < right + em,
    )
  const free = level.filter((line) => !taken.has(line) && !isInside(line))
  const heads = linesOf(glyphs).flatMap((line) => (titleIn(textOf(line.glyphs)) ? [(line.top + line.bottom) / 2] : []))
  return stacks(free, heads, em).flatMap((stack) => openFrame(stack, glyphs, em) ?? [])
}
