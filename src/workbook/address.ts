/** A1 notation: cells, areas and references as formulas write them, and read back. Rows and columns are 1-based. */
import type { Area, Position } from './types'

/** One end of a reference; `null` in an open one, as the rows of `A:B` or the end of `D7:J`. */
export interface Corner {
  row: number | null
  column: number | null
  /** Written with `$`: not moved by copying. */
  fixedRow: boolean
  fixedColumn: boolean
}

export interface Reference {
  /** The tab's name as it stands before `!`, unquoted; absent: the formula's own tab. */
  sheet: string | null
  first: Corner
  /** Absent: a single cell. */
  last: Corner | null
}

/** 1 → `A`, 27 → `AA`. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

export const a1 = ({ row, column }: Position): string => `${columnLetters(column)}${row}`

const lastOf = ({ row, column, rows, columns }: Area): Position => ({
  row: row + rows - 1,
  column: column + columns - 1,
})

/** `D7`, or `D7:I7` for more than one cell. */
export function areaA1(area: Area): string {
  return area.rows * area.columns === 1 ? a1(area) : `${a1(area)}:${a1(lastOf(area))}`
}

const absolute = ({ row, column }: Position): string => `$${columnLetters(column)}$${row}`

const quoted = (name: string): string => `'${name.replace(/'/g, "''")}'`

/** `'三、依申请公开'!$D$7:$J$31` */
export function sheetArea(tabName: string, area: Area): string {
  const range = area.rows * area.columns === 1 ? absolute(area) : `${absolute(area)}:${absolute(lastOf(area))}`
  return `${quoted(tabName)}!${range}`
}

const offset = (axis: 'R' | 'C', by: number): string => (by === 0 ? axis : `${axis}[${by}]`)

/** The area relative to the cell that refers to it: `RC[-6]:RC[-1]`. */
export function areaR1C1(area: Area, from: Position): string {
  const at = (row: number, column: number) => offset('R', row - from.row) + offset('C', column - from.column)
  const first = at(area.row, area.column)
  if (area.rows * area.columns === 1) return first
  return `${first}:${at(area.row + area.rows - 1, area.column + area.columns - 1)}`
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

const columnForm = String.raw`\$?[A-Za-z]{1,3}`
const rowForm = String.raw`\$?[0-9]+`
const cellForm = columnForm + rowForm

/** How areas and references are written, without the tab: parts of regular expressions, with no groups of their own. */
export const addressForms = {
  /** `D7`, `D7:I7`. */
  area: `${cellForm}(?::${cellForm})?`,
  /** `D7`, `D7:I7`, `D7:J`, `A:C`, `2:3`. */
  reference: [
    `${cellForm}(?::(?:${cellForm}|${columnForm}|${rowForm}))?`,
    `${columnForm}:${columnForm}`,
    `${rowForm}:${rowForm}`,
  ].join('|'),
} as const

const corner = String.raw`(\$?)([A-Za-z]{1,3})(\$?)([0-9]+)`
const cellOrRange = new RegExp(`^${corner}(?::(?:${corner}|(\\$?)([A-Za-z]{1,3})|(\\$?)([0-9]+)))?$`)
const wholeColumns = /^(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})$/
const wholeRows = /^(\$?)([0-9]+):(\$?)([0-9]+)$/
const sheetPrefix = /^(?:'((?:[^']|'')+)'|([^'!]+))!/

function cornerOf(fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string): Corner {
  return {
    row: digits === undefined ? null : Number(digits),
    column: letters === undefined ? null : columnNumber(letters),
    fixedRow: fixedRow === '$',
    fixedColumn: fixedColumn === '$',
  }
}

function parseEnds(text: string): Pick<Reference, 'first' | 'last'> | null {
  const cells = cellOrRange.exec(text)
  if (cells) {
    const [, a, b, c, d, e, f, g, h, openDollar, openLetters, rowDollar, openRow] = cells
    const first = cornerOf(a, b, c, d)
    if (f !== undefined) return { first, last: cornerOf(e, f, g, h) }
    if (openLetters !== undefined) return { first, last: cornerOf(openDollar, openLetters) }
    if (openRow !== undefined) return { first, last: cornerOf(undefined, undefined, rowDollar, openRow) }
    return { first, last: null }
  }
  const columns = wholeColumns.exec(text)
  if (columns) return { first: cornerOf(columns[1], columns[2]), last: cornerOf(columns[3], columns[4]) }
  const rows = wholeRows.exec(text)
  if (!rows) return null
  return {
    first: cornerOf(undefined, undefined, rows[1], rows[2]),
    last: cornerOf(undefined, undefined, rows[3], rows[4]),
  }
}

/** `'tab name'!$A$1:B2`, `A1`, `A:C`, `2:3`, `D7:J`; null when it is none of these. */
export function parseReference(text: string): Reference | null {
  const prefix = sheetPrefix.exec(text)
  const ends = parseEnds(text.slice(prefix?.[0].length ?? 0))
  if (!ends || ends.first.row === 0 || ends.last?.row === 0) return null
  const sheet = prefix ? (prefix[1]?.replace(/''/g, "'") ?? prefix[2] ?? null) : null
  return { sheet, ...ends }
}

function formatCorner(end: Corner): string {
  const letters = end.column === null ? '' : `${end.fixedColumn ? '$' : ''}${columnLetters(end.column)}`
  return letters + (end.row === null ? '' : `${end.fixedRow ? '$' : ''}${end.row}`)
}

export function quoteSheetName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !parseReference(name) ? name : quoted(name)
}

export function formatReference({ sheet, first, last }: Reference): string {
  const ends = last ? `${formatCorner(first)}:${formatCorner(last)}` : formatCorner(first)
  return sheet === null ? ends : `${quoteSheetName(sheet)}!${ends}`
}

/** The cells meant, open ends reaching to the edge of a tab of that size. */
export function areaOf({ first, last }: Reference, size: Pick<Area, 'rows' | 'columns'>): Area {
  const end = last ?? first
  const rows = [first.row ?? 1, end.row ?? size.rows].sort((a, b) => a - b) as [number, number]
  const columns = [first.column ?? 1, end.column ?? size.columns].sort((a, b) => a - b) as [number, number]
  return {
    row: rows[0],
    column: columns[0],
    rows: rows[1] - rows[0] + 1,
    columns: columns[1] - columns[0] + 1,
  }
}

/** The area that a reference names, with its tab; null for whole rows or columns and for what is no reference. */
export function parseArea(text: string): { sheet: string | null; area: Area } | null {
  const reference = parseReference(text)
  const ends = reference ? [reference.first, reference.last ?? reference.first] : []
  if (!reference || ends.some(({ row, column }) => row === null || column === null)) return null
  return { sheet: reference.sheet, area: areaOf(reference, { rows: 0, columns: 0 }) }
}

/** The cell that a reference begins with; null where it begins with a whole row or column. */
export function firstCellOf(text: string): Position | null {
  const first = parseReference(text)?.first
  return first?.row && first.column ? { row: first.row, column: first.column } : null
}
