/** What a patch does to cells, as people read it. */
import { a1 } from '../../workbook'
import { cellAt, displayValue, positionOf } from '../book'
import type { Book, Cell, Scalar, Sheet } from '../book'
import type { BookPatch, CellChange } from '../protocol'

/** What was typed into a cell: its formula, or its value; null for a blank. */
export function contentOf(cell: Cell | null | undefined): Scalar | null {
  if (cell?.formula !== undefined) return cell.formula
  const value = cell?.value
  if (value === undefined) return null
  return typeof value === 'object' ? displayValue(value, cell?.style?.numberFormat) : value
}

export const cellName = (sheet: Sheet, row: number, column: number): string => `${sheet.name}!${a1({ row, column })}`

function changesIn(sheet: Sheet, keys: Iterable<string>, before: Sheet | undefined): CellChange[] {
  return [...keys].flatMap((key) => {
    const { row, column } = positionOf(key)
    const from = contentOf(before && cellAt(before, row, column))
    const to = contentOf(cellAt(sheet, row, column))
    return from === to ? [] : [{ sheet: sheet.id, row, column, cell: cellName(sheet, row, column), from, to }]
  })
}

/** The cells whose content a patch changes; results of formulas are not content. */
export function cellChanges(before: Book, after: Book, patch: BookPatch): CellChange[] {
  const old = new Map(before.sheets.map((sheet) => [sheet.id, sheet]))
  const whole = new Set((patch.sheets ?? []).map(({ id }) => id))
  return after.sheets.flatMap((sheet) => {
    const was = old.get(sheet.id)
    const keys = whole.has(sheet.id)
      ? new Set([...Object.keys(was?.cells ?? {}), ...Object.keys(sheet.cells)])
      : Object.keys(patch.cells[sheet.id] ?? {})
    return changesIn(sheet, keys, was)
  })
}
