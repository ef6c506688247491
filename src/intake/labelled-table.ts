import { isRow, type Block } from './blocks'
import { keyOf } from './key'
import { LearnedStarts, placeRow, type Placement, type RowShape } from './place-row'
import { firstFigureColumn, isHeaderRow, labelledRows, type FormRowCells } from './rows-of-form'
import { emptyReading, take, type TableReading } from './table-reading'

interface LabelledRow {
  row: FormRowCells
  block: Block
  /** Index of the cell that holds the label. */
  at: number
}

const LABEL_CELLS = 3

/** A row's label is the last of its first cells that names a row of the form; cells before it may hold a heading. */
function labelled(block: Block, rows: ReadonlyMap<string, FormRowCells>): LabelledRow[] {
  if (!isRow(block)) return []
  const first = block.cells.slice(0, LABEL_CELLS)
  const known = first.flatMap((cell, at) => {
    const row = rows.get(keyOf(cell))
    return row ? [{ row, block, at }] : []
  })
  return isHeaderRow(first) ? [] : known.slice(-1)
}

const written = (placement: Placement): string => placement.written.map((text) => text.trim()).join('\t')

const shapeOf = ({ row, block, at }: LabelledRow): RowShape => ({
  labelColumn: at,
  width: row.cells.length,
  length: block.cells.length,
})

function place(entry: LabelledRow, starts: LearnedStarts): Placement {
  const { row, block, at } = entry
  return placeRow(block.cells, at + 1, row.cells.length, (possible) => starts.choose(shapeOf(entry), possible))
}

function learnStarts(found: readonly LabelledRow[], official: number): LearnedStarts {
  const starts = new LearnedStarts(official)
  for (const entry of found) {
    const { row, block, at } = entry
    const full = placeRow(block.cells, at + 1, row.cells.length, () => undefined)
    if (full.kind === 'placed' && full.start >= 0) starts.learn(shapeOf(entry), full.start)
  }
  return starts
}

/** Table 2 or 3 out of lines: each row found by its label, its figures by their order. */
export function readLabelledTable(table: 'table2' | 'table3', blocks: readonly Block[]): TableReading {
  const rows = labelledRows[table]
  const found = blocks.flatMap((block) => labelled(block, rows))
  const starts = learnStarts(found, firstFigureColumn(table))
  const reading = emptyReading(table)
  const taken = new Map<FormRowCells, string>()
  for (const entry of found) {
    const { row, block } = entry
    const placement = place(entry, starts)
    const before = taken.get(row)
    reading.used.add(block)
    if (before === undefined) {
      taken.set(row, written(placement))
      take(reading, row.cells, placement, block)
    } else reading.repeated.push({ label: row.label, block, isSame: before === written(placement) })
  }
  reading.missing = [...new Set(rows.values())].filter((row) => !taken.has(row))
  return reading
}
