/** Where a write goes: its tab and cells, or an error if the workbook does not have them. */
import type { Write } from '../../../actions'
import { areaOf, parseReference } from '../../../workbook'
import { runWords } from '../../../words/actions'
import { eachPosition } from '../../book'
import type { Area, Sheet } from '../../book'
import type { Bench } from '../bench'
import type { CellWriter } from '../cell-writes'

export type Of<K extends Write['kind']> = Extract<Write, { kind: K }>

export interface Target {
  bench: Bench
  cells: CellWriter
}

export function tabOf({ bench }: Target, name: string): Sheet {
  const sheet = bench.tab(name)
  if (!sheet) throw new Error(runWords.tabGone(name))
  return sheet
}

/** Throws for cells that the tab does not have: the plan was made for another state of the workbook. */
export function inside(sheet: Sheet, area: Area): Area {
  const isInside = area.row + area.rows - 1 <= sheet.rows && area.column + area.columns - 1 <= sheet.columns
  if (!isInside) throw new Error(runWords.layoutChanged(sheet.name))
  return area
}

/** A block of values, notes or colours, cell by cell. */
export function eachOf<T>(
  sheet: Sheet,
  at: { row: number; column: number },
  lines: readonly (readonly T[])[],
  write: (row: number, column: number, value: T) => void,
): void {
  const area = { row: at.row, column: at.column, rows: lines.length, columns: lines[0]?.length ?? 0 }
  inside(sheet, area)
  lines.forEach((line, down) => line.forEach((value, across) => write(at.row + down, at.column + across, value)))
}

/** Cells named one by one, in A1 notation. */
export function eachNamed(sheet: Sheet, cells: readonly string[], write: (row: number, column: number) => void): void {
  for (const cell of cells) {
    const reference = parseReference(cell)
    if (!reference) throw new Error(`${cell} is not a cell`)
    eachPosition(inside(sheet, areaOf(reference, sheet)), write)
  }
}
