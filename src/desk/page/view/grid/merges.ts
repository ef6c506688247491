/** Merged cells, found by any cell of theirs. */
import { overlaps } from '../../../../workbook'
import { cellKey, eachPosition } from '../../../book/cells'
import type { Area } from '../../../book/model'

export interface Spot {
  row: number
  column: number
}

const oneCell = ({ row, column }: Spot): Area => ({ row, column, rows: 1, columns: 1 })

/** The smallest area that holds both. */
export function around(one: Area, other: Area): Area {
  const row = Math.min(one.row, other.row)
  const column = Math.min(one.column, other.column)
  const rows = Math.max(one.row + one.rows, other.row + other.rows) - row
  const columns = Math.max(one.column + one.columns, other.column + other.columns) - column
  return { row, column, rows, columns }
}

export const isSameArea = (one: Area, other: Area): boolean =>
  one.row === other.row && one.column === other.column && one.rows === other.rows && one.columns === other.columns

export class Merges {
  private readonly byCell = new Map<string, Area>()

  constructor(readonly all: readonly Area[]) {
    for (const area of all) eachPosition(area, (row, column) => this.byCell.set(cellKey(row, column), area))
  }

  /** The merge that a cell is in. */
  at(row: number, column: number): Area | undefined {
    return this.byCell.get(cellKey(row, column))
  }

  /** The cell, or the merge that it is in. */
  areaAt({ row, column }: Spot): Area {
    return this.at(row, column) ?? oneCell({ row, column })
  }

  /** Whether another cell's content stands here. */
  isCovered(row: number, column: number): boolean {
    const area = this.at(row, column)
    return area !== undefined && (area.row !== row || area.column !== column)
  }

  /** The area, made so large that it cuts no merge. */
  whole(area: Area): Area {
    let grown = area
    for (let before: Area | null = null; before !== grown;) {
      before = grown
      for (const merge of this.all) {
        if (overlaps(merge, grown)) {
          const next = around(merge, grown)
          if (!isSameArea(next, grown)) grown = next
        }
      }
    }
    return grown
  }
}
