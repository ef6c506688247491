import { titleIn } from '../sections'
import { standsAlone } from '../title/title-lines'
import { median } from './box'
import { habitsOf, joinedLines } from './blanks'
import { textOf, type Line } from './text-lines'

/** A line with the column it stands in. */
export interface PlacedLine {
  line: Line
  page: number
  /** Lines of one column of one page have the same number. */
  column: number
  /** The paragraph before it may not go on: a table stands between. */
  isAfterTable: boolean
}

export interface Paragraph {
  text: string
  page: number
  lines: readonly PlacedLine[]
}

interface Margins {
  left: number
  right: number
  pitch: number
}

/** In sizes. */
const INDENT = 0.8
const SLACK = 0.35
const ENDS_TOGETHER = 1.3
const ENDS_EXACTLY = 0.15
const STARTS_TOGETHER = 0.4
const SHORTEST = 10
const FEWEST = 3
const OTHER_SIZE = 0.08
const GAP = 1.4

const SENTENCE_END = /[。！？：；”）)…]$/
const HEADING =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d)|第[一二三四五六]部分)/
/** What cannot begin a line stays with the character before it. */
const NO_START = /^[，。、；：！？）》」』”’】〕…—%％,.;:!?)\]}]/

/** The place near which most of some numbers are, by its ends, and how many are there. */
function commonest(numbers: readonly number[], within: number): { least: number; most: number; count: number } {
  let best = { least: Infinity, most: -Infinity, count: 0 }
  const sorted = [...numbers].sort((a, b) => a - b)
  let from = 0
  sorted.forEach((most, i) => {
    while (most - (sorted[from] ?? 0) > within) from += 1
    const count = i - from + 1
    if (count >= best.count) best = { least: sorted[from] ?? most, most, count }
  })
  return best
}

/** Where full lines end: exactly there in justified text, up to a letter before it in other text. */
function rightMargin(rights: readonly number[], size: number): number {
  const exact = commonest(rights, ENDS_EXACTLY * size)
  const ragged = commonest(rights, ENDS_TOGETHER * size)
  if (ragged.count < FEWEST) return rights.reduce((a, b) => Math.max(a, b), -Infinity)
  // A comma may hang over the margin of justified text.
  return exact.count > 1 && exact.count >= ragged.count / 2 ? exact.most : ragged.most
}

function leftMargin(lefts: readonly number[], size: number): number {
  const { least, count } = commonest(lefts, STARTS_TOGETHER * size)
  return count >= FEWEST ? least : lefts.reduce((a, b) => Math.min(a, b), Infinity)
}

/** Lines of a paragraph stand nearer to each other than paragraphs may: not quite the middle one. */
const usualPitch = (pitches: readonly number[]): number =>
  [...pitches].sort((a, b) => a - b)[Math.floor(pitches.length * 0.4)] ?? 0

function marginsOf(lines: readonly Line[]): Margins {
  const size = median(lines.map((line) => line.size))
  const own = lines.filter((line) => Math.abs(line.size - size) <= OTHER_SIZE * size)
  const long = own.filter((line) => line.right - line.left > SHORTEST * size)
  const pitches = own.flatMap((line, i) => {
    const next = own[i + 1]
    return next && next.base > line.base ? [next.base - line.base] : []
  })
  const rights = (long.length > 0 ? long : own).map(({ right }) => right)
  const lefts = own.map(({ left }) => left)
  return {
    left: leftMargin(lefts, size),
    right: rightMargin(rights, size),
    pitch: usualPitch(pitches.filter((pitch) => pitch > size * 0.9)),
  }
}

const filledOf = ({ glyphs }: Line) => glyphs.filter(({ text }) => text.trim() !== '')

/** How wide the first piece of a line is that cannot be broken. */
function firstPiece(line: Line): number {
  const glyphs = filledOf(line)
  const [first] = glyphs
  if (!first) return 0
  let end = first.right
  let isWord = /[\w.@/:%-]$/.test(first.text)
  for (const glyph of glyphs.slice(1)) {
    const isPart =
      (isWord && /^[\w.@/:%-]/.test(glyph.text) && glyph.left - end < 0.2 * glyph.size) || NO_START.test(glyph.text)
    if (!isPart) break
    isWord &&= !NO_START.test(glyph.text)
    end = glyph.right
  }
  return end - first.left
}

function isFull(line: Line, next: Line, { right }: Margins): boolean {
  const slack = SLACK * line.size
  return line.right >= right - slack || line.right + firstPiece(next) > right + slack
}

const isOtherSize = (a: Line, b: Line) => Math.abs(a.size - b.size) > OTHER_SIZE * Math.max(a.size, b.size)

/** Whether a line goes on with the paragraph of the one before. */
function goesOn(before: PlacedLine, next: PlacedLine, of: (one: PlacedLine) => Margins): boolean {
  const [a, b] = [before.line, next.line]
  if (next.isAfterTable || isOtherSize(a, b)) return false
  const [texts, following] = [textOf(a.glyphs), textOf(b.glyphs)]
  if (titleIn(texts) || titleIn(following) || standsAlone(texts)) return false
  const margins = of(next)
  const own = of(before)
  if (b.left > margins.left + INDENT * b.size) return false
  if (HEADING.test(following) && SENTENCE_END.test(texts)) return false
  if (before.column === next.column && b.base - a.base > GAP * Math.max(margins.pitch, a.size)) return false
  return isFull(a, b, own)
}

/** Margins by column; one with few lines has those of the pages' commonest column that fits. */
function marginsByColumn(lines: readonly PlacedLine[]): (one: PlacedLine) => Margins {
  const byColumn = new Map<number, Line[]>()
  for (const { column, line } of lines) byColumn.set(column, [...(byColumn.get(column) ?? []), line])
  const margins = new Map([...byColumn].map(([column, own]) => [column, marginsOf(own)] as const))
  const large = [...byColumn].filter(([, own]) => own.length >= FEWEST * 2).map(([column]) => margins.get(column))
  return (one) => {
    const own = margins.get(one.column) ?? marginsOf([one.line])
    if ((byColumn.get(one.column)?.length ?? 0) >= FEWEST * 2) return own
    const { line } = one
    const fitting = large.find(
      (other) => other && line.left >= other.left - line.size && line.right <= other.right + line.size,
    )
    return fitting ?? own
  }
}

/** Paragraphs out of lines, over the ends of columns and pages. */
export function paragraphsOf(lines: readonly PlacedLine[]): Paragraph[] {
  const of = marginsByColumn(lines)
  const groups: PlacedLine[][] = []
  lines.forEach((next, i) => {
    const before = lines[i - 1]
    if (before && goesOn(before, next, of)) groups[groups.length - 1]?.push(next)
    else groups.push([next])
  })
  const texts = new Map(lines.map((one) => [one, textOf(one.line.glyphs)] as const))
  const habits = habitsOf([...texts.values()])
  return groups.map((group) => ({
    text: joinedLines(
      group.map((one) => texts.get(one) ?? ''),
      habits,
    ).trim(),
    page: group[0]?.page ?? 0,
    lines: group,
  }))
}
