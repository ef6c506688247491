import { median, widthOf, type Box } from './box'
import type { Table } from './tables'
import type { Line } from './text-lines'

export type Item = { kind: 'line'; line: Line; box: Box } | { kind: 'table'; table: Table; box: Box }

/** Gaps in a line as wide may be between columns, in sizes. */
const GUTTER = 1
const SAME_EDGE = 0.6
/** So many lines, and lines so wide, make a column of text. */
const FEWEST_LINES = 3
const FEWEST_STARTS = 4
const NARROWEST = 7
const DEEPEST = 3

/** A line as its pieces between wide gaps. */
export function piecesOf(line: Line, em: number): Line[] {
  const pieces: Line[] = []
  let current: Line['glyphs'] = []
  let last: Line['glyphs'][number] | undefined
  const end = () => {
    const filled = current.filter(({ text }) => text.trim() !== '')
    const [first] = filled
    if (first) {
      const box = filled.reduce(
        (all, { left, right, top, bottom }) => ({
          left: Math.min(all.left, left),
          right: Math.max(all.right, right),
          top: Math.min(all.top, top),
          bottom: Math.max(all.bottom, bottom),
        }),
        first as Box,
      )
      const { left, right, top, bottom } = box
      pieces.push({ glyphs: current, base: line.base, size: line.size, left, right, top, bottom })
    }
    current = []
  }
  for (const glyph of line.glyphs) {
    const isBlank = glyph.text.trim() === ''
    if (!isBlank && last && glyph.left - last.right >= GUTTER * em) end()
    current.push(glyph)
    if (!isBlank) last = glyph
  }
  end()
  return pieces
}

/** Where the right one of two columns begins: at the place where most pieces begin behind a gap. */
function edgeOf(lines: readonly (readonly Line[])[], em: number): number | undefined {
  const starts = lines.flatMap((pieces) => pieces.slice(1).map(({ left }) => left))
  let [best, most] = [0, 0]
  for (const start of starts) {
    const count = starts.filter((other) => Math.abs(other - start) <= SAME_EDGE * em).length
    if (count > most) [best, most] = [start, count]
  }
  return most >= FEWEST_STARTS ? best : undefined
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
      (other) => item.kind === 'line' && other.kind === 'line' && Math.abs(other.line.base - item.line.base) < 0.5,
    )
    if (!same || same.kind !== 'line' || item.kind !== 'line') {
      joined.push(item)
      continue
    }
    const glyphs = [...same.line.glyphs, ...item.line.glyphs].sort((a, b) => a.left - b.left)
    const box = {
      left: Math.min(same.box.left, item.box.left),
      right: Math.max(same.box.right, item.box.right),
      top: Math.min(same.box.top, item.box.top),
      bottom: Math.max(same.box.bottom, item.box.bottom),
    }
    same.line = { ...same.line, ...box, glyphs, size: Math.max(same.line.size, item.line.size) }
    same.box = box
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

/** The columns of a page in the order in which they are read; a page with one column has one. */
export function columnsOf(pieces: readonly Item[], em: number, depth = 0): Column[] {
  const byBase = new Map<number, Line[]>()
  for (const item of pieces) {
    if (item.kind !== 'line') continue
    const own = byBase.get(item.line.base) ?? []
    own.push(item.line)
    byBase.set(item.line.base, own)
  }
  const lines = [...byBase.values()].map((own) => own.sort((a, b) => a.left - b.left))
  const edge = depth < DEEPEST ? edgeOf(lines, em) : undefined
  if (edge === undefined) return [rejoined(pieces)]
  const gutter = edge - (GUTTER * em) / 2
  const bands = bandsOf(pieces, gutter)
  const split = bands.map(({ items, isAcross }): Column[] | undefined => {
    if (isAcross) return undefined
    const left = items.filter(({ box }) => box.right <= gutter)
    const right = items.filter(({ box }) => box.right > gutter)
    if (!isText(left, em) || !isText(right, em)) return undefined
    return [...columnsOf(left, em, depth + 1), ...columnsOf(right, em, depth + 1)]
  })
  if (split.every((columns) => columns === undefined)) return [rejoined(pieces)]
  const columns: Column[] = []
  let whole: Item[] = []
  const endWhole = () => {
    if (whole.length > 0) columns.push(rejoined(whole))
    whole = []
  }
  bands.forEach(({ items }, i) => {
    const own = split[i]
    if (!own) {
      whole.push(...items)
      return
    }
    endWhole()
    columns.push(...own)
  })
  endWhole()
  return columns
}
