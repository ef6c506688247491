/** Rows without a height of their own fit their wrapped text, as in a spreadsheet. */
import { ICommandService } from '@univerjs/core'
import type { Injector } from '@univerjs/core'
import { IRenderManagerService } from '@univerjs/engine-render'
import { SetWorksheetRowAutoHeightMutation } from '@univerjs/sheets'
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui'
import { positionOf } from '../../../book/cells'
import type { Cell, Sheet } from '../../../book/model'

interface Cells {
  startRow: number
  endRow: number
  startColumn: number
  endColumn: number
}

/** Each wrapped cell by itself: Univer would count those of hidden columns as well. */
function cellsToFit(sheet: Sheet, rows: ReadonlySet<number>): Cells[] {
  return Object.entries(sheet.cells).flatMap(([key, { style }]) => {
    const { row, column } = positionOf(key)
    if (!rows.has(row) || !style?.wrap || sheet.hiddenColumns.includes(column)) return []
    return { startRow: row - 1, endRow: row - 1, startColumn: column - 1, endColumn: column - 1 }
  })
}

export function fitRows(
  injector: Injector,
  unitId: string,
  sheet: Sheet,
  changed: Readonly<Record<string, Cell | null>> = sheet.cells,
): void {
  const free = Object.keys(changed).flatMap((key) => {
    const { row } = positionOf(key)
    return sheet.rowHeights[row] === undefined ? row : []
  })
  const render = injector.get(IRenderManagerService).getRenderById(unitId)
  const subUnitId = String(sheet.id)
  const skeleton = render?.with(SheetSkeletonManagerService).getSkeletonParam(subUnitId)?.skeleton
  if (!skeleton || free.length === 0) return
  const heights = new Map<number, number>()
  for (const { row, autoHeight = 0 } of skeleton.calculateAutoHeightInRange(cellsToFit(sheet, new Set(free)))) {
    heights.set(row, Math.max(heights.get(row) ?? 0, autoHeight))
  }
  const rowsAutoHeightInfo = [...heights].map(([row, autoHeight]) => ({ row, autoHeight }))
  const params = { unitId, subUnitId, rowsAutoHeightInfo }
  injector.get(ICommandService).syncExecuteCommand(SetWorksheetRowAutoHeightMutation.id, params)
}
