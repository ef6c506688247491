import { median, widthOf, type Box } from './box'
import type { Table } from './tables'
import { GUTTER, lineOf, type Line } from './text-lines'

export type Item = { kind: 'line'; line: Line; box: Box } | { kind: 'table'; table: Table; box: Box }

const SAME_EDGE = 0.6
/** Points. */
const SAME_BASE = 2
/** So many lines, and lines so wide, make a column of text. */
const FEWEST_LINES = 3
const FEWEST_STARTS = 3
const NARROWEST = 7
const DEEPEST = 3
const MOST_EDGES = 8

/** Where a column may begin: at each place where several pieces begin, those with most of them first. */
function edgesOf(pieces: readonly Item[], em: number): number[] {
  const starts = pieces.flatMap((item) => (item.kind === 'line' ? [item.box.left] : [])).sort((a, b) => a - b)
  const edges: { start: number; count: number }[] = []
  for (const start of starts) {
    const edge = edges[edges.length - 1]
    if (edge && start - edge.start <= SAME_EDGE * em) edge.count += 1
    else edges.push({ start, count: 1 })
  }
  return edges
    .filter(({ count }) => count >= FEWEST_STARTS)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_EDGES)
    .map(({ start }) => start)
}

const isText = (items: readonly Item[], em: number): boolean => {
  const widths = items.flatMap((item) => (item.kind === 'line' ? [widthOf(item.box)] : []))
  return widths.length >= FEWEST_LINES && median(widths) >= NARROWEST * em
}

/** Lines of one base that stand in one column, put together again. */
function rejoined(items: readonly Item[]): Item[] {
  const joined: Item[] = []
  for (const item of [...items].sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)) {
    const same = joined.find(
      (other) =>
        item.kind === 'line' && other.kind === 'line' && Math.abs(other.line.base - item.line.base) < SAME_BASE,
    )
    if (!same || same.kind !== 'line' || item.kind !== 'line') {
      joined.push(item)
      continue
    }
    same.line = lineOf([...same.line.glyphs, ...item.line.glyphs])
    same.box = same.line
  }
  return joined
}

/** The items between two that reach over the gutter. */
function bandsOf(items: readonly Item[], gutter: number): { items: Item[]; isAcross: boolean }[] {
  const bands: { items: Item[]; isAcross: boolean }[] = []
  for (const item of [...items].sort((a, b) => a.box.top - b.box.top)) {
    const isAcross = item.box.left < gutter && item.box.right > gutter
    const band = bands[bands.length - 1]
    if (band && band.isAcross === isAcross) band.items.push(item)
    else bands.push({ items: [item], isAcross })
  }
  return bands
}

/** Items of one column, in the order in which they are read. */
export type Column = Item[]

/** The bands of a page, each with its left and its right part where both are columns of text. */
type Split = { band: Item[]; parts: [Item[], Item[]] | undefined }[]

function splitAt(pieces: readonly Item[], gutter: number, em: number): Split {
  return bandsOf(pieces, gutter).map(({ items, isAcross }) => {
    const left = items.filter(({ box }) => box.right <= gutter)
    const right = items.filter(({ box }) => box.right > gutter)
    const isSplit = !isAcross && isText(left, em) && isText(right, em)
    return { band: items, parts: isSplit ? [left, right] : undefined }
  })
}

const linesIn = (split: Split): number => split.reduce((sum, { band, parts }) => sum + (parts ? band.length : 0), 0)

/** The split that puts most lines into columns; undefined where the page has one column. */
function bestSplit(pieces: readonly Item[], em: number): Split | undefined {
  let best: Split | undefined
  for (const edge of edgesOf(pieces, em)) {
    const split = splitAt(pieces, edge - (GUTTER * em) / 2, em)
    if (linesIn(split) > (best ? linesIn(best) : 0)) best = split
  }
  return best
}

/** The columns of a page in the order in which they are read; a page with one column has one. */
export function columnsOf(pieces: readonly Item[], em: number, depth = 0): Column[] {
  const split = depth < DEEPEST ? bestSplit(pieces, em) : undefined
  if (!split) return [rejoined(pieces)]
  const columns: Column[] = []
  let whole: Item[] = []
  const endWhole = () => {
    if (whole.length > 0) columns.push(rejoined(whole))
    whole = []
  }
  for (const { band, parts } of split) {
    if (!parts) {
      for (const item of band) whole.push(item)
      continue
    }
    endWhole()
    for (const part of parts) for (const column of columnsOf(part, em, depth + 1)) columns.push(column)
  }
  endWhole()
  return columns
}
