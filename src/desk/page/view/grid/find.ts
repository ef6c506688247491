/** Finding in the whole workbook, and replacing in texts. Pure. */
import { cellAt, positionOf } from '../../../book/cells'
import { displayValue } from '../../../book/display'
import { protectionAt } from '../../../book/locks'
import type { Book, Sheet } from '../../../book/model'
import type { SheetPosition } from '../view'

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

function placesIn(sheet: Sheet, sought: string): SheetPosition[] {
  const places: SheetPosition[] = []
  for (const key in sheet.cells) {
    const cell = sheet.cells[key]
    if (cell?.value === undefined) continue
    const text = displayValue(cell.value, cell.style?.numberFormat)
    if (!folded(text).includes(sought)) continue
    const { row, column } = positionOf(key)
    if (!sheet.hiddenColumns.includes(column) && !sheet.hiddenRows.includes(row)) {
      places.push({ sheet: sheet.id, row, column })
    }
  }
  return places.sort((one, other) => one.row - other.row || one.column - other.column)
}

/** Every cell with the text, tab by tab and row by row; full-width and capital letters count as plain ones. */
export function found({ sheets }: Book, text: string): SheetPosition[] {
  const sought = folded(text)
  if (sought === '') return []
  return sheets.filter(({ hidden }) => !hidden).flatMap((sheet) => placesIn(sheet, sought))
}

/** The words, exactly so, in a text that one may change. */
export function isReplaceable(sheet: Sheet, row: number, column: number, text: string): boolean {
  const cell = cellAt(sheet, row, column)
  if (typeof cell?.value !== 'string' || cell.formula !== undefined || text === '') return false
  return cell.value.includes(text) && !protectionAt(sheet, row, column)
}

/** The text with every occurrence replaced; null: there is none that can be. */
export function replacedText(sheet: Sheet, row: number, column: number, text: string, other: string): string | null {
  const value = cellAt(sheet, row, column)?.value
  if (typeof value !== 'string' || !isReplaceable(sheet, row, column, text)) return null
  const next = value.split(text).join(other)
  return next === value ? null : next
}
