import { isFigureText } from '../figure-text'
import { keyOf } from '../key'
import { columnNames, isColumnName, type FormRowCells } from '../rows-of-form'
import { titleIn } from '../sections'
import type { RowCells } from './column-table'
import { isHeading, rowLike, rowNamed } from './known-labels'
import type { TextLine } from './lines'

/** A row whose cells are printed one below the other. */
interface Stack {
  /** The lines that hold it. */
  lines: TextLine[]
  label: string[]
  /** How many figures the row has in the form; undefined if unknown. */
  width: number | undefined
  figures: TextLine[]
  /** Blank lines after the last figure; undefined at the end of the section. */
  after: number | undefined
  /** Blank lines between the lines of the header right above; the figures have the same spacing. */
  pace?: number
}

const LABEL_LINES = 4
const LONGEST_FIGURE = 40
const FIGURES_OF_TABLE4 = 12
const FIGURES_WITHOUT_LABEL = 5

const isFigure = ({ text }: TextLine): boolean => isFigureText(text.trim())

/** A label of the form, as the form or the source has it, and the lines it takes. */
interface Label {
  row: FormRowCells
  count: number
  text: string
}

/** The label that begins at a line, which may take several. */
function labelAt(lines: readonly TextLine[], at: number): Label | undefined {
  let text = ''
  let longest: Label | undefined
  for (let count = 1; count <= LABEL_LINES; count += 1) {
    const line = lines[at + count - 1]
    if (!line || line.text.length > 100 || (count > 1 && isFigure(line))) break
    text += line.text.trim()
    const row = rowNamed(text)
    if (row && !isColumnName(text)) longest = { row, count, text: row.label }
  }
  return longest ?? misspeltAt(lines, at)
}

/** A line like a label, with figures below it. */
function misspeltAt(lines: readonly TextLine[], at: number): Label | undefined {
  const [line, next] = lines.slice(at, at + 2)
  const text = line?.text.trim() ?? ''
  if (
    !next ||
    text.length < 4 ||
    text.length > LONGEST_FIGURE ||
    !isFigure(next) ||
    isFigureText(text) ||
    isHeading(text)
  )
    return undefined
  const row = rowLike(text)
  return row && { row, count: 1, text }
}

function figuresFrom(lines: readonly TextLine[], at: number, width: number): TextLine[] {
  const figures: TextLine[] = []
  for (let i = at; i < lines.length; i += 1) {
    const line = lines[i]
    if (!line) break
    if (!isFigure(line)) {
      const text = line.text.trim()
      const isCell = figures.length < width && text.length <= LONGEST_FIGURE && !/[。，；]/.test(text)
      if (!isCell || isHeading(text) || titleIn(text) || labelAt(lines, i)) break
    }
    figures.push(line)
  }
  return figures
}

const lastHeader = columnNames.table4.slice(5).map((spellings) => spellings.map(keyOf))

/** The last lines of table 4's header, one name a line, all at one pace. */
function headerAt(lines: readonly TextLine[], at: number): { count: number; pace: number } | undefined {
  const pace = lines[at + 1]?.blanks ?? 0
  const isHeader = lastHeader.every((keys, i) => {
    const line = lines[at + i]
    return line !== undefined && keys.includes(keyOf(line.text)) && (i === 0 || line.blanks === pace)
  })
  return isHeader ? { count: lastHeader.length, pace } : undefined
}

/** The row of table 4 below its header; undefined where a line begins no header. */
function disputeStack(lines: readonly TextLine[], at: number): Stack | undefined {
  const header = headerAt(lines, at)
  if (!header) return undefined
  const width = columnNames.table4.length
  const begin = at + header.count
  const figures = figuresFrom(lines, begin, width)
  const end = begin + figures.length
  return { lines: lines.slice(begin, end), label: [], width, figures, after: lines[end]?.blanks, pace: header.pace }
}

function labelledStack(lines: readonly TextLine[], at: number): Stack | undefined {
  const label = labelAt(lines, at)
  const begin = at + (label?.count ?? 0)
  const width = label?.row.cells.length
  const figures = label || isFigure(lines[at] as TextLine) ? figuresFrom(lines, begin, width ?? 1) : []
  const isRow = label ? figures.length < FIGURES_OF_TABLE4 : figures.length >= FIGURES_WITHOUT_LABEL
  const end = begin + figures.length
  const own = { lines: lines.slice(at, end), width, figures, after: lines[end]?.blanks }
  return isRow ? { ...own, label: label ? [label.text] : [] } : undefined
}

function stacksOf(lines: readonly TextLine[]): Stack[] {
  const stacks: Stack[] = []
  for (let i = 0; i < lines.length;) {
    const dispute = disputeStack(lines, i)
    const stack = dispute ?? labelledStack(lines, i)
    if (stack && stack.lines.length > 0) stacks.push(stack)
    i += (dispute ? lastHeader.length : 0) + (stack?.lines.length ?? 0) || 1
  }
  return stacks
}

/** Blank lines before, between and after the figures of full rows. More blank lines than these mean blank cells. */
interface Spacing {
  first: number
  between: number
  after: number
}

/** The number that comes most often; 0 where there is none. */
function usual(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}

function spacingOf(stacks: readonly Stack[]): Spacing {
  const full = stacks.filter(({ width, figures }) => width === figures.length)
  const first = full.map(({ figures }) => figures[0]?.blanks ?? 0)
  const between = full.flatMap(({ figures }) => figures.slice(1).map(({ blanks }) => blanks))
  return {
    first: usual(first),
    between: usual(between.length > 0 ? between : first),
    after: usual(full.flatMap(({ after }) => after ?? [])),
  }
}

/** The cells, with blank ones where blank lines mean them; unchanged where the blank lines do not fit. */
function withBlanks({ width, figures, after, pace }: Stack, usually: Spacing): string[] {
  const texts = figures.map(({ text }) => text.trim())
  if (width === undefined || texts.length >= width) return texts
  const { first, between, after: last } = pace === undefined ? usually : { first: pace, between: pace, after: pace }
  // Blank lines at the end of a section are no cells: there the last figure must stand in the last column.
  const atEnd = after === undefined ? 0 : after - last
  const extra = [...figures.map(({ blanks }, i) => blanks - (i === 0 ? first : between)), atEnd]
  const counts = extra.map((blanks) => blanks / (between + 1))
  if (counts.some((count) => !Number.isInteger(count) || count < 0)) return texts
  if (counts.reduce((sum, count) => sum + count, texts.length) !== width) return texts
  return counts.flatMap((count, i) => [...Array.from({ length: count }, () => ''), ...texts.slice(i, i + 1)])
}

/** Rows of a table whose cells stand one a line, by their first line; the other lines of each row belong to it. */
export function stackedRows(lines: readonly TextLine[]): {
  rows: ReadonlyMap<TextLine, RowCells>
  taken: ReadonlySet<TextLine>
} {
  const stacks = stacksOf(lines)
  const spacing = spacingOf(stacks)
  const rows = new Map<TextLine, RowCells>()
  for (const stack of stacks) {
    const [first] = stack.lines
    const cells = withBlanks(stack, spacing)
    // A label with no figure below it, and no lines for blank cells, has lost its row: the row counts as missing.
    if (first && cells.length > 0) rows.set(first, { cells: [...stack.label, ...cells], figures: cells.length })
  }
  return { rows, taken: new Set(stacks.flatMap(({ lines }) => lines)) }
}

/** How many lines of a part are a single figure below a label or another figure. */
export function stackedFigures(lines: readonly TextLine[]): number {
  return lines.filter((line, i) => {
    const before = lines[i - 1]
    return isFigure(line) && before !== undefined && (isFigure(before) || rowNamed(before.text) !== undefined)
  }).length
}
