import { intakeWords } from '../words/intake'
import type { Block } from './blocks'
import { sectionTitles } from './sections'
import { barCells } from './shapes/bars'
import { columnCells, columnRow, headerCells, type ColumnRow } from './shapes/columns'
import { linesOf, type Line } from './shapes/lines'
import { paragraphsOf, wrapWidth } from './shapes/prose'
import { sideBySide } from './shapes/side-by-side'
import { stackedFigures, stackedRows } from './shapes/stacked'

function blockOf({ number, part }: Line, text: string, cells: readonly string[]): Block {
  return { text, cells, place: intakeWords.line(number), ...(part !== undefined && { part }) }
}

/** The cells of a line that says by itself where they are, by tabs or bars; undefined for any other line. */
function markedCells({ text }: Line): string[] | undefined {
  return text.includes('\t') ? text.split('\t') : barCells(text)
}

/** A stretch of lines without marks between cells, all of one section. */
interface Part {
  lines: Line[]
  /** In the section of a table, where what looks like a row is one. */
  isInTable: boolean
}

/** Which lines of a part are rows, and with which cells. */
type Rows = ReadonlyMap<Line, readonly string[]>

/** How much speaks for each shape of a part: lines that are rows of figures, or single figures one below the other. */
function shapesOf({ lines, isInTable }: Part): { columns: ColumnRow[]; stacked: number } {
  return { columns: lines.flatMap((line) => columnRow(line, isInTable) ?? []), stacked: stackedFigures(lines) }
}

const FEWEST_STACKED = 3

function rowsOfPart(part: Part): { rows: Rows; taken: ReadonlySet<Line> } {
  const { columns, stacked } = shapesOf(part)
  const isStacked = stacked > columns.length && stacked >= (part.isInTable ? 1 : FEWEST_STACKED)
  if (isStacked) return stackedRows(part.lines)
  const rows = new Map<Line, readonly string[]>(columnCells(columns))
  if (part.isInTable) {
    for (const line of part.lines) {
      const headers = rows.has(line) ? undefined : headerCells(line)
      if (headers) rows.set(line, headers)
    }
  }
  return { rows, taken: new Set() }
}

function partBlocks(part: Part, width: number): Block[] {
  const { rows, taken } = rowsOfPart(part)
  const blocks: Block[] = []
  let prose: Line[] = []
  const endProse = () => {
    for (const { first, text } of paragraphsOf(prose, part.isInTable ? Infinity : width)) {
      blocks.push(blockOf(first, text, [text]))
    }
    prose = []
  }
  for (const line of part.lines) {
    const cells = rows.get(line)
    if (cells) {
      endProse()
      blocks.push(blockOf(line, line.text.trim(), cells))
    } else if (!taken.has(line)) prose.push(line)
  }
  endProse()
  return blocks
}

/**
 * The lines of a text as rows and paragraphs. Each line that has tabs or bars is a row by itself; the lines between
 * are taken section by section, for columns apart by blanks, for cells one below the other, or for prose.
 */
export function textBlocks(content: string): Block[] {
  const lines = sideBySide(linesOf(content))
  const marked = new Map(
    lines.flatMap((line) => {
      const cells = markedCells(line)
      return cells ? [[line, cells] as const] : []
    }),
  )
  const titles = sectionTitles(lines.filter((line) => !marked.has(line)))
  const width = wrapWidth(lines.filter((line) => !marked.has(line)))
  const blocks: Block[] = []
  let part: Part = { lines: [], isInTable: false }
  const endPart = (isInTable: boolean) => {
    for (const block of partBlocks(part, width)) blocks.push(block)
    part = { lines: [], isInTable }
  }
  for (const line of lines) {
    const cells = marked.get(line)
    const title = titles.get(line)
    if (cells) {
      endPart(part.isInTable)
      if (cells.length > 0) blocks.push(blockOf(line, line.text.trim(), cells))
    } else if (title) {
      endPart('table' in title.content)
      blocks.push(blockOf(line, line.text.trim(), [line.text.trim()]))
    } else part.lines.push(line)
  }
  endPart(false)
  return blocks
}
