import type { SheetGrid } from '../../intake'
import { displayValue, positionOf } from '../book'
import type { Cell, Sheet } from '../book'
import { unreadable } from './error'
import { exactText, scaledText } from './scaled'

/** Cells of all sheets together; a report has some four hundred. */
const MOST_CELLS = 500_000
/** A text in a later column is no part of a table, and is moved next to it. */
const MOST_COLUMNS = 64

const isDateFormat = (format: string): boolean => /[ymdhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''))

/** A number as it is stored; a percentage or date as it is shown: `0.5` in the format `0%` is `50%`. */
function shown({ value, style }: Cell): string {
  const format = style?.numberFormat ?? ''
  if (typeof value !== 'number') return displayValue(value, format)
  const scaled = isDateFormat(format) ? undefined : scaledText(value, format)
  if (scaled !== undefined) return scaled
  if (format.includes('%') || (isDateFormat(format) && !/general/i.test(format))) return displayValue(value, format)
  return exactText(value)
}

function put(row: string[], column: number, text: string): void {
  const at = column <= MOST_COLUMNS ? column - 1 : Math.max(row.length, MOST_COLUMNS)
  while (row.length < at) row.push('')
  row[at] = text
}

const WIDEST_GAP = 20

/**
 * Leaves one column of a gap that is wider than any in a table, and packs the columns behind it: a remark may stand far
 * to the right.
 */
function closeGaps(rows: readonly string[][]): void {
  const used = new Set(rows.flatMap((row) => row.flatMap((text, column) => (text === '' ? [] : [column]))))
  const columns = [...used].sort((a, b) => a - b)
  const far = columns.find((column, i) => column - (columns[i - 1] ?? -1) > WIDEST_GAP)
  if (far === undefined) return
  const kept = columns.filter((column) => column < far)
  const start = (kept[kept.length - 1] ?? -1) + 2
  const place = new Map(columns.filter((column) => column >= far).map((column, i) => [column, start + i]))
  rows.forEach((row) => {
    const texts = [...place].map(([from, to]) => [to, row[from] ?? ''] as const)
    row.length = Math.min(row.length, start - 1)
    for (const [to, text] of texts) if (text !== '') put(row, to, text)
  })
}

/** A foreign sheet as rows of shown texts, all of one width. */
export function gridOf({ name, hidden, cells }: Sheet): SheetGrid {
  const rows: string[][] = []
  for (const [key, cell] of Object.entries(cells)) {
    const text = shown(cell).trim()
    if (text === '') continue
    const { row, column } = positionOf(key)
    put((rows[row - 1] ??= []), column, text)
  }
  closeGaps(rows)
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (width * rows.length > MOST_CELLS) throw unreadable('tooLarge')
  const full = Array.from(rows, (row = []) => [...row, ...Array.from({ length: width - row.length }, () => '')])
  return { name, isHidden: hidden, rows: full }
}
