/**
 * A copy of what was checked, kept on 校验结果. A formula compares it with the tabs: so 校验结果 tells by itself that something
 * has changed since.
 */
import { cellArea } from './areas'
import { freshnessFormula, type Watched } from './formulas'
import { checkedCopy, findingsRows } from './list-tabs'
import { narrativeRows } from './text-tabs'
import { lastColumn, lastRow, sheetView, type SheetView } from './sheet-view'
import type { Area, ReadValue, TabKey, WorkbookReading, WorkbookSnapshot } from './types'

export interface Freshness {
  /** What the formula compares: cells of the tabs, and their copy. */
  watched: Watched[]
  /** Where the copy begins on 校验结果. Clear the cells below it: an earlier copy may have been longer. */
  row: number
  column: number
  /** Texts, to be kept as text. */
  copy: string[][]
  /** The cell of the banner, and its formula. */
  banner: { row: number; column: number; formula: string }
}

/** A value as text, as the formula `&""` gives it. */
function asText(value: ReadValue): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return String(value)
}

/** Most rows that are watched: more than last year's tables have, fewer than the copy has room for. */
const MOST_ROWS = 100

/** Cuts an area into pieces no wider than the copy: inserted columns can make a table wider. */
function pieces(key: TabKey, area: Area): [TabKey, Area][] {
  const { columns } = checkedCopy
  if (area.columns <= columns) return [[key, area]]
  const rest = { ...area, column: area.column + columns, columns: area.columns - columns }
  return [[key, { ...area, columns }], ...pieces(key, rest)]
}

/** All of the tab, and its tables down to their last row: cells that are still blank may be filled in later. */
function lastYearArea({ name, whole }: SheetView, { names }: WorkbookSnapshot): Area {
  const areas = [whole, ...names.flatMap(({ tab, area }) => (tab === name ? [area] : []))]
  const rows = Math.min(MOST_ROWS, Math.max(...areas.map(lastRow)))
  return { ...whole, rows, columns: Math.max(...areas.map(lastColumn)) }
}

function watchedAreas(
  { tableAreas, spots }: WorkbookReading,
  lastYear: SheetView | undefined,
  snapshot: WorkbookSnapshot,
): [TabKey, Area][] {
  const watched: [TabKey, Area][] = []
  for (const name of ['unit', 'year'] as const) {
    const spot = spots.get(name)
    if (spot) watched.push([spot.tab, cellArea(spot)])
  }
  for (const [table, area] of tableAreas) watched.push(...pieces(table, area))
  for (const name of ['overview', 'problems', 'other'] as const) {
    const spot = spots.get(name)
    if (spot) watched.push([spot.tab, { ...cellArea(spot), rows: narrativeRows }])
  }
  if (lastYear) watched.push(...pieces('lastYear', lastYearArea(lastYear, snapshot)))
  return watched
}

/** The copy of everything a check looks at, and the formula that compares it with what stands there now. */
export function freshness(reading: WorkbookReading, snapshot: WorkbookSnapshot): Freshness {
  const views = new Map(snapshot.tabs.map((tab) => [tab.name, sheetView(tab)]))
  const viewOf = (key: TabKey) => views.get(reading.tabs.get(key) ?? '')
  const top = (reading.findingsList?.headerRow ?? findingsRows.header) + 1
  const copy: string[][] = []
  const watched: Watched[] = []
  for (const [key, area] of watchedAreas(reading, viewOf('lastYear'), snapshot)) {
    const view = viewOf(key)
    if (!view) continue
    const at = { row: top + copy.length, column: checkedCopy.column, rows: area.rows, columns: area.columns }
    watched.push({ tabName: view.name, area, copy: at })
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      copy.push(
        Array.from({ length: checkedCopy.columns }, (_, c) =>
          c < area.columns ? asText(view.valueAt({ row, column: area.column + c })) : '',
        ),
      )
    }
  }
  const ownTab = reading.tabs.get('findings') ?? ''
  const shift = top - 1 - findingsRows.header
  const formula = freshnessFormula(ownTab, watched)
  return {
    row: top,
    column: checkedCopy.column,
    copy,
    watched,
    banner: { row: findingsRows.banner + shift, column: 1, formula },
  }
}
