/** A1 notation and references as formulas write them. Rows and columns are 1-based. */
import type { Area } from './model'

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

export interface Size {
  rows: number
  columns: number
}

export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

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
  const sheet = prefix ? (prefix[1]?.replaceAll("''", "'") ?? prefix[2] ?? null) : null
  return { sheet, ...ends }
}

function formatCorner(end: Corner): string {
  const letters = end.column === null ? '' : `${end.fixedColumn ? '$' : ''}${columnLetters(end.column)}`
  return letters + (end.row === null ? '' : `${end.fixedRow ? '$' : ''}${end.row}`)
}

export function quoteSheetName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !parseReference(name) ? name : `'${name.replaceAll("'", "''")}'`
}

export function formatReference({ sheet, first, last }: Reference): string {
  const ends = last ? `${formatCorner(first)}:${formatCorner(last)}` : formatCorner(first)
  return sheet === null ? ends : `${quoteSheetName(sheet)}!${ends}`
}

/** The cells meant, open ends reaching to the edge of a tab of that size. */
export function areaOf({ first, last }: Reference, size: Size): Area {
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

/** `A1` for one cell, `A1:B2` for more. */
export function formatArea({ row, column, rows, columns }: Area): string {
  const first = columnLetters(column) + row
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows - 1}`
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns
}

export function overlaps(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  )
}

export function encloses(outer: Area, inner: Area): boolean {
  return (
    contains(outer, inner.row, inner.column) &&
    contains(outer, inner.row + inner.rows - 1, inner.column + inner.columns - 1)
  )
}

/** What is left of `area` when `hole` is cut out: at most four areas. */
export function without(area: Area, hole: Area): Area[] {
  if (!overlaps(area, hole)) return [area]
  const top = Math.max(area.row, hole.row)
  const bottom = Math.min(area.row + area.rows, hole.row + hole.rows)
  const left = Math.max(area.column, hole.column)
  const right = Math.min(area.column + area.columns, hole.column + hole.columns)
  const middle = { row: top, rows: bottom - top }
  return [
    { ...area, rows: top - area.row },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
    { ...middle, column: area.column, columns: left - area.column },
    { ...middle, column: right, columns: area.column + area.columns - right },
  ].filter((part) => part.rows > 0 && part.columns > 0)
}
