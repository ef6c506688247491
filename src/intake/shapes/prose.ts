import { titleIn } from '../sections'
import type { Line } from './lines'
import { widthOf } from './segments'

/** A text is wrapped by lines of one width: at least so wide, and so many lines of it. */
const LEAST_WIDTH = 36
const MOST_WIDTH = 200
const FEWEST_FULL = 3
const SLACK = 10

const SENTENCE_END = /[。！？：；”）)…]$/
const HEADING = /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|第[一二三四五六]部分)/

const indentOf = (text: string): number => widthOf(/^[\s\u3000]*/.exec(text)?.[0] ?? '')

/** How wide the lines of a wrapped text are; Infinity for a text with a paragraph a line. */
export function wrapWidth(lines: readonly Line[]): number {
  const widths = lines
    .flatMap(({ text }, i) => {
      const next = lines[i + 1]
      const isBroken = next !== undefined && next.blanks === 0 && !SENTENCE_END.test(text) && indentOf(next.text) === 0
      const isProse = text.length <= MOST_WIDTH && !/\S {2,}\S/.test(text)
      const width = isProse ? widthOf(text.trimStart()) : 0
      return isBroken && width >= LEAST_WIDTH && width <= MOST_WIDTH ? [width] : []
    })
    .sort((a, b) => a - b)
  const typical = widths[Math.floor(widths.length / 2)] ?? 0
  const full = widths.filter((width) => Math.abs(width - typical) <= SLACK)
  return full.length >= FEWEST_FULL && full.length >= widths.length / 2 ? typical : Infinity
}

/** True where a line goes on with the paragraph of the one before. */
function goesOn(before: Line, line: Line, indent: number, width: number): boolean {
  if (line.blanks > 0 || line.part !== before.part) return false
  if (indentOf(line.text) > indent + 1 || titleIn(line.text) || titleIn(before.text)) return false
  if (HEADING.test(line.text) && SENTENCE_END.test(before.text)) return false
  return widthOf(before.text.trimStart()) >= width - SLACK
}

/** The lines of a paragraph as one, with a blank between words of letters. */
const joined = (texts: readonly string[]): string =>
  texts
    .map((text, i) => (i > 0 && /[\w,.]$/.test(texts[i - 1] ?? '') && /^[A-Za-z]/.test(text) ? ` ${text}` : text))
    .join('')

/** Paragraphs out of lines; the lines of a wrapped text are joined. */
export function paragraphsOf(lines: readonly Line[], width: number): { first: Line; text: string }[] {
  const indents = new Map<number, number>()
  for (const { text, page } of lines) {
    indents.set(page, Math.min(indents.get(page) ?? Infinity, indentOf(text)))
  }
  const paragraphs: { first: Line; texts: string[] }[] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const current = paragraphs[paragraphs.length - 1]
    const text = line.text.trim()
    if (current && before && goesOn(before, line, indents.get(line.page) ?? 0, width)) current.texts.push(text)
    else paragraphs.push({ first: line, texts: [text] })
  })
  return paragraphs.map(({ first, texts }) => ({ first, text: joined(texts) }))
}
