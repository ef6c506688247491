import type { CellId, TableId } from '../form'
import { placeInTable, type Finding } from '../checks'
import { intakeWords as words } from '../words/intake'
import { tabNames } from '../words/tabs'
import type { Block } from './blocks'
import { sourceFinding } from './findings'
import type { Placement } from './place-row'

/** Index of a figure's cell in its row; -1 where the row's figures were not placed. */
const columnOf = (placement: Placement, figure: number): number =>
  placement.kind === 'placed' && placement.start >= 0 ? placement.start + figure : -1

/** Whether a figure of a row may not be taken. Of a row that is not placed none may, if one of its cells is doubtful. */
export const isDoubtful = (block: Block, placement: Placement, figure: number): boolean =>
  block.doubts !== undefined &&
  (placement.kind === 'open' || placement.start < 0 || block.doubts.has(columnOf(placement, figure)))

/** `READ.DOUBT`: the figures of a row that cannot be trusted, each with its cell where that is known. */
export function doubtsIn(
  table: TableId,
  cells: readonly CellId[],
  placement: Placement,
  block: Block,
): { cell: CellId | undefined; finding: Finding }[] {
  if (!block.doubts) return []
  const start = columnOf(placement, 0)
  return [...block.doubts].flatMap(([column, { reason, why }]) => {
    const cell = start < 0 ? undefined : cells[column - start]
    if (start >= 0 && !cell) return []
    const where = cell ? placeInTable(cell) : words.placeIn(tabNames[table], block.place)
    const message = words.doubtful(where, (block.cells[column] ?? '').trim(), why)
    const rests = [reason, block.place, String(column), block.text]
    const finding = sourceFinding('READ.DOUBT', 'warning', {
      message,
      rests,
      cells: cell ? [cell] : [],
      quote: block.text,
    })
    return [{ cell, finding }]
  })
}
