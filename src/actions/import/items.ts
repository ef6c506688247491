/** What an import would change, cell by cell. */
import { fingerprintOf } from '../../checks'
import { figures as formFigures, figuresOfEdition } from '../../form'
import { isBlank, writtenForm, type Report } from '../../report'
import { a1, lastYearEntries, MOST_IN_CELL, reportEntries, same } from '../../workbook'
import type { Entry, Place, Position, ReadValue, WorkbookReading, WorkbookSnapshot } from '../../workbook'
import { importWords as words, type ImportTarget } from '../../words/import'
import { readAt } from '../areas'
import { asText } from '../as-text'
import { keyLabel, lastYearKey, spotNames } from '../place-label'
import { offersOf } from './offers'

export interface ImportItem {
  /** Made of the cell and both values: when the cell holds something else, no item has this id any more. */
  id: string
  /** Name of the tab, and the cell in A1 notation. */
  tab: string
  cell: string
  /** Tab, row and column in words. */
  place: string
  /** As written; empty for a blank. */
  stands: string
  comes: string
  /** Something else stands there. */
  replaces: boolean
  /** Figures for this year that last year's report tells; empty for what is simply imported. */
  origin: string
}

export interface PlannedItem extends ImportItem {
  /** For the undo. */
  key: string
  at: Place
  value: ReadValue
  was: ReadValue
  /** R1C1; empty where a value stands. */
  formula: string
  /** Further cells of a text that was pasted over several rows: they are cleared. */
  clears: Position[]
}

export interface ImportItems {
  items: PlannedItem[]
  /** How many cells hold already what would be written. */
  same: number
  /** What has no place in the workbook, in words. */
  homeless: string[]
  /** Texts that no cell can hold. */
  tooLong: string[]
}

export const keyOfId = (id: string): string => id.slice(0, id.lastIndexOf('~'))

/** Whether the year of last year's report is among them, which is no figure. */
export const isWithYear = (items: readonly ImportItem[]): boolean => items.some(({ id }) => keyOfId(id) === 'lastYear')

interface Sheets {
  reading: WorkbookReading
  /** With formulas in R1C1 notation on the tabs that are written. */
  snapshot: WorkbookSnapshot
}

/** The filled cells of a text, without the first one. */
function restOfText(values: readonly (readonly ReadValue[])[], { row, column }: Place): Position[] {
  return values.flatMap((line, r) =>
    line.flatMap((value, c) => {
      const isRest = r + 1 >= row && c + 1 >= column && !(r + 1 === row && c + 1 === column)
      return isRest && value !== '' ? [{ row: r + 1, column: c + 1 }] : []
    }),
  )
}

function itemOf({ what, place: at, stands, given }: Entry, key: string, origin: string, sheets: Sheets) {
  const name = at && sheets.reading.tabs.get(at.tab)
  const tab = sheets.snapshot.tabs.find((one) => one.name === name)
  if (!at || !tab) return null
  const was = readAt(tab.values, at)
  const formula = readAt(tab.formulas ?? [], at)
  const clears = what === 'overview' || what === 'problems' || what === 'other' ? restOfText(tab.values, at) : []
  const shown = writtenForm(stands) || String(was).trim() || formula
  const comes = writtenForm(given)
  const item: PlannedItem = {
    id: `${key}~${fingerprintOf([shown, String(was), formula, comes])}`,
    key,
    tab: tab.name,
    cell: a1(at),
    place: keyLabel(key),
    stands: shown,
    comes,
    replaces: shown !== '' || clears.length > 0,
    origin,
    at,
    was,
    formula,
    clears,
    value: typeof given === 'number' ? given : asText(comes),
  }
  return item
}

const ownIds = new Set(formFigures.map(({ id }) => id))

/**
 * Figures that workbook and documents have no cell for, in words: those of another edition, and （六）其他处理 in one row.
 * Blanks are left out.
 */
export function foreignFigures({ edition, figures }: Report): string[] {
  const labels = new Map((figuresOfEdition[edition] ?? []).map((figure) => [figure.id, figure]))
  return Object.entries(figures).flatMap(([id, value]) => {
    if (ownIds.has(id) || isBlank(value)) return []
    const figure = labels.get(id)
    return [words.foreign(figure?.rowLabel ?? id, figure?.columnLabel ?? '', writtenForm(value))]
  })
}

const known = (report: Report): Report => ({
  ...report,
  figures: Object.fromEntries(Object.entries(report.figures).filter(([id]) => ownIds.has(id))),
})

interface Keyed extends Entry {
  key: string
  origin: string
}

function entriesFor(into: ImportTarget, report: Report, reading: WorkbookReading): Keyed[] {
  if (into === 'thisYear')
    return reportEntries(report, reading).map((entry) => ({ ...entry, key: entry.what, origin: '' }))
  const isSpot = (what: string) => spotNames.some((name) => name === what)
  return [
    ...lastYearEntries(report, reading).map((entry) => {
      return { ...entry, key: isSpot(entry.what) ? entry.what : lastYearKey(entry.what), origin: '' }
    }),
    ...offersOf(report, reading).map((entry) => ({ ...entry, key: entry.what })),
  ]
}

const order = (a: ImportItem & { at: Place }, b: typeof a): number => a.at.row - b.at.row || a.at.column - b.at.column

/** The items in the order of the tabs and their cells, offers last. A blank of the report changes nothing. */
export function findItems(into: ImportTarget, given: Report, sheets: Sheets): ImportItems {
  const result: ImportItems = { items: [], same: 0, homeless: [], tooLong: [] }
  for (const entry of entriesFor(into, known(given), sheets.reading)) {
    if (isBlank(entry.given)) continue
    const item = itemOf(entry, entry.key, entry.origin, sheets)
    if (!item) result.homeless.push(keyLabel(entry.key))
    else if (same(entry.stands, entry.given)) result.same += entry.origin === '' ? 1 : 0
    else if (item.comes.length > MOST_IN_CELL) result.tooLong.push(item.place)
    else result.items.push(item)
  }
  const tabs = sheets.snapshot.tabs.map(({ name }) => name)
  const rank = ({ tab, origin }: ImportItem) => tabs.indexOf(tab) + (origin === '' ? 0 : tabs.length)
  result.items.sort((a, b) => rank(a) - rank(b) || order(a, b))
  return result
}

/** The figure or text of an item in words, without the tab. */
export function placeWithin({ place, tab }: ImportItem): string {
  return place.startsWith(tab) ? place.slice(tab.length).trim() : place
}

export const shownValue = (text: string): string => (text === '' ? words.blank : text)
