import { titleIn } from '../sections'
import { standsAlone } from '../title/title-lines'
import type { TextLine } from './lines'
import { widthOf } from './segments'

/** A text is wrapped by lines of one width: at least so wide, and so many lines of it. */
const LEAST_WIDTH = 36
const MOST_WIDTH = 200
const FEWEST_FULL = 3
const SLACK = 10

const SENTENCE_END = /[。！？：；”）)…]$/
const HEADING = /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|第[一二三四五六]部分)/

const indentOf = (text: string): number => widthOf(/^[\s\u3000]*/.exec(text)?.[0] ?? '')

/** How long the full lines of a wrapped text are, in columns of a screen and in characters. */
export interface Wrap {
  width: number
  length: number
}

/** A text with a paragraph a line. */
export const UNWRAPPED: Wrap = { width: Infinity, length: Infinity }

const middleOf = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0

/** How long the lines are where a text is wrapped. */
export function wrapOf(lines: readonly TextLine[]): Wrap {
  const broken = lines.flatMap(({ text }, i) => {
    const next = lines[i + 1]
    const isBroken = next !== undefined && next.blanks === 0 && !SENTENCE_END.test(text) && indentOf(next.text) === 0
    const isProse = text.length <= MOST_WIDTH && !/\S {2,}\S/.test(text)
    const width = isProse ? widthOf(text.trimStart()) : 0
    return isBroken && width >= LEAST_WIDTH && width <= MOST_WIDTH ? [{ width, length: text.trimStart().length }] : []
  })
  const width = middleOf(broken.map((line) => line.width))
  const full = broken.filter((line) => Math.abs(line.width - width) <= SLACK)
  if (full.length < FEWEST_FULL || full.length < broken.length / 2) return UNWRAPPED
  return { width, length: middleOf(full.map((line) => line.length)) }
}

/** The indentation of a paragraph's first line, at most. */
const INDENT = 4

/** A line with many figures and blanks has as many characters as others and is narrower: it is full by either. */
function isFull({ text }: TextLine, margin: number, { width, length }: Wrap): boolean {
  const line = text.trimStart()
  const indent = Math.min(INDENT, indentOf(text) - margin)
  const isLong = indent + line.length >= length - SLACK / 2 && !SENTENCE_END.test(text)
  return isLong || indent + widthOf(line) >= width - SLACK
}

/** True where a line goes on with the paragraph of the one before. */
function goesOn(before: TextLine, line: TextLine, margin: number, wrap: Wrap): boolean {
  if (line.blanks > 0 || line.part !== before.part) return false
  if (standsAlone(before.text) || standsAlone(line.text)) return false
  if (indentOf(line.text) > margin + 1 || titleIn(line.text) || titleIn(before.text)) return false
  if (HEADING.test(line.text) && SENTENCE_END.test(before.text)) return false
  return isFull(before, margin, wrap)
}

/** The lines of a paragraph as one, with a blank between words of letters. */
const joined = (texts: readonly string[]): string =>
  texts
    .map((text, i) => (i > 0 && /[\w,.]$/.test(texts[i - 1] ?? '') && /^[A-Za-z]/.test(text) ? ` ${text}` : text))
    .join('')

/** Paragraphs out of lines; the lines of a wrapped text are joined. */
export function paragraphsOf(lines: readonly TextLine[], wrap: Wrap): { first: TextLine; text: string }[] {
  const indents = new Map<number, number>()
  for (const { text, page } of lines) {
    indents.set(page, Math.min(indents.get(page) ?? Infinity, indentOf(text)))
  }
  const paragraphs: { first: TextLine; texts: string[] }[] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const current = paragraphs[paragraphs.length - 1]
    const text = line.text.trim()
    if (current && before && goesOn(before, line, indents.get(line.page) ?? 0, wrap)) current.texts.push(text)
    else paragraphs.push({ first: line, texts: [text] })
  })
  return paragraphs.map(({ first, texts }) => ({ first, text: joined(texts) }))
}
