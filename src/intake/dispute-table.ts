import { intakeWords as words } from '../words/intake'
import { isRow, type Block } from './blocks'
import { Columns } from './columns'
import { isFigureText } from './figure-text'
import { keyOf } from './key'
import { LearnedStarts, placedAtEnd, placeRow } from './place-row'
import { disputeCells, isDisputeHeader, isHeaderRow, rowsOf } from './rows-of-form'
import type { Header } from './table-header'
import { emptyReading, type TableReading } from './table-reading'

const { table2, table3 } = rowsOf['2019']
const isLabel = (cell: string): boolean => {
  const key = keyOf(cell)
  return key !== '' && (table2.byKey.has(key) || table3.byKey.has(key) || rowsOf['2021'].table3.byKey.has(key))
}

const hasFigures = (block: Block) => block.cells.some((cell) => cell.trim() !== '')
const isText = (cell: string) => cell.trim() !== '' && !isFigureText(cell.trim())

/** A row without a header must have so many figures to be table 4's: no other table is as wide. */
const FEWEST_ALONE = 12

/** The rows of figures below a header of table 4, or too wide for any other table; one list a table. */
function figureRows(blocks: readonly Block[]): Block[][] {
  const tables: Block[][] = []
  let isBelowHeader = false
  let current: Block[] = []
  const end = () => {
    if (current.length > 0) tables.push(current)
    current = []
  }
  for (const block of blocks) {
    const { cells } = block
    if (!isRow(block)) {
      end()
      isBelowHeader &&= isDisputeHeader(block.text.split(/\s+/))
    } else if (isDisputeHeader(cells)) {
      end()
      isBelowHeader = true
    } else if (!isHeaderRow(cells) && !cells.slice(0, 3).some(isLabel)) {
      const isWide = cells.length >= FEWEST_ALONE && !cells.some(isText) && hasFigures(block)
      if (isBelowHeader || isWide || block.figures === disputeCells.length) current.push(block)
    }
  }
  end()
  return tables
}

interface Row {
  block: Block
  /** The lines that it was read from. */
  used: readonly Block[]
  /** What stands above it, where it is put together from several rows. */
  header?: Header | undefined
}

function readRow({ block, used, header }: Row, columns: Columns): TableReading {
  const { cells } = block
  const reading = emptyReading('table4')
  const starts = new LearnedStarts(0)
  const width = disputeCells.length
  const shape = { labelColumn: 0, width, length: cells.length }
  const placement =
    block.figures === width
      ? placedAtEnd(cells, width)
      : placeRow(cells, 0, width, (possible) => starts.choose(shape, possible))
  columns.take(reading, disputeCells, placement, block, header)
  used.forEach((one) => reading.used.add(one))
  const [first] = used
  if (first) reading.first = first
  return reading
}

const COLUMNS = 5

/** Table 4 printed group by group, one below the other: rows of 5 or 10 figures that together are 15. */
function joinedGroups(rows: readonly Block[], columns: Columns): Row | undefined {
  const figures = rows.map(({ cells, doubts }) =>
    cells.flatMap((cell, i) => (isFigureText(cell.trim()) ? [{ cell, doubt: doubts?.get(i) }] : [])),
  )
  const isGroups = figures.every(({ length }) => length > 0 && length % COLUMNS === 0)
  const all = figures.flat()
  const [first] = rows
  if (!first || !isGroups || rows.length < 2 || all.length !== disputeCells.length) return undefined
  const doubts = new Map(all.flatMap(({ doubt }, i) => (doubt ? [[i, doubt] as const] : [])))
  const block = { ...first, cells: all.map(({ cell }) => cell), ...(doubts.size > 0 && { doubts }) }
  const header = columns.headerOfGroups(
    rows.map((row, i) => ({ block: row, groups: (figures[i]?.length ?? 0) / COLUMNS })),
  )
  return { block, used: rows, header }
}

const isFull = ({ cells }: Block) => cells.filter((cell) => isFigureText(cell.trim())).length === disputeCells.length
const printed = ({ cells }: Block) => cells.map((cell) => cell.trim()).join('\t')

/** Below a row of figures stands another one, and nothing says which of them is the year's: neither is taken. */
function withRivals(block: Block, rows: readonly Block[]): Block {
  const rivals = rows.filter((row) => isFull(row) && printed(row) !== printed(block))
  if (!isFull(block) || rivals.length === 0) return block
  const doubt = { reason: 'stacked', why: words.stacked }
  return { ...block, doubts: new Map(block.cells.map((_, i) => [i, doubt])) }
}

/** Every table 4 among the lines: the first row of figures below a header; they have no label and go by their order. */
export function readDisputeTables(blocks: readonly Block[]): TableReading[] {
  const tables = figureRows(blocks)
  const columns = new Columns('table4', blocks)
  const groups = joinedGroups(tables.flat(), columns)
  if (groups) return [readRow(groups, columns)]
  return tables.flatMap((rows) => {
    const block = rows.find(hasFigures) ?? rows[0]
    return block
      ? [readRow({ block: withRivals(block, rows), used: [block], header: columns.headerAbove(block) }, columns)]
      : []
  })
}
