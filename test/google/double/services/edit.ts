/** A person's edit, told to the script's onEdit. No lock of the bundle's refuses one, and no rule of its cells. */
import { eachPosition } from '../../../../src/desk/book'
import type { Area, Scalar, Sheet } from '../../../../src/desk/book'
import { writeValue } from './cell-values'
import { rangeFace } from './range'
import { running } from './running'

/** What the script's `onEdit(e)` is given, as far as the bundle looks at it. */
export interface EditEvent {
  range: GoogleAppsScript.Spreadsheet.Range
}

export function makeEdit(sheet: Sheet, area: Area, values: readonly (readonly Scalar[])[]): EditEvent {
  const range = rangeFace(sheet, area)
  eachPosition(area, (row, column) => writeValue(sheet, row, column, values[row - area.row]?.[column - area.column]))
  running().active = { sheet, row: area.row, column: area.column }
  return { range }
}
