import { isRow, type Block } from './blocks'
import { keyOf } from './key'
import { LearnedStarts, placeRow } from './place-row'
import { disputeCells, isDisputeHeader, isHeaderRow, labelledRows } from './rows-of-form'
import { emptyReading, take, type TableReading } from './table-reading'

const isLabelled = (block: Block) =>
  block.cells.some((cell) => labelledRows.table2.has(keyOf(cell)) || labelledRows.table3.has(keyOf(cell)))

/** Rows of figures under table 4's header, up to the next paragraph. */
function figureRows(blocks: readonly Block[]): Block[] {
  const rows: Block[] = []
  let isBelowHeader = false
  for (const block of blocks) {
    if (!isRow(block)) isBelowHeader = false
    else if (isDisputeHeader(block.cells)) isBelowHeader = true
    else if (isBelowHeader && !isHeaderRow(block.cells) && !isLabelled(block)) rows.push(block)
  }
  return rows
}

const hasFigures = (block: Block) => block.cells.some((cell) => cell.trim() !== '')

/** Table 4 out of lines: the first row of figures below its header; figures have no label and go by their order. */
export function readDisputeTable(blocks: readonly Block[]): TableReading {
  const reading = emptyReading('table4')
  const rows = figureRows(blocks)
  const block = rows.find(hasFigures) ?? rows[0]
  if (!block) return reading
  const starts = new LearnedStarts(0)
  const width = disputeCells.length
  const shape = { labelColumn: 0, width, length: block.cells.length }
  take(
    reading,
    disputeCells,
    placeRow(block.cells, 0, width, (possible) => starts.choose(shape, possible)),
    block,
  )
  reading.used.add(block)
  return reading
}
