import { isFigureText } from '../figure-text'
import { isColumnName, type FormRowCells } from '../rows-of-form'
import { titleIn } from '../sections'
import { isHeading, rowLike, rowNamed } from './known-labels'
import type { Line } from './lines'

/** Cells of a row that stand one below the other. */
interface Stack {
  /** The lines that hold it. */
  lines: Line[]
  label: string[]
  row?: FormRowCells
  figures: Line[]
  /** Blank lines after the last figure. */
  after: number
}

const LABEL_LINES = 4
const LONGEST_FIGURE = 40
const FIGURES_OF_TABLE4 = 12
const FIGURES_WITHOUT_LABEL = 5

const isFigure = ({ text }: Line): boolean => isFigureText(text.trim())

/** A label of the form, as the form or the source has it, and the lines it takes. */
interface Label {
  row: FormRowCells
  count: number
  text: string
}

/** The label that begins at a line, which may take several. */
function labelAt(lines: readonly Line[], at: number): Label | undefined {
  let text = ''
  let found: Label | undefined
  for (let count = 1; count <= LABEL_LINES; count += 1) {
    const line = lines[at + count - 1]
    if (!line || line.text.length > 100 || (count > 1 && isFigure(line))) break
    text += line.text.trim()
    const row = rowNamed(text)
    if (row && !isColumnName(text)) found = { row, count, text: row.label }
  }
  return found ?? misspeltAt(lines, at)
}

/** A line like a label, with figures below it. */
function misspeltAt(lines: readonly Line[], at: number): Label | undefined {
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

function figuresFrom(lines: readonly Line[], at: number, width: number): Line[] {
  const figures: Line[] = []
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

function stacksOf(lines: readonly Line[]): Stack[] {
  const stacks: Stack[] = []
  for (let i = 0; i < lines.length;) {
    const label = labelAt(lines, i)
    const begin = i + (label?.count ?? 0)
    const figures = label || isFigure(lines[i] as Line) ? figuresFrom(lines, begin, label?.row.cells.length ?? 1) : []
    const isRow = label ? figures.length < FIGURES_OF_TABLE4 : figures.length >= FIGURES_WITHOUT_LABEL
    if (isRow) {
      const end = begin + figures.length
      const stack: Stack = { lines: lines.slice(i, end), label: [], figures, after: lines[end]?.blanks ?? 0 }
      stacks.push(label ? { ...stack, label: [label.text], row: label.row } : stack)
      i = end
    } else i += 1
  }
  return stacks
}

/** Blank lines before the first, between and after the figures of full rows: what is more stands for blank cells. */
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
  const full = stacks.filter(({ row, figures }) => row && row.cells.length === figures.length)
  return {
    first: usual(full.map(({ figures }) => figures[0]?.blanks ?? 0)),
    between: usual(full.flatMap(({ figures }) => figures.slice(1).map(({ blanks }) => blanks))),
    after: usual(full.map(({ after }) => after)),
  }
}

/** The cells with blank ones where blank lines stand for them; as they are where the lines do not say. */
function withBlanks({ row, figures, after }: Stack, { first, between, after: last }: Spacing): string[] {
  const texts = figures.map(({ text }) => text.trim())
  const width = row?.cells.length ?? texts.length
  if (texts.length >= width) return texts
  const extra = [...figures.map(({ blanks }, i) => blanks - (i === 0 ? first : between)), after - last]
  const counts = extra.map((blanks) => blanks / (between + 1))
  if (counts.some((count) => !Number.isInteger(count) || count < 0)) return texts
  if (counts.reduce((sum, count) => sum + count, texts.length) !== width) return texts
  return counts.flatMap((count, i) => [...Array.from({ length: count }, () => ''), ...texts.slice(i, i + 1)])
}

/** Rows of a table whose cells stand one a line, by their first line; the other lines of each row belong to it. */
export function stackedRows(lines: readonly Line[]): { rows: ReadonlyMap<Line, string[]>; taken: ReadonlySet<Line> } {
  const stacks = stacksOf(lines)
  const spacing = spacingOf(stacks)
  const rows = new Map<Line, string[]>()
  for (const stack of stacks) {
    const [first] = stack.lines
    const cells = withBlanks(stack, spacing)
    // A label without a figure, and without lines for blank ones, lost what stood below it: the row counts as missing.
    if (first && cells.length > 0) rows.set(first, [...stack.label, ...cells])
  }
  return { rows, taken: new Set(stacks.flatMap(({ lines }) => lines)) }
}

/** How many lines of a part are a single figure below a label or another figure. */
export function stackedFigures(lines: readonly Line[]): number {
  return lines.filter((line, i) => {
    const before = lines[i - 1]
    return isFigure(line) && before !== undefined && (isFigure(before) || rowNamed(before.text) !== undefined)
  }).length
}
