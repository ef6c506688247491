/** A workbook is read again after every edit, and most of its tables are as they were: they are not looked for anew. */
import type { TableId } from '../form'
import { findTable, type TableReading, type TableSite } from './read-table'
import { differingPositions, type SheetView } from './sheet-view'
import type { Position, ReadValue } from './types'

/** What was found through a view, by table and area. */
const known = new WeakMap<SheetView, Map<string, TableReading>>()

interface LastReading {
  view: SheetView
  key: string
  reading: TableReading
}

/** The last tab that each table was read from: the next one is mostly the same tab after an edit. */
const last = new Map<TableId, LastReading>()

export function readTable(table: TableId, site: TableSite): TableReading {
  const { view, area, reach, isExact } = site
  const key = JSON.stringify([table, area, reach, isExact])
  const readings = known.get(view) ?? new Map<string, TableReading>()
  const reading = readings.get(key) ?? readingAsBefore(table, key, view) ?? findTable(table, site)
  known.set(view, readings.set(key, reading))
  last.set(table, { view, key, reading })
  return reading
}

/**
 * The reading before, where only cells of figures have changed since, and hold no text: what is no text is no label.
 * Whether a cell is filled decides where labels are missing, and in table 4 which row its figures stand in.
 */
function readingAsBefore(table: TableId, key: string, view: SheetView): TableReading | undefined {
  const before = last.get(table)
  if (before?.key !== key) return undefined
  const { places, missing, guessed } = before.reading
  const mayFill = table !== 'table4' && missing.length === 0 && guessed.length === 0
  const all = [...places.values()]
  const isHarmless = (at: Position) =>
    all.some(({ row, column }) => row === at.row && column === at.column) &&
    [before.view, view].every((one) => isNoText(one.valueAt(at), mayFill))
  return differingPositions(before.view, view).every(isHarmless) ? before.reading : undefined
}

const isNoText = (value: ReadValue, mayBeBlank: boolean): boolean =>
  typeof value === 'number' || (value === '' && mayBeBlank)
