/** Ranges given in A1 notation. */
import { parseArea } from '../../../../src/workbook'
import type { Sheet } from '../../../../src/desk/book'
import { rangeFace } from './range'

/** `A1` or `A1:B2` on the tab; tabs, whole lines and names in the notation are not in the double. */
export function notedRange(sheet: Sheet, notation: string): GoogleAppsScript.Spreadsheet.Range {
  const parsed = parseArea(notation)
  if (!parsed || parsed.sheet !== null) throw new Error('Range not found')
  return rangeFace(sheet, parsed.area)
}
