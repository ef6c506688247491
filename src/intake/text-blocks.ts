import { intakeWords } from '../words/intake'
import type { TableId } from '../form'
import type { Block } from './blocks'
import { sectionTitles } from './sections'
import { barCells } from './shapes/bars'
import { ColumnTable, type RowCells } from './shapes/column-table'
import { columnRow, headerCells, type ColumnRow } from './shapes/columns'
import { linesOf, type TextLine } from './shapes/lines'
import { paragraphsOf, UNWRAPPED, wrapOf, type Wrap } from './shapes/prose'
import { sideBySide } from './shapes/side-by-side'
import { stackedFigures, stackedRows } from './shapes/stacked'

function blockOf({ number, part }: TextLine, text: string, row: RowCells): Block {
  return { text, ...row, place: intakeWords.line(number), ...(part !== undefined && { part }) }
}

/** The cells of a line that says by itself where they are, by tabs or bars; undefined for any other line. */
function markedCells({ text }: TextLine): string[] | undefined {
  return text.includes('\t') ? text.split('\t') : barCells(text)
}

/** A stretch of lines without marks between cells, all of one section. */
interface Part {
  lines: TextLine[]
  /** In the section of a table what looks like a row is one. */
  table?: TableId | undefined
}

/** Which lines of a part are rows, and with which cells. */
type Rows = ReadonlyMap<TextLine, RowCells>

function columnRows({ lines, table }: Part, byLine: ReadonlyMap<TextLine, ColumnRow>): Rows {
  const columns = new ColumnTable(table)
  for (const line of lines) columns.learn(line, byLine.get(line))
  return new Map(
    lines.flatMap((line) => {
      const headers = table && !byLine.has(line) ? headerCells(line) : undefined
      const row = columns.cellsOf(line, byLine.get(line)) ?? (headers && { cells: headers })
      return row ? [[line, row] as const] : []
    }),
  )
}

const FEWEST_STACKED = 3

/** The rows of a part, by the more frequent shape: rows of figures, or single figures one below the other. */
function rowsOfPart(part: Part): { rows: Rows; taken: ReadonlySet<TextLine> } {
  const { lines, table } = part
  const stacked = stackedFigures(lines)
  const byLine = new Map(
    lines.flatMap((line) => {
      const row = columnRow(line, table !== undefined)
      return row ? [[line, row] as const] : []
    }),
  )
  if (stacked > byLine.size && stacked >= (table ? 1 : FEWEST_STACKED)) return stackedRows(lines)
  return { rows: columnRows(part, byLine), taken: new Set() }
}

function partBlocks(part: Part, wrap: Wrap): Block[] {
  const { rows, taken } = rowsOfPart(part)
  const blocks: Block[] = []
  let prose: TextLine[] = []
  const endProse = () => {
    for (const { first, text } of paragraphsOf(prose, part.table ? UNWRAPPED : wrap)) {
      blocks.push(blockOf(first, text, { cells: [text] }))
    }
    prose = []
  }
  for (const line of part.lines) {
    const row = rows.get(line)
    if (row) {
      endProse()
      blocks.push(blockOf(line, line.text.trim(), row))
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
  const wrap = wrapOf(lines.filter((line) => !marked.has(line)))
  const blocks: Block[] = []
  let part: Part = { lines: [] }
  const endPart = (table?: TableId) => {
    for (const block of partBlocks(part, wrap)) blocks.push(block)
    part = { lines: [], table }
  }
  for (const line of lines) {
    const cells = marked.get(line)
    const title = titles.get(line)
    if (cells) {
      endPart(part.table)
      if (cells.length > 0) blocks.push(blockOf(line, line.text.trim(), { cells }))
    } else if (title) {
      endPart('table' in title.content ? title.content.table : undefined)
      blocks.push(blockOf(line, line.text.trim(), { cells: [line.text.trim()] }))
    } else part.lines.push(line)
  }
  endPart()
  return blocks
}
