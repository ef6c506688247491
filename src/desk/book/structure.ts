/** Inserting and deleting rows and columns: everything that has a place moves along, as in Google Sheets. */
import type { Corner, Reference } from '../../workbook'
import { cellKey, noteChange, positionOf } from './cells'
import { mapReferences } from './formula/references'
import type { Area, Book, Cell, Sheet } from './model'

export type Axis = 'row' | 'column'

/** `count` lines come in before line `at`, or go from line `at` on. */
export interface LineChange {
  axis: Axis
  kind: 'insert' | 'delete'
  at: number
  count: number
}

interface Span {
  start: number
  count: number
}

/** A span after the change; null if all of it is deleted. Lines inserted at its start move it, inside it widen it. */
function moveSpan({ start, count }: Span, change: LineChange): Span | null {
  const end = start + count
  if (change.kind === 'insert') {
    if (change.at <= start) return { start: start + change.count, count }
    return change.at < end ? { start, count: count + change.count } : { start, count }
  }
  const cutEnd = change.at + change.count
  const left = Math.max(0, Math.min(end, cutEnd) - Math.max(start, change.at))
  if (left === count) return null
  const before = Math.max(0, Math.min(start, cutEnd) - change.at)
  return { start: start - (start > change.at ? before : 0), count: count - left }
}

function moveArea(area: Area, change: LineChange): Area | null {
  const isRow = change.axis === 'row'
  const span = moveSpan(
    isRow ? { start: area.row, count: area.rows } : { start: area.column, count: area.columns },
    change,
  )
  if (!span) return null
  return isRow ? { ...area, row: span.start, rows: span.count } : { ...area, column: span.start, columns: span.count }
}

function withLine(corner: Corner, axis: Axis, line: number): Corner {
  return axis === 'row' ? { ...corner, row: line } : { ...corner, column: line }
}

function moveReference(reference: Reference, change: LineChange): Reference | null {
  const { first, last } = reference
  const start = first[change.axis]
  const end = (last ?? first)[change.axis]
  if (start === null) return reference
  const reach = end === null ? Infinity : Math.abs(end - start) + 1
  const low = end === null ? start : Math.min(start, end)
  const span = moveSpan({ start: low, count: reach }, change)
  if (!span) return null
  const high = end === null ? null : span.start + span.count - 1
  const isTurned = end !== null && end < start
  const [newStart, newEnd] = isTurned ? [high ?? span.start, span.start] : [span.start, high]
  if (newStart === start && newEnd === end) return reference
  return {
    ...reference,
    first: withLine(first, change.axis, newStart),
    last: last && newEnd !== null ? withLine(last, change.axis, newEnd) : last,
  }
}

function moveKeys<T>(record: Record<string, T>, move: (key: string) => string | null): Record<string, T> {
  const moved: Record<string, T> = {}
  for (const [key, value] of Object.entries(record)) {
    const next = move(key)
    if (next !== null) moved[next] = value
  }
  return moved
}

function moveLine(line: number, change: LineChange): number | null {
  return moveSpan({ start: line, count: 1 }, change)?.start ?? null
}

function moveCellKey(key: string, change: LineChange): string | null {
  const place = positionOf(key)
  const line = moveLine(place[change.axis], change)
  if (line === null) return null
  return change.axis === 'row' ? cellKey(line, place.column) : cellKey(place.row, line)
}

/** New lines look like the one before them (or after, at the very start), as in Sheets. */
function styleNewLines(sheet: Sheet, change: LineChange, from: number): void {
  for (const [key, cell] of Object.entries(sheet.cells)) {
    const place = positionOf(key)
    if (place[change.axis] !== from || !cell.style) continue
    const style: Cell = { style: cell.style }
    for (let line = change.at; line < change.at + change.count; line++) {
      sheet.cells[change.axis === 'row' ? cellKey(line, place.column) : cellKey(place.row, line)] = { ...style }
    }
  }
}

/** Lines put in anywhere among the frozen ones, the very top included, are frozen too. */
function moveFrozen(frozen: number, change: LineChange): number {
  if (!frozen) return 0
  if (change.kind === 'insert' && change.at === 1) return frozen + change.count
  return moveSpan({ start: 1, count: frozen }, change)?.count ?? 0
}

function moveSizes(sheet: Sheet, change: LineChange): void {
  const isRow = change.axis === 'row'
  const key = (line: string) => moveLine(Number(line), change)?.toString() ?? null
  const hidden = (lines: number[]) => lines.flatMap((line) => moveLine(line, change) ?? [])
  const frozen = isRow ? sheet.frozenRows : sheet.frozenColumns
  const grown = moveFrozen(frozen, change)
  const total = change.kind === 'insert' ? change.count : -change.count
  if (isRow) {
    sheet.rowHeights = moveKeys(sheet.rowHeights, key)
    sheet.hiddenRows = hidden(sheet.hiddenRows)
    sheet.frozenRows = grown
    sheet.rows += total
  } else {
    sheet.columnWidths = moveKeys(sheet.columnWidths, key)
    sheet.hiddenColumns = hidden(sheet.hiddenColumns)
    sheet.frozenColumns = grown
    sheet.columns += total
  }
}

/** Changes the entries in place; those whose lines are all gone are left out. */
function moveEntries<T extends { area?: Area }>(entries: readonly T[], change: LineChange): T[] {
  return entries.filter((entry) => {
    if (!entry.area) return true
    const area = moveArea(entry.area, change)
    if (area) entry.area = area
    return area !== null
  })
}

function moveAreas(book: Book, sheet: Sheet, change: LineChange): void {
  const moved = (area: Area) => moveArea(area, change) ?? []
  sheet.merges = sheet.merges.flatMap(moved).filter(({ rows, columns }) => rows * columns > 1)
  sheet.validations = moveEntries(sheet.validations, change)
  sheet.protections = moveEntries(sheet.protections, change)
  for (const protection of sheet.protections) protection.open = protection.open.flatMap(moved)
  const here = book.names.filter((name) => name.sheet === sheet.id)
  const kept = new Set(moveEntries(here, change))
  book.names = book.names.filter((name) => name.sheet !== sheet.id || kept.has(name))
}

/** Rewrites every formula of the book, formulas of validations included. */
export function rewriteFormulas(book: Book, rewrite: (formula: string, on: Sheet) => string): void {
  for (const sheet of book.sheets) {
    for (const [key, cell] of Object.entries(sheet.cells)) {
      if (cell.formula === undefined) continue
      sheet.cells[key] = { ...cell, formula: rewrite(cell.formula, sheet) }
      noteChange(sheet, key)
    }
    for (const validation of sheet.validations) {
      const { rule } = validation
      if (rule.kind === 'formula') validation.rule = { ...rule, formula: rewrite(rule.formula, sheet) }
    }
  }
}

/**
 * Cells, areas, names, sizes and formula references after the change. Cached results stay as they were: recalculate.
 * Throws nothing; the caller checks that the lines exist and that one line stays.
 */
export function changeLines(book: Book, sheet: Sheet, change: LineChange, styleFrom?: number): void {
  sheet.cells = moveKeys(sheet.cells, (key) => moveCellKey(key, change))
  moveAreas(book, sheet, change)
  moveSizes(sheet, change)
  if (change.kind === 'insert' && styleFrom !== undefined) styleNewLines(sheet, change, styleFrom)
  rewriteFormulas(book, (formula, on) =>
    mapReferences(formula, (reference) => {
      const isHere =
        reference.sheet === null ? on === sheet : reference.sheet.toLowerCase() === sheet.name.toLowerCase()
      return isHere ? moveReference(reference, change) : reference
    }),
  )
}
