/** Splits what is pasted or cleared into blocks of cells that may be written. */
import { cellAt } from '../../book/cells'
import { displayValue } from '../../book/display'
import type { Scalar, Sheet } from '../../book/model'
import { lockAt, lockReason } from './locks'
import type { TypedEdit } from './view'

export interface Blocks {
  edits: TypedEdit[]
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

const continues = (edit: TypedEdit, stretch: Stretch): boolean =>
  edit.column === stretch.from &&
  edit.row + edit.values.length === stretch.row &&
  edit.values[0]?.length === stretch.values.length

/** Rows of equal extent become one block, so that a table is pasted in few edits. */
export function openBlocks(sheet: Sheet, row: number, column: number, values: readonly (Scalar | null)[][]): Blocks {
  const blocks: Blocks = { edits: [], skipped: 0, reason: '' }
  values.forEach((line, offset) => {
    const at = row + offset
    if (at > sheet.rows) return
    const isOpen = (place: number) => {
      if (place > sheet.columns) return false
      const lock = lockAt(sheet, at, place)
      if (lock && !holdsAlready(sheet, at, place, line[place - column])) {
        blocks.skipped += 1
        blocks.reason ||= lockReason(sheet, at, place, lock)
      }
      return !lock
    }
    for (const stretch of openStretches(line, at, column, isOpen)) {
      const above = blocks.edits.find((edit) => continues(edit, stretch))
      if (above) above.values.push(stretch.values)
      else blocks.edits.push({ sheet: sheet.id, row: at, column: stretch.from, values: [stretch.values] })
    }
  })
  return blocks
}

function holdsAlready(sheet: Sheet, row: number, column: number, pasted: Scalar | null | undefined): boolean {
  const cell = cellAt(sheet, row, column)
  return displayValue(cell?.value, cell?.style?.numberFormat) === String(pasted ?? '').trim()
}
