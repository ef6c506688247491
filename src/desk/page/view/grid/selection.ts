/** Which cells are selected, and where keys lead: as in Excel, through merges and hidden lines. Pure. */
import type { Area } from '../../../book/model'
import { around, isSameArea } from './merges'
import type { Merges, Spot } from './merges'

/** The tab, as far as a selection needs it. */
export interface Ground {
  readonly merges: Pick<Merges, 'areaAt' | 'whole' | 'isCovered'>
  readonly rowCount: number
  readonly columnCount: number
  isRowHidden: (row: number) => boolean
  isColumnHidden: (column: number) => boolean
  isFilled: (row: number, column: number) => boolean
  isOpen: (row: number, column: number) => boolean
}

export interface Cursor {
  /** The active cell: where typing goes. Of a merge, the cell by which it was entered, so that the way goes on there. */
  active: Spot
  /** The other end of the selection. */
  head: Spot
  area: Area
}

/** Before a tab is shown. */
export const begin: Cursor = {
  active: { row: 1, column: 1 },
  head: { row: 1, column: 1 },
  area: { row: 1, column: 1, rows: 1, columns: 1 },
}

/** One step: rows down, columns to the right. */
export type Direction = readonly [number, number]

export const corner = (ground: Ground, spot: Spot): Spot => {
  const { row, column } = ground.merges.areaAt(spot)
  return { row, column }
}

function between(ground: Ground, one: Spot, other: Spot): Area {
  const { merges } = ground
  return merges.whole(around(merges.areaAt(one), merges.areaAt(other)))
}

export function at(ground: Ground, spot: Spot, head: Spot = spot): Cursor {
  return { active: spot, head, area: between(ground, spot, head) }
}

export const isOneCell = (ground: Ground, { area, active }: Cursor): boolean =>
  isSameArea(area, ground.merges.areaAt(active))

function isOutside(ground: Ground, { row, column }: Spot): boolean {
  return row < 1 || column < 1 || row > ground.rowCount || column > ground.columnCount
}

/** The next cell that is shown, beyond the merge that this one is in; at the edge: this one. */
export function step(ground: Ground, spot: Spot, [down, right]: Direction): Spot {
  const area = ground.merges.areaAt(spot)
  const next = { ...spot }
  if (down > 0) next.row = area.row + area.rows
  if (down < 0) next.row = area.row - 1
  if (right > 0) next.column = area.column + area.columns
  if (right < 0) next.column = area.column - 1
  const isHidden = () => (down !== 0 ? ground.isRowHidden(next.row) : ground.isColumnHidden(next.column))
  while (!isOutside(ground, next) && isHidden()) {
    next.row += down
    next.column += right
  }
  return isOutside(ground, next) ? spot : next
}

const isSame = (one: Spot, other: Spot): boolean => one.row === other.row && one.column === other.column

/** To the end of the filled cells, or to the next filled one; else to the edge. */
function jump(ground: Ground, spot: Spot, direction: Direction): Spot {
  const isFilled = ({ row, column }: Spot) => ground.isFilled(row, column)
  let here = spot
  let next = step(ground, here, direction)
  const isRun = isFilled(here) && isFilled(next)
  while (!isSame(here, next)) {
    if (isRun && !isFilled(next)) return here
    here = next
    if (!isRun && isFilled(here)) return here
    next = step(ground, here, direction)
  }
  return here
}

export function moved(
  ground: Ground,
  cursor: Cursor,
  direction: Direction,
  isJump: boolean,
  isExtended: boolean,
): Cursor {
  const go = isJump ? jump : step
  if (!isExtended) return at(ground, go(ground, cursor.active, direction))
  return at(ground, cursor.active, go(ground, cursor.head, direction))
}

/** To a cell; extended: the selection reaches there. */
export function to(ground: Ground, cursor: Cursor, spot: Spot, isExtended: boolean): Cursor {
  return isExtended ? at(ground, cursor.active, spot) : at(ground, spot)
}

/** By Enter or Tab inside a selection of several cells: the next of them, round and round. */
export function cycled(ground: Ground, cursor: Cursor, isDown: boolean, isBack: boolean): Cursor {
  const { area, head } = cursor
  const count = area.rows * area.columns
  const first = corner(ground, cursor.active)
  const from = isDown
    ? (first.column - area.column) * area.rows + first.row - area.row
    : (first.row - area.row) * area.columns + first.column - area.column
  for (let by = 1; by <= count; by++) {
    const place = (from + (isBack ? -by : by) + count) % count
    const spot = isDown
      ? { row: area.row + (place % area.rows), column: area.column + Math.floor(place / area.rows) }
      : { row: area.row + Math.floor(place / area.columns), column: area.column + (place % area.columns) }
    const isHidden = ground.isRowHidden(spot.row) || ground.isColumnHidden(spot.column)
    if (!isHidden && !ground.merges.isCovered(spot.row, spot.column)) return { active: spot, head, area }
  }
  return cursor
}

/** The next cell in reading order that one may fill; null: there is none on the tab. Round the end to the beginning. */
export function nextOpen(ground: Ground, spot: Spot, isBack: boolean): Spot | null {
  const { rowCount, columnCount } = ground
  const count = rowCount * columnCount
  const { row, column } = corner(ground, spot)
  const from = (row - 1) * columnCount + column - 1
  for (let by = 1; by <= count; by++) {
    const place = (from + (isBack ? -by : by) + count) % count
    const next = { row: Math.floor(place / columnCount) + 1, column: (place % columnCount) + 1 }
    if (ground.isOpen(next.row, next.column)) return next
  }
  return null
}
