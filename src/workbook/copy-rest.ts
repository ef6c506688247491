/**
 * What a report is made of besides the copy on 校验结果. Texts go on to the right of the copied cells and below them, and
 * the banner does not tell upper from lower case. One more formula watches both.
 */
import { figures } from '../form'
import { tabNames } from '../words/tabs'
import { contains } from './areas'
import { restFormula, type Watched } from './formulas'
import { freshness, type Freshness } from './freshness'
import { lastNames } from './last-year-tab'
import { checkedCopy } from './list-tabs'
import { rangeNames } from './tab-frame'
import { narrativeRows } from './text-tabs'
import type { Area, Place, Position, TabSnapshot, WorkbookReading, WorkbookSnapshot } from './types'

/** How large a tab is, its blank cells included. */
export interface TabSize {
  rows: number
  columns: number
}

export interface SizedSnapshot extends WorkbookSnapshot {
  tabs: (TabSnapshot & { size?: TabSize })[]
}

export interface CopyRest {
  /** On 校验结果, above the copy. */
  row: number
  column: number
  /** 0 as long as the copy holds all and nothing has changed. */
  formula: string
}

export const textKeys = ['overview', 'problems', 'other'] as const

/** The cells that a text may go on in, outside of the copy. */
function around({ row, column }: Place, { rows, columns }: TabSize): Area[] {
  const below = row + narrativeRows
  return [
    { row, column: column + 1, rows: Math.min(rows - row + 1, narrativeRows), columns: columns - column },
    { row: below, column, rows: rows - below + 1, columns: columns - column + 1 },
  ].filter((area) => area.rows > 0 && area.columns > 0)
}

/** For each part that there is, the cells that have to be found on its tab. */
function expected({ places, lastYearPlaces, spots, tabs }: WorkbookReading): (Place | undefined)[] {
  const tables = (['table2', 'table3', 'table4'] as const).filter((key) => tabs.has(key))
  const figuresOf = (key: string) => figures.filter(({ id }) => id.startsWith(`${key}.`))
  return [
    ...tables.flatMap((key) => figuresOf(key).map(({ id }) => places.get(id))),
    ...(tabs.has('lastYear') ? [spots.get('lastYear'), ...figures.map(({ id }) => lastYearPlaces.get(id))] : []),
    ...(tabs.has('basics') ? [spots.get('unit'), spots.get('year')] : []),
    ...textKeys.filter((key) => tabs.has(key)).map((key) => spots.get(key)),
  ]
}

/** Named ranges that tell where parts stand and end, for the parts that there are. */
function areNamed({ tabs }: WorkbookReading, names: WorkbookSnapshot['names']): boolean {
  const wanted = [...tabs.keys()].flatMap((key) =>
    key === 'lastYear' ? [rangeNames.lastYear, ...Object.values(lastNames)] : [rangeNames[key]],
  )
  return wanted.every((own) => names.some(({ name }) => name === own))
}

/** No tab may turn out to be a part that is missing now. */
const areClaimed = ({ tabs }: WorkbookReading, snapshot: WorkbookSnapshot): boolean =>
  tabs.size === Object.keys(tabNames).length || snapshot.tabs.every(({ name }) => [...tabs.values()].includes(name))

const hasCase = (text: string): boolean => text.toLowerCase() !== text.toUpperCase()

/** The blocks of the copy that hold letters with an upper and a lower case. */
function casedBlocks({ copy, row, watched }: Freshness): Watched[] {
  return watched.filter(({ copy: at }) =>
    copy
      .slice(at.row - row, at.row - row + at.rows)
      .flat()
      .some(hasCase),
  )
}

/** Areas beside the copied texts; null where the size of a tab is not known. */
function areasAround(
  { tabs, spots }: WorkbookReading,
  snapshot: SizedSnapshot,
): { tabName: string; area: Area }[] | null {
  const areas: { tabName: string; area: Area }[] = []
  for (const key of textKeys.filter((one) => tabs.has(one))) {
    const [tab, place] = [snapshot.tabs.find(({ name }) => name === tabs.get(key)), spots.get(key)]
    if (!tab?.size || !place) return null
    areas.push(...around(place, tab.size).map((area) => ({ tabName: tab.name, area })))
  }
  return areas
}

/** Null where a report rests on cells that neither the copy nor a formula can watch: then the tabs have to be read. */
export function copyRest(reading: WorkbookReading, snapshot: SizedSnapshot): CopyRest | null {
  const kept = freshness(reading, snapshot)
  const isWatched = (place: Place | undefined): boolean =>
    place !== undefined &&
    kept.watched.some(
      ({ tabName, area }) => tabName === reading.tabs.get(place.tab) && contains(area, place.row, place.column),
    )
  const isWhole =
    areNamed(reading, snapshot.names) && areClaimed(reading, snapshot) && expected(reading).every(isWatched)
  const beside = areasAround(reading, snapshot)
  const own = reading.tabs.get('findings')
  if (!isWhole || !beside || own === undefined) return null
  return { ...restPlace(kept), formula: restFormula(own, beside, casedBlocks(kept)) }
}

/** Beside the headers of the list, above the copy. */
export const restPlace = ({ row }: Pick<Freshness, 'row'>): Position => ({ row: row - 1, column: checkedCopy.column })
