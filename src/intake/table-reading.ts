import type { CellId, TableId } from '../form'
import { readFigure, type CellValue, type UnplacedRow } from '../report'
import type { Block } from './blocks'
import type { Placement } from './place-row'

/** A row that stands a second time in the source. */
interface RepeatedRow {
  label: string
  block: Block
  isSame: boolean
}

/** What was read of one table. */
export interface TableReading {
  table: TableId
  /** Read from these lines, headers not counted. */
  used: Set<Block>
  figures: Record<CellId, CellValue>
  unplaced: UnplacedRow[]
  /** Rows of the form that were not found. */
  missing: { label: string; cells: readonly CellId[] }[]
  repeated: RepeatedRow[]
}

export const emptyReading = (table: TableId): TableReading => ({
  table,
  used: new Set(),
  figures: {},
  unplaced: [],
  missing: [],
  repeated: [],
})

/** Puts a row's figures into the reading; where their cells are open the cells stay blank and the row is kept. */
export function take(reading: TableReading, cells: readonly CellId[], placement: Placement, block: Block): void {
  const { table, figures, unplaced } = reading
  const isPlaced = placement.kind === 'placed'
  cells.forEach((cell, i) => {
    figures[cell] = isPlaced ? readFigure(placement.written[i] ?? '') : null
  })
  if (isPlaced) return
  unplaced.push({ table, cells: [...cells], written: placement.written.map((text) => text.trim()), place: block.place })
}
