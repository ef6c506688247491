import type { SheetGrid } from '../../actions'
import { displayValue, placeOf } from '../book'
import type { Cell, Sheet } from '../book'
import { unreadable } from './error'

/** Cells of all sheets together; a report has some four hundred. */
const MOST_CELLS = 2_000_000
/** What stands farther right stands beside a table, not in one: it is moved up to it. */
const MOST_COLUMNS = 64
const EXACT_DIGITS = 15

const isDateFormat = (format: string): boolean => /[ymdhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''))

/** A number as it is, a share or a date as it is shown: `0.5` in the format `0%` reads `50%`. */
function shown({ value, style }: Cell): string {
  const format = style?.numberFormat ?? ''
  if (typeof value !== 'number') return displayValue(value, format)
  if (format.includes('%') || (isDateFormat(format) && !/general/i.test(format))) return displayValue(value, format)
  const exact = Number(value.toPrecision(EXACT_DIGITS))
  return Number.isInteger(exact) && Math.abs(exact) < 1e21 ? BigInt(exact).toString() : String(exact)
}

function put(row: string[], column: number, text: string): void {
  const at = column <= MOST_COLUMNS ? column - 1 : Math.max(row.length, MOST_COLUMNS)
  while (row.length < at) row.push('')
  row[at] = text
}

/** A foreign sheet as rows of shown texts, all of one width. */
export function gridOf({ name, hidden, cells }: Sheet): SheetGrid {
  const rows: string[][] = []
  for (const [key, cell] of Object.entries(cells)) {
    const text = shown(cell).trim()
    if (text === '') continue
    const { row, column } = placeOf(key)
    put((rows[row - 1] ??= []), column, text)
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (width * rows.length > MOST_CELLS) throw unreadable('tooLarge')
  const full = Array.from(rows, (row = []) => [...row, ...Array.from({ length: width - row.length }, () => '')])
  return { name, isHidden: hidden, rows: full }
}
