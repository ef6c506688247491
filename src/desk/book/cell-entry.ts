/** Puts an entry, or one field of a look, into a single cell. */
import { contains } from '../../workbook'
import type { Calculator } from './calculator'
import { cellAt, changeCell } from './cells'
import type { Entry } from './entry'
import type { CellStyle, Sheet } from './model'

/**
 * Whether a merge covers the cell, and it is not the first one. Such a cell keeps nothing that is written to it, as in
 * Google Sheets: people's edits there are refused, see the office's typed.ts.
 */
export function isCovered(sheet: Sheet, row: number, column: number): boolean {
  return sheet.merges.some((merge) => contains(merge, row, column) && !(merge.row === row && merge.column === column))
}

/** The cell keeps its look; the number format of the entry counts only if the cell has none. */
export function putEntry(calculator: Calculator, sheet: Sheet, row: number, column: number, entry: Entry): void {
  const { value, formula, numberFormat } = entry
  const before = cellAt(sheet, row, column)
  const isFormula = formula !== undefined || before?.formula !== undefined
  const isSame = !isFormula && value === before?.value && numberFormat === undefined
  if (isSame || isCovered(sheet, row, column)) return
  const format = before?.style?.numberFormat ?? numberFormat
  const style = format === undefined ? before?.style : { ...before?.style, numberFormat: format }
  if (!changeCell(sheet, row, column, { value, formula, style })) return
  calculator.touch(sheet, row, column, isFormula)
}

/** Sets one field of a cell's look; undefined takes it away. */
export function changeStyle<Field extends keyof CellStyle>(
  sheet: Sheet,
  row: number,
  column: number,
  field: Field,
  value: CellStyle[Field] | undefined,
): void {
  const style: CellStyle = { ...cellAt(sheet, row, column)?.style }
  if (value === undefined) Reflect.deleteProperty(style, field)
  else style[field] = value
  changeCell(sheet, row, column, { style: Object.keys(style).length > 0 ? style : undefined })
}
