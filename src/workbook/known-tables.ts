/** A workbook is read again after every edit, and most of its tables are as they were: they are not looked for anew. */
import type { TableId } from '../form'
import { tableTexts } from './labels'
import { findTable, type TableReading, type TableSite } from './read-table'
import { differingPositions, type SheetView } from './sheet-view'
import type { Position, ReadValue } from './types'

/** What was found through a view, by table and area. */
const known = new WeakMap<SheetView, Map<string, TableReading>>()

interface LastReading {
  view: SheetView
  reading: TableReading
}

/** By table and area, the tab that was read last: the next one is mostly the same tab after an edit. */
const last = new Map<string, LastReading>()
/** Each table has two, of this year and of last year. */
const MOST_KEPT = 12

export function readTable(table: TableId, site: TableSite): TableReading {
  const { view, area, reach, isExact } = site
  const key = JSON.stringify([table, area, reach, isExact])
  const readings = known.get(view) ?? new Map<string, TableReading>()
  const reading = readings.get(key) ?? readingAsBefore(table, key, site) ?? findTable(table, site)
  known.set(view, readings.set(key, reading))
  if (last.size >= MOST_KEPT && !last.has(key)) last.clear()
  last.set(key, { view, reading })
  return reading
}

/** The reading before, where only cells have changed since that it does not depend on. */
function readingAsBefore(table: TableId, key: string, site: TableSite): TableReading | undefined {
  const before = last.get(key)
  if (!before) return undefined
  const places = [...before.reading.places.values()]
  const isFigure = (at: Position) => places.some(({ row, column }) => row === at.row && column === at.column)
  const isHarmless = (at: Position) => {
    const both = [before.view, site.view].map((view) => ({ value: view.valueAt(at), label: view.labelAt(at) }))
    return isFigure(at) ? isFigureStill(table, before.reading, both) : isNoLabelStill(table, before.reading, both)
  }
  return differingPositions(before.view, site.view).every(isHarmless) ? before.reading : undefined
}

interface Looked {
  value: ReadValue
  label: string
}

const isSound = ({ missing, guessed }: TableReading): boolean => missing.length === 0 && guessed.length === 0

/**
 * What is no text is no label. Whether a cell is filled decides where labels are missing, and in table 4 which row its
 * figures stand in.
 */
function isFigureStill(table: TableId, reading: TableReading, both: readonly Looked[]): boolean {
  const mayBeBlank = table !== 'table4' && isSound(reading)
  return both.every(({ value }) => isNoText(value, mayBeBlank))
}

/** As the result of a sum beside the table, which says by how much it differs. */
const isNoLabelStill = (table: TableId, reading: TableReading, both: readonly Looked[]): boolean =>
  isSound(reading) && both.every(({ value, label }) => value !== '' && !tableTexts[table].has(label))

const isNoText = (value: ReadValue, mayBeBlank: boolean): boolean =>
  typeof value === 'number' || (value === '' && mayBeBlank)
