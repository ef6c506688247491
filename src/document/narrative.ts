import type { DocumentElement, TextPiece } from './model'

const SECOND_LEVEL = /^[（(][一二三四五六七八九十]{1,3}[）)]/
/** `1.` or `1、`, but not the decimal `1.5`. */
const THIRD_LEVEL = /^\d{1,2}[.．、](?!\d)/
const SENTENCE_END = /[。；！？;!?]/
const LEAD_IN = /^[^。：:；！？]{2,30}[。：:]/
const LONGEST_HEADING = 30

/** A short line without a sentence in it: `（三）平台建设情况：`. */
function isHeadingLine(line: string): boolean {
  return line.length <= LONGEST_HEADING && !SENTENCE_END.test(line)
}

function piecesOf(line: string): TextPiece[] {
  const leadIn = SECOND_LEVEL.test(line) ? LEAD_IN.exec(line)?.[0] : undefined
  if (leadIn === undefined || leadIn === line) return [{ text: line }]
  return [{ text: leadIn, leadIn: true }, { text: line.slice(leadIn.length) }]
}

function elementOf(line: string): DocumentElement {
  if (line === '') return { kind: 'paragraph', runs: [] }
  if (isHeadingLine(line)) {
    if (SECOND_LEVEL.test(line)) return { kind: 'heading', level: 2, text: line }
    if (THIRD_LEVEL.test(line)) return { kind: 'heading', level: 3, text: line }
  }
  return { kind: 'paragraph', runs: piecesOf(line) }
}

/** The paragraphs and headings of a narrative section, empty ones between them kept; blanks around a line are layout. */
export function narrativeElements(text: string): DocumentElement[] {
  return text
    .trim()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .flatMap((line, _at, { length }) => (line === '' && length === 1 ? [] : [elementOf(line)]))
}
