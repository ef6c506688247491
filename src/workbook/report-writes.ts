/** Report → cells: inputs only, never a total, and nothing overwritten unasked. */
import { figureOf, type CellId } from '../form'
import { isBlank, writtenForm, type CellValue, type Report } from '../report'
import { a1 } from './address'
import { rectangles } from './areas'
import type { Place, Position, ReadValue, SpotName, TabKey, WorkbookReading } from './types'

/** The values to write into an area of a tab at once. A text is to be kept as text, whatever it looks like. */
export interface AreaValues extends Position {
  tab: TabKey
  values: ReadValue[][]
}

interface Kept {
  what: CellId | SpotName
  place: Place
  /** What stands there, and what would have been written. */
  stands: CellValue
  given: CellValue
}

export interface ReportWrites {
  areas: AreaValues[]
  /** Cells that were left as they are because something else stands there. */
  kept: Kept[]
  /** Figures and texts that have no place. */
  unplaced: (CellId | SpotName)[]
}

/** A figure or text that a report gives, and what stands in its cell. */
export interface Entry {
  what: CellId | SpotName
  place: Place | undefined
  stands: CellValue
  given: CellValue
}

export const same = (a: CellValue, b: CellValue) => JSON.stringify(a) === JSON.stringify(b)
const textOrNull = (text: string): CellValue => (text === '' ? null : { raw: text })

function figureEntries(given: Report, stands: Report | null, places: ReadonlyMap<CellId, Place>): Entry[] {
  return Object.entries(given.figures)
    .filter(([id]) => figureOf(id).kind === 'input' || places.get(id)?.tab === 'lastYear')
    .map(([id, value]) => ({ what: id, place: places.get(id), stands: stands?.figures[id] ?? null, given: value }))
}

function spotEntries(given: Report, { report, spots }: WorkbookReading): Entry[] {
  const entry = (what: SpotName, ownValue: CellValue, value: CellValue): Entry => ({
    what,
    place: spots.get(what),
    stands: ownValue,
    given: value,
  })
  const texts = (['overview', 'problems', 'other'] as const).map((key) =>
    entry(key, textOrNull(report.narrative[key]), textOrNull(given.narrative[key])),
  )
  return [
    entry('unit', textOrNull(report.unit), textOrNull(given.unit)),
    entry('year', report.year, given.year),
    ...texts,
  ]
}

const cellContent = (value: CellValue): ReadValue => (typeof value === 'number' ? value : writtenForm(value))

function areasOf(entries: readonly { place: Place; given: CellValue }[]): AreaValues[] {
  const tabs = [...new Set(entries.map(({ place }) => place.tab))]
  return tabs.flatMap((tab) => {
    const own = entries.filter(({ place }) => place.tab === tab)
    const byCell = new Map(own.map(({ place, given }) => [a1(place), cellContent(given)]))
    return rectangles(own.map(({ place }) => place)).map((area) => ({
      tab,
      row: area.row,
      column: area.column,
      values: Array.from({ length: area.rows }, (_, r) =>
        Array.from(
          { length: area.columns },
          (_, c) => byCell.get(a1({ row: area.row + r, column: area.column + c })) ?? '',
        ),
      ),
    }))
  })
}

function writesOf(entries: readonly Entry[], isOverwriting: boolean): ReportWrites {
  const wanted = entries.filter(({ stands, given }) => !same(stands, given) && (isOverwriting || !isBlank(given)))
  const placed = wanted.flatMap((entry) => (entry.place ? [{ ...entry, place: entry.place }] : []))
  const isFree = ({ stands }: Entry) => isOverwriting || isBlank(stands)
  return {
    areas: areasOf(placed.filter(isFree)),
    kept: placed.filter((entry) => !isFree(entry)),
    unplaced: wanted.filter(({ place }) => !place).map(({ what }) => what),
  }
}

/** What a report says of this year, inputs only. */
export function reportEntries(report: Report, reading: WorkbookReading): Entry[] {
  return [...spotEntries(report, reading), ...figureEntries(report, reading.report, reading.places)]
}

/** What a report says of last year: its year, and its figures, totals included. */
export function lastYearEntries(report: Report, reading: WorkbookReading): Entry[] {
  const stands = reading.lastYear?.year ?? null
  const year: Entry = { what: 'lastYear', place: reading.spots.get('lastYear'), stands, given: report.year }
  return [year, ...figureEntries(report, reading.lastYear, reading.lastYearPlaces)]
}

/**
 * Writes a report as this year's: figures, unit, year and texts. A cell that holds something else is kept unless
 * `isOverwriting`; a blank of the report clears a cell only then.
 */
export function reportWrites(report: Report, reading: WorkbookReading, isOverwriting: boolean): ReportWrites {
  return writesOf(reportEntries(report, reading), isOverwriting)
}

/** Writes a report as last year's: its figures, totals included, and its year. */
export function lastYearWrites(report: Report, reading: WorkbookReading, isOverwriting: boolean): ReportWrites {
  return writesOf(lastYearEntries(report, reading), isOverwriting)
}
