import type { Line } from './text-lines'
import { textOf } from './text-lines'

/** The lines of one page outside its tables, from top to bottom. */
export interface PageLines {
  number: number
  height: number
  lines: Line[]
}

/** So many lines at the top and at the bottom of a page may be printed on every page. */
const MOST_LINES = 4
/** Points. */
const SAME_HEIGHT = 4
const PAGE_NUMBER =
  /^(?:[-—–－―·.]?\s*(?:\d{1,4}|[一二三四五六七八九十]{1,3})\s*[-—–－―·.]?|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|Page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/i
/** What browsers print around a page: when, and from where. */
const PRINTED = /^(?:https?|file):\/\/\S+(?:\s.*)?$|^\d{2,4}[-/.]\d{1,2}[-/.]\d{1,2}[,，]?\s+(?:[上下]午)?\d{1,2}:\d{2}/
/** Above and below these shares of a page a number alone is the page's. */
const HEAD = 0.12
const FOOT = 0.88

const keyOf = (line: Line): string => textOf(line.glyphs).replace(/\d+/g, '#').replace(/\s+/g, '')

interface Edge {
  page: PageLines
  line: Line
  isHead: boolean
}

function edgesOf(page: PageLines): Edge[] {
  const { lines } = page
  const heads = lines.slice(0, MOST_LINES).map((line) => ({ page, line, isHead: true }))
  const feet = lines
    .slice(Math.max(MOST_LINES, lines.length - MOST_LINES))
    .map((line) => ({ page, line, isHead: false }))
  return [...heads, ...feet]
}

/** Edge lines that other pages have at the same height; of two pages both, of more at least three. */
function repeated(edges: readonly Edge[], pages: number): Set<Line> {
  const byKey = new Map<string, Edge[]>()
  for (const edge of edges) byKey.set(keyOf(edge.line), [...(byKey.get(keyOf(edge.line)) ?? []), edge])
  const found = new Set<Line>()
  for (const same of byKey.values()) {
    for (const { page, line } of same) {
      const others = same.filter((other) => other.page !== page && Math.abs(other.line.base - line.base) <= SAME_HEIGHT)
      if (new Set(others.map((other) => other.page)).size + 1 >= Math.min(pages, 3)) found.add(line)
    }
  }
  return found
}

function isOwn({ page, line }: Edge): boolean {
  const text = textOf(line.glyphs).trim()
  const isAtEdge = line.bottom < HEAD * page.height || line.top > FOOT * page.height
  return (isAtEdge && PAGE_NUMBER.test(text)) || PRINTED.test(text)
}

/** Of the lines at an edge only the outermost ones belong to it: the first that is none ends them. */
function outermost(lines: readonly Line[], isEdge: (line: Line) => boolean): Set<Line> {
  const found = new Set<Line>()
  for (const line of lines) {
    if (!isEdge(line)) break
    found.add(line)
  }
  return found
}

/** Headers, footers and page numbers. */
export function furnitureOf(pages: readonly PageLines[]): Set<Line> {
  const edges = pages.flatMap(edgesOf)
  const again = pages.length > 1 ? repeated(edges, pages.length) : new Set<Line>()
  const own = new Set(edges.filter(isOwn).map(({ line }) => line))
  const isEdge = (line: Line) => again.has(line) || own.has(line)
  return new Set(
    pages.flatMap(({ lines }) => [
      ...outermost(lines.slice(0, MOST_LINES), isEdge),
      ...outermost([...lines].reverse().slice(0, MOST_LINES), isEdge),
    ]),
  )
}
