/** Places of a tab that the view asks for. */
import type { Sheet } from '../../../book/model'
import type { Spot } from './merges'
import { Tab } from './tab'

/** Where typing starts on a tab: its first open cell. */
export function firstOpen({ protections }: Sheet): Spot {
  const [open] = protections.flatMap((protection) => protection.open)
  return { row: open?.row ?? 1, column: open?.column ?? 1 }
}

/** The first cell of the row that one may fill. */
export function openIn(shown: Tab | null, sheet: Sheet, row: number): Spot | null {
  const tab = shown?.sheet === sheet ? shown : new Tab(sheet, 0, 1)
  for (let column = 1; column <= tab.columnCount; column++) if (tab.isOpen(row, column)) return { row, column }
  return null
}

/** Whether one of the cells stands outside of what is shown, or too near to its edge. */
export function isBeyond(tab: Tab, cells: object): boolean {
  return Object.keys(cells).some((key) => {
    const [row = 0, column = 0] = key.split(',').map(Number)
    return row > tab.rowCount - 1 || column > tab.columnCount
  })
}

/** The nearest place on the tab. */
export const inside = ({ rowCount, columnCount }: Tab, { row, column }: Spot): Spot => ({
  row: Math.min(Math.max(row, 1), rowCount),
  column: Math.min(Math.max(column, 1), columnCount),
})
