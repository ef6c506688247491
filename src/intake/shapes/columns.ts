import { isFigureText } from '../figure-text'
import type { FormRowCells } from '../rows-of-form'
import { isHeading, rowLike, rowNamed } from './known-labels'
import type { Line } from './lines'
import { segmentsOf, widthOf, type Segment } from './segments'

/** A line of a table whose columns stand apart by blanks, as `pdftotext -layout` prints them. */
export interface ColumnRow {
  line: Line
  labels: string[]
  row?: FormRowCells | undefined
  figures: Segment[]
}

const LABEL_WORDS = 8
const LONGEST_LABEL = 80
const LONGEST_LINE = 1000
const SENTENCE = /[。；！？，：]/
const MOST_WORDS = 60

/** The longest run of first words that is a label of the form, words before it being a heading beside it. */
function labelIn(words: readonly Segment[]): { from: number; to: number; row: FormRowCells } | undefined {
  let found: { from: number; to: number; row: FormRowCells } | undefined
  for (let from = 0; from < Math.min(words.length, LABEL_WORDS); from += 1) {
    if (from > 0 && (words[from]?.gap ?? 0) < 2) continue
    let text = ''
    for (let to = from; to < Math.min(words.length, from + LABEL_WORDS); to += 1) {
      text += words[to]?.text ?? ''
      if (text.length > LONGEST_LABEL) break
      const row = rowNamed(text)
      if (row && (!found || to > found.to)) found = { from, to, row }
    }
  }
  return found
}

function grouped(words: readonly Segment[]): string[] {
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

/** So many figures alone on a line are a row of a table wherever they stand. */
const FIGURES_ALONE = 3
const FIGURES_ALONE_IN_PROSE = 7
/** So many make a row whatever punctuation the piece of its label has. */
const FIGURES_OF_ROW = 5

/** A line with a label of the form, and what follows it. */
function labelledRow(line: Line, words: readonly Segment[], isInTable: boolean): ColumnRow | undefined {
  const label = labelIn(words)
  if (!label) return undefined
  const { from, to, row } = label
  const figures = words.slice(to + 1)
  const isSentence = figures.some(({ text }) => SENTENCE.test(text) && !isFigureText(text))
  const isApart = isInTable || figures.length > 1 || (figures[0]?.gap ?? 0) > 1
  if (isSentence || !isApart || !figures.some(({ text }) => isFigureText(text))) return undefined
  return { line, labels: [...grouped(words.slice(0, from)), row.label], row, figures }
}

const REMARK = /[（(][^（()）]*[）)]?/g

/** A line that ends with figures, whatever stands before them. */
function figuresRow(line: Line, words: readonly Segment[], isInTable: boolean): ColumnRow | undefined {
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
export function columnRow(line: Line, isInTable: boolean): ColumnRow | undefined {
  if (line.text.length > LONGEST_LINE) return undefined
  const words = segmentsOf(line.text, 1)
  if (words.length < 2 || words.length > MOST_WORDS || !words.some(({ text }) => isFigureText(text))) return undefined
  return labelledRow(line, words, isInTable) ?? figuresRow(line, words, isInTable)
}

/** Where a figure stands: its start, middle or end, in characters or in columns of a screen. */
type Metric = (row: ColumnRow, figure: Segment) => number

const metrics: readonly Metric[] = [0, 0.5, 1].flatMap((part): Metric[] => [
  (_, { start, text }) => start + text.length * part,
  ({ line }, { start, text }) => widthOf(line.text.slice(0, start)) + widthOf(text) * part,
])

const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length

/** Where the columns stand by full rows, and how far a figure is from its column there at most. */
function columnsBy(metric: Metric, full: readonly ColumnRow[], width: number): { centres: number[]; spread: number } {
  const centres = Array.from({ length: width }, (_, i) =>
    mean(full.flatMap((row) => (row.figures[i] ? [metric(row, row.figures[i])] : []))),
  )
  const spread = full
    .flatMap((row) => row.figures.map((figure, i) => Math.abs(metric(row, figure) - (centres[i] ?? 0))))
    .reduce((a, b) => Math.max(a, b), 0)
  return { centres, spread }
}

const MOST_FULL = 8
/** A figure stands within a third of the way to the next column, or nothing is certain. */
const NEAR = 3

/** How the columns of a stretch stand, by the measure of its full rows that spreads least. */
interface Columns {
  metric: Metric
  centres: readonly number[]
  /** The way from one column to the next, where they are nearest. */
  pitch: number
}

const isCrowded = ({ figures }: ColumnRow, pitch: number) => figures.some(({ text }) => widthOf(text) > pitch - 1)

/** The columns that full rows show; undefined where they do not stand below one another. */
function columnsOf(full: readonly ColumnRow[], width: number): Columns | undefined {
  if (full.length === 0) return undefined
  const [metric, { centres, spread }] = metrics
    .map((one) => [one, columnsBy(one, full, width)] as const)
    .reduce((a, b) => (b[1].spread < a[1].spread ? b : a))
  const pitch = centres.slice(1).reduce((least, centre, i) => Math.min(least, centre - (centres[i] ?? 0)), Infinity)
  return spread > pitch / NEAR || full.some((row) => isCrowded(row, pitch)) ? undefined : { metric, centres, pitch }
}

/** The cells of a row with fewer figures than columns, blanks where a column has none; undefined where that is open. */
function spaced(row: ColumnRow, { metric, centres, pitch }: Columns): string[] | undefined {
  // A figure as wide as a column has pushed the ones after it out of theirs.
  if (isCrowded(row, pitch)) return undefined
  const cells = centres.map(() => '')
  let last = -1
  for (const figure of row.figures) {
    const stands = metric(row, figure)
    const distances = centres.map((centre) => Math.abs(centre - stands))
    const at = distances.indexOf(Math.min(...distances))
    if (at <= last || (distances[at] ?? 0) > pitch / NEAR) return undefined
    cells[at] = figure.text
    last = at
  }
  return cells
}

const widthOfRow = ({ row, figures }: ColumnRow) => row?.cells.length ?? figures.length

/** The same page and column of text, where columns of figures stand alike. */
const stretchOf = (row: ColumnRow): string => `${widthOfRow(row)} ${row.line.page} ${row.line.part ?? ''}`

/** The columns of every stretch that has full rows. */
function columnsOfStretches(rows: readonly ColumnRow[]): ReadonlyMap<string, Columns | undefined> {
  const full = new Map<string, ColumnRow[]>()
  for (const row of rows) {
    if (row.figures.length !== widthOfRow(row)) continue
    const key = stretchOf(row)
    const known = full.get(key)
    if (!known) full.set(key, [row])
    else if (known.length < MOST_FULL) known.push(row)
  }
  return new Map([...full].map(([key, known]) => [key, columnsOf(known, known[0]?.figures.length ?? 0)]))
}

/** Rows of figures in the columns of their table: where a figure is missing, the full rows show which. */
export function columnCells(rows: readonly ColumnRow[]): ReadonlyMap<Line, string[]> {
  const stretches = columnsOfStretches(rows)
  return new Map(
    rows.map((row) => {
      const width = widthOfRow(row)
      const columns = row.figures.length < width && width > 1 ? stretches.get(stretchOf(row)) : undefined
      const cells = columns && spaced(row, columns)
      return [row.line, [...row.labels, ...(cells ?? row.figures.map(({ text }) => text))]] as const
    }),
  )
}

/** The headers of columns that a line of a table holds; undefined for any other line. */
export function headerCells(line: Line): string[] | undefined {
  const cells = segmentsOf(line.text, 2).map(({ text }) => text)
  const words = segmentsOf(line.text, 1).map(({ text }) => text)
  if (cells.length > 1 && cells.some(isHeading)) return cells
  return words.length > 1 && words.length <= MOST_WORDS && words.filter(isHeading).length > 1 ? words : undefined
}
