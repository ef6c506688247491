/** A cell's content as it is typed: what F2 shows, and what typed again gives the same content. */
import { displayValue } from '../../../book/display'
import { readEntry } from '../../../book/entry'
import type { Cell } from '../../../book/model'

/** Percentages and days are typed as they are shown; of other numbers all digits are. */
const isFormatted = (format: string | undefined): boolean =>
  format !== undefined && /[%ymdhs]/i.test(format.replace(/"[^"]*"|\[\w+\]/g, ''))

/** A text that would be read as a number, a date or a formula is typed with an apostrophe before it. */
export function typedText(value: string, format: string | undefined): string {
  const entry = readEntry(value, format, 2000)
  return entry.formula === undefined && entry.value === value ? value : `'${value}`
}

export function editText(cell: Cell | undefined): string {
  if (cell?.formula !== undefined) return cell.formula
  const value = cell?.value
  const format = cell?.style?.numberFormat
  if (typeof value === 'string') return value === '' ? '' : typedText(value, format)
  // All digits, not only those that the format shows.
  if (typeof value === 'number' && !isFormatted(format)) return String(value)
  return displayValue(value, format)
}
