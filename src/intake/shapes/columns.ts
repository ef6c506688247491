import { isFigureText } from '../figure-text'
import { keyOf } from '../key'
import type { FormRowCells } from '../rows-of-form'
import { isFormPiece, isHeading, rowLike, rowNamed } from './known-labels'
import type { TextLine } from './lines'
import { segmentsOf, type Segment } from './segments'

/** A line of a table whose columns are separated by blanks, as `pdftotext -layout` prints them. */
export interface ColumnRow {
  line: TextLine
  labels: string[]
  row?: FormRowCells | undefined
  figures: Segment[]
}

const LABEL_WORDS = 8
const LONGEST_LABEL = 80
const LONGEST_LINE = 1000
const SENTENCE = /[。；！？，：]/
const MOST_WORDS = 60

/** The words of a line; none of a line that is too long to be a row. */
export function wordsOf({ text }: TextLine): Segment[] {
  const words = text.length > LONGEST_LINE ? [] : segmentsOf(text, 1)
  return words.length > MOST_WORDS ? [] : words
}

/** `/` and dashes are figures, for no label consists of them. */
const isMark = ({ text, gap }: Segment): boolean => keyOf(text) === '' && (gap > 1 || isFigureText(text))

/** The longest run of first words that is a label of the form, words before it being a heading beside it. */
function labelIn(words: readonly Segment[]): { from: number; to: number; row: FormRowCells } | undefined {
  let longest: { from: number; to: number; row: FormRowCells } | undefined
  for (let from = 0; from < Math.min(words.length, LABEL_WORDS); from += 1) {
    if (from > 0 && (words[from]?.gap ?? 0) < 2) continue
    let text = ''
    for (let to = from; to < Math.min(words.length, from + LABEL_WORDS); to += 1) {
      const word = words[to]
      if (!word || (to > from && isMark(word))) break
      text += word.text
      if (text.length > LONGEST_LABEL) break
      const row = rowNamed(text)
      if (row && (!longest || to > longest.to)) longest = { from, to, row }
    }
  }
  return longest
}

/** Joins words into pieces: more than one blank separates two pieces. */
export function grouped(words: readonly Segment[]): string[] {
  const labels: string[] = []
  for (const { text, gap } of words) {
    if (labels.length === 0 || gap > 1) labels.push(text)
    else labels[labels.length - 1] += ` ${text}`
  }
  return labels
}

/** The words at the end of a line that are figures. */
function figuresAtEnd(words: readonly Segment[]): number {
  let from = words.length
  while (from > 0 && isFigureText(words[from - 1]?.text ?? '')) from -= 1
  return from
}

/** A line of at least so many figures alone is a row of a table: in a table's section, and elsewhere. */
const FIGURES_ALONE = 3
const FIGURES_ALONE_IN_PROSE = 7
/** With at least so many figures a line is a row even if its label has punctuation. */
const FIGURES_OF_ROW = 5

/** Texts that stand where figures should, none of which can be read. */
const areCells = (texts: readonly Segment[], { cells }: FormRowCells): boolean =>
  texts.length > 0 && texts.length <= cells.length && texts.every(({ text, gap }) => gap > 1 && !isFormPiece(text))

/** A line with a label of the form, and what follows it. */
function labelledRow(line: TextLine, words: readonly Segment[], isInTable: boolean): ColumnRow | undefined {
  const label = labelIn(words)
  if (!label) return undefined
  const { from, to, row } = label
  const figures = words.slice(to + 1)
  const isSentence = figures.some(({ text }) => SENTENCE.test(text) && !isFigureText(text))
  const isApart = isInTable || figures.length > 1 || (figures[0]?.gap ?? 0) > 1
  const hasFigure = figures.some(({ text }) => isFigureText(text)) || (isInTable && areCells(figures, row))
  // （六）其他处理 before a piece of a label is the heading of a group, and no row.
  if (isInTable && isFormPiece(figures[0]?.text ?? '')) return undefined
  if (isSentence || !isApart || !hasFigure) return undefined
  return { line, labels: [...grouped(words.slice(0, from)), row.label], row, figures }
}

const REMARK = /[（(][^（()）]*[）)]?/g

/** A line that ends with figures, whatever stands before them. */
function figuresRow(line: TextLine, words: readonly Segment[], isInTable: boolean): ColumnRow | undefined {
  const from = figuresAtEnd(words)
  const figures = words.slice(from)
  const labels = grouped(words.slice(0, from))
  if (from === 0) {
    return figures.length >= (isInTable ? FIGURES_ALONE : FIGURES_ALONE_IN_PROSE)
      ? { line, labels, figures }
      : undefined
  }
  const isSentence = figures.length < FIGURES_OF_ROW && labels.some((text) => SENTENCE.test(text.replace(REMARK, '')))
  if (figures.length === 0 || isSentence || !isInTable) return undefined
  return figures.length >= FIGURES_ALONE || labels.some((text) => rowLike(text) !== undefined)
    ? { line, labels, figures }
    : undefined
}

/** The row of figures that a line is; undefined for text. */
export function columnRow(line: TextLine, isInTable: boolean): ColumnRow | undefined {
  const words = wordsOf(line)
  if (words.length < 2 || !(isInTable || words.some(({ text }) => isFigureText(text)))) return undefined
  return labelledRow(line, words, isInTable) ?? figuresRow(line, words, isInTable)
}

/** The headers of columns that a line of a table holds; undefined for any other line. */
export function headerCells(line: TextLine): string[] | undefined {
  const cells = segmentsOf(line.text, 2).map(({ text }) => text)
  const words = wordsOf(line).map(({ text }) => text)
  if (cells.length > 1 && cells.some(isHeading)) return cells
  return words.filter(isHeading).length > 1 ? words : undefined
}
