import { titleIn } from '../sections'
import type { TextLine } from './lines'
import { segmentsOf, type Segment } from './segments'

const HEADING = /^[^\s，。]{0,12}?([12]\d{3})\s?年[^，。]{0,12}$/
const GAP = 3
const LEAST_RIGHT = 20
const DIGITS = /^[-−+＋]?[\d,.，．]+$|^[/／—-]$/

const yearOf = ({ text }: Segment): string | undefined => HEADING.exec(text)?.[1]

/** The headings of two columns, `2023 年报告   2024 年报告`. */
function headingsIn(line: TextLine): string[] | undefined {
  const segments = segmentsOf(line.text, GAP)
  const [left, right] = segments.map(yearOf)
  return segments.length === 2 && left !== undefined && right !== undefined && left !== right
    ? segments.map(({ text }) => text)
    : undefined
}

/** Index of the first piece that is certainly in the right column: text after figures, or the same text again. */
function certainSplit(segments: readonly Segment[]): number {
  const figure = segments.findIndex(({ text }) => DIGITS.test(text))
  const afterFigures = figure < 0 ? -1 : segments.findIndex(({ text }, i) => i > figure && !DIGITS.test(text))
  if (afterFigures > 0) return afterFigures
  const half = segments.length / 2
  if (figure === 0 && Number.isInteger(half)) {
    const gaps = segments.slice(1).map(({ gap }) => gap)
    return gaps.every((gap, i) => i + 1 === half || gap < (segments[half]?.gap ?? 0)) ? half : -1
  }
  const isTwice =
    Number.isInteger(half) &&
    half > 0 &&
    segments.slice(0, half).every(({ text }, i) => text === segments[half + i]?.text)
  if (isTwice) return half
  const [, second] = segments
  return segments.length === 2 && second && second.text.length > 12 && second.start >= LEAST_RIGHT ? 1 : -1
}

const TOLERANCE = 0.85

/** The lines of one stretch, the left column's first. */
function splitStretch(lines: readonly TextLine[], [left = '', right = '']: readonly string[]): TextLine[] {
  const all = lines.map((line) => ({ line, segments: segmentsOf(line.text, 2) }))
  const splits = all.map(({ segments }) => certainSplit(segments))
  const starts = all.flatMap(({ segments }, i) => segments[splits[i] ?? -1]?.start ?? [])
  if (starts.length === 0) return [...lines]
  const edge = starts.reduce((a, b) => Math.min(a, b), Infinity) * TOLERANCE
  const lefts: TextLine[] = []
  const rights: TextLine[] = []
  all.forEach(({ line, segments }, i) => {
    const certain = splits[i] ?? -1
    const at = certain >= 0 ? certain : segments.findIndex(({ start }) => start >= edge)
    const cut = segments[at]?.start ?? line.text.length
    const before = line.text.slice(0, cut).trimEnd()
    const after = line.text.slice(cut)
    if (before.trim() !== '') lefts.push({ ...line, text: before, part: left })
    if (after !== '') rights.push({ ...line, text: after, part: right })
  })
  return [...lefts, ...rights]
}

/**
 * Two reports printed side by side, or one below the other under the same headings, taken apart. Lines above the
 * headings and titles of sections belong to both.
 */
export function sideBySide(lines: readonly TextLine[]): readonly TextLine[] {
  const begin = lines.findIndex((line) => headingsIn(line))
  const headings = begin < 0 ? undefined : headingsIn(lines[begin] as TextLine)
  if (!headings) return lines
  const result: TextLine[] = lines.slice(0, begin)
  let stretch: TextLine[] = []
  let stacked: string | undefined
  const end = () => {
    for (const line of splitStretch(stretch, headings)) result.push(line)
    stretch = []
  }
  for (const line of lines.slice(begin + 1)) {
    const text = line.text.trim()
    if (titleIn(text)) {
      end()
      stacked = undefined
      result.push(line)
    } else if (headings.includes(text)) {
      end()
      stacked = text
    } else if (stacked !== undefined) result.push({ ...line, part: stacked })
    else stretch.push(line)
  }
  end()
  return result
}
