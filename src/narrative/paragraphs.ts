/** Paragraphs of a narrative section: each line is one. */
import type { TextRange } from './text-range'

export interface Paragraph extends TextRange {
  text: string
}

const NUMBERED =
  /^\s*(?:[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:[.．](?!\d)|、)|[①-⑳])/
const TERMINATED = /[。！？；：…”’）】》」』.!?;:)\]]$/
const LONGEST_HEADING = 30

export const isNumbered = (line: string): boolean => NUMBERED.test(line)
export const isTerminated = (line: string): boolean => TERMINATED.test(line)

/** Whether a line is a heading: short (a numbered one may be longer) and without a sentence. */
export const isHeading = (line: string): boolean =>
  line.length <= (isNumbered(line) ? 50 : LONGEST_HEADING) && !/[。；！？]/.test(line) && !/[，、,]$/.test(line)

export function paragraphsOf(text: string): Paragraph[] {
  return [...text.matchAll(/[^\n\r\u2028\u2029]+/g)].flatMap((match) => {
    const line = match[0].trim()
    const start = match.index + match[0].indexOf(line)
    return line === '' ? [] : [{ text: line, start, end: start + line.length }]
  })
}

const SHORTEST_CUT = 15
const PAGE_NUMBER = /^[-—–\s]*\d{1,3}[-—–\s]*$/

/** Whether a sentence continues in the next line. */
const goesOn = (line: string, next: string | undefined): boolean =>
  next !== undefined && line.length > SHORTEST_CUT && !isTerminated(line) && !isNumbered(next)

/**
 * Joins lines that the width of a page has broken, as in text copied from a PDF, where many lines end within a
 * sentence. Any other text stays as it is.
 */
export function flowed(text: string): string {
  const lines = paragraphsOf(text).map((line) => line.text)
  const own = lines.filter((line) => !PAGE_NUMBER.test(line))
  const cut = own.filter((line, index) => goesOn(line, own[index + 1])).length
  if (cut < 3 || cut * 5 < own.length * 2) return text
  return own
    .map((line, index) => line + (goesOn(line, own[index + 1]) ? '' : '\n'))
    .join('')
    .trimEnd()
}
