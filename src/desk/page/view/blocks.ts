/** Splits what is pasted, filled in or cleared into blocks of cells that may be written. */
import { cellAt } from '../../book/cells'
import { displayValue } from '../../book/display'
import { contains } from '../../../workbook'
import { pageWords } from '../../../words/desk-page'
import type { Scalar, Sheet } from '../../book/model'
import { lockAt, lockReason } from './locks'
import type { TypedBlock } from './view'

export interface Blocks {
  blocks: TypedBlock[]
  /** Cells left as they are because they are locked; those that hold the pasted value anyway are not counted. */
  skipped: number
  /** Of the first skipped cell. */
  reason: string
}

interface Stretch {
  row: number
  from: number
  values: (Scalar | null)[]
}

function openStretches(
  values: readonly (Scalar | null)[],
  row: number,
  column: number,
  isOpen: (at: number) => boolean,
): Stretch[] {
  const stretches: Stretch[] = []
  let last: Stretch | undefined
  values.forEach((value, index) => {
    const at = column + index
    if (!isOpen(at)) {
      last = undefined
      return
    }
    if (!last) stretches.push((last = { row, from: at, values: [] }))
    last.values.push(value)
  })
  return stretches
}

const continues = (block: TypedBlock, stretch: Stretch): boolean =>
  block.column === stretch.from &&
  block.row + block.values.length === stretch.row &&
  block.values[0]?.length === stretch.values.length

/** Why nothing can be written there; null: it can. Cells beneath a merge hold nothing that could be seen. */
function obstacleAt(sheet: Sheet, row: number, column: number): string | null {
  const lock = lockAt(sheet, row, column)
  if (lock) return lockReason(sheet, row, column, lock)
  const merge = sheet.merges.find((area) => contains(area, row, column))
  return merge && (merge.row !== row || merge.column !== column) ? pageWords.covered : null
}

/** Rows of equal extent become one block, so that a table is pasted in few. */
export function openBlocks(sheet: Sheet, row: number, column: number, values: readonly (Scalar | null)[][]): Blocks {
  const found: Blocks = { blocks: [], skipped: 0, reason: '' }
  values.forEach((line, offset) => {
    const at = row + offset
    if (at > sheet.rows) return
    const isOpen = (place: number) => {
      if (place > sheet.columns) return false
      const obstacle = obstacleAt(sheet, at, place)
      if (obstacle !== null && !holdsAlready(sheet, at, place, line[place - column])) {
        found.skipped += 1
        found.reason ||= obstacle
      }
      return obstacle === null
    }
    for (const stretch of openStretches(line, at, column, isOpen)) {
      const above = found.blocks.find((block) => continues(block, stretch))
      if (above) above.values.push(stretch.values)
      else found.blocks.push({ sheet: sheet.id, row: at, column: stretch.from, values: [stretch.values] })
    }
  })
  return found
}

function holdsAlready(sheet: Sheet, row: number, column: number, pasted: Scalar | null | undefined): boolean {
  const cell = cellAt(sheet, row, column)
  return displayValue(cell?.value, cell?.style?.numberFormat) === String(pasted ?? '').trim()
}
