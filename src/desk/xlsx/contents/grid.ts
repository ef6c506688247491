import { marked } from '../../../intake'
import type { SheetGrid } from '../../../intake'
import { cellKey, displayValue, positionOf } from '../../book'
import type { Cell, Sheet } from '../../book'
import { PLAIN, standingOf } from './looks'
import type { CellLook } from './looks'
import type { Tab } from './tab'
import { unreadable } from '../error'
import { exactText, scaledText, showsNoText } from './scaled'

/** Cells of all sheets together; a report has some four hundred. */
const MOST_CELLS = 500_000
/** A text in a later column is no part of a table, and is moved next to it. */
const MOST_COLUMNS = 64

const isDateFormat = (format: string): boolean => /[ymdhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''))

/** A sign that a format sets apart from its letters: `yyyy\-mm\-dd` shows as `yyyy-mm-dd` does. */
const APART = /\\(?=[^a-z])/gi

/** A number as it is stored; a percentage or date as it is shown: `0.5` in the format `0%` is `50%`. */
function shown(value: Cell['value'], format: string): string {
  if (typeof value !== 'number') return displayValue(value, format.replace(APART, ''))
  const scaled = isDateFormat(format) ? undefined : scaledText(value, format)
  if (scaled !== undefined) return scaled
  if (format.includes('%') || (isDateFormat(format) && !/general/i.test(format))) return displayValue(value, format)
  return exactText(value)
}

function put(row: string[], column: number, text: string): void {
  const at = column <= MOST_COLUMNS ? column - 1 : Math.max(row.length, MOST_COLUMNS)
  while (row.length < at) row.push('')
  row[at] = (row[at] ?? '') + text
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

/** The text of a cell as it is shown; what nobody sees is marked as hidden. */
function textIn({ value }: Cell, look: CellLook): string {
  // Texts have their marks already: each run has its own.
  const isText = typeof value === 'string'
  const text = isText ? value : shown(value, look.format ?? '')
  if (text.trim() === '' || (isText && showsNoText(look.format))) return marked(displayValue(value), { isHidden: true })
  const standing = isText ? undefined : standingOf(look)
  return standing ? marked(text, standing) : text
}

/** The column of the grid for each one of the sheet; a hidden one gives its texts to the one before it. */
function columnsOf({ hiddenColumns, columns }: Sheet): (column: number) => number {
  const hidden = new Set(hiddenColumns)
  const places: number[] = [1]
  let seen = 0
  for (let column = 1; column <= columns; column += 1) {
    if (!hidden.has(column)) seen += 1
    places[column] = Math.max(seen, 1)
  }
  return (column) => places[column] ?? column
}

/** A cell of a merged area is seen as long as a part of the area is, and stands in the first part that is seen. */
function seenAt({ merges }: Sheet, rows: ReadonlySet<number>, columns: ReadonlySet<number>) {
  const areas = new Map(merges.map((area) => [cellKey(area.row, area.column), area]))
  const first = (hidden: ReadonlySet<number>, start: number, count: number): number | undefined => {
    for (let at = start; at < start + count; at += 1) if (!hidden.has(at)) return at
    return undefined
  }
  return (key: string) => {
    const area = areas.get(key) ?? { ...positionOf(key), rows: 1, columns: 1 }
    const row = first(rows, area.row, area.rows)
    const column = first(columns, area.column, area.columns)
    const isSeen = row !== undefined && column !== undefined
    return isSeen ? { row, column, isSeen } : { row: row ?? area.row, column: column ?? area.column, isSeen }
  }
}

/** A foreign sheet as rows of shown texts, all of one width. */
export function gridOf({ sheet, looks }: Tab): SheetGrid {
  const { name, hidden, cells } = sheet
  const placeOf = columnsOf(sheet)
  const seen = seenAt(sheet, new Set(sheet.hiddenRows), new Set(sheet.hiddenColumns))
  const rows: string[][] = []
  for (const [key, cell] of Object.entries(cells)) {
    const text = textIn(cell, looks.get(key) ?? PLAIN).trim()
    if (text === '') continue
    const { row, column, isSeen } = seen(key)
    put((rows[row - 1] ??= []), placeOf(column), isSeen ? text : marked(text, { isHidden: true }))
  }
  closeGaps(rows)
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (width * rows.length > MOST_CELLS) throw unreadable('tooLarge')
  const full = Array.from(rows, (row = []) => [...row, ...Array.from({ length: width - row.length }, () => '')])
  return { name, isHidden: hidden, rows: full }
}
