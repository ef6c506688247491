/** Which rows and columns of a merge are drawn. */
import type { RowSpan } from './rows-shown'
import type { Tab } from './tab'

export function firstShown(tab: Tab, column: number, columns: number): number {
  for (let at = column; at < column + columns; at++) if (!tab.isColumnHidden(at)) return at
  return column
}

/** Of a merge: the rows and columns of it that are drawn. */
export function span(
  td: HTMLTableCellElement,
  tab: Tab,
  { row: top, column, rows, columns }: { row: number; column: number; rows: number; columns: number },
  row: number,
  drawn: RowSpan,
): void {
  let [down, across] = [0, 0]
  const isFrozen = row <= tab.sheet.frozenRows && row < drawn.from
  const last = Math.min(top + rows - 1, isFrozen ? tab.sheet.frozenRows : drawn.to)
  for (let at = row; at <= last; at++) if (!tab.isRowHidden(at)) down += 1
  for (let at = column; at < column + columns; at++) if (!tab.isColumnHidden(at)) across += 1
  if (down > 1) td.rowSpan = down
  if (across > 1) td.colSpan = across
}
