/** Which tab is which: by its named range, else by its name, else by the labels on it. */
import type { TableId } from '../form'
import { tabNames } from '../words/tabs'
import { workbookWords as words } from '../words/workbook'
import { groups, normalised, parts } from './labels'
import { positionsIn, sheetView, type SheetView } from './sheet-view'
import { rangeNames, tabTitle } from './tab-frame'
import type { Area, TabKey, WorkbookSnapshot } from './types'

export interface TabOfPart {
  view: SheetView
  /** The areas of the tab's named ranges, by name. */
  areas: ReadonlyMap<string, Area>
}

type RangeName = (typeof rangeNames)[keyof typeof rangeNames]

const tabKeys = Object.keys(tabNames).filter((key): key is TabKey => key in tabNames)

/** Named ranges by tab; 上年数据 has one for each of its tables. */
function namesOf(key: TabKey): readonly RangeName[] {
  if (key !== 'lastYear') return [rangeNames[key]]
  return [rangeNames.lastYear, rangeNames.lastTable2, rangeNames.lastTable3, rangeNames.lastTable4]
}

const tableLabels: Record<TableId, readonly string[]> = {
  table2: parts.table2.flatMap(({ rows }) => rows.flatMap(({ names }) => [...names].slice(0, 1))),
  table3: parts.table3.flatMap(({ rows }) => rows.flatMap(({ names }) => [...names].slice(0, 1))),
  table4: groups.flatMap(({ names, columns }) => [
    ...names,
    ...columns.flatMap((column) => [...column.names].slice(0, 1)),
  ]),
}

/** Labels that stand on a tab of this kind and no other. */
function signature(key: TabKey): readonly string[] {
  if (key === 'table2' || key === 'table3' || key === 'table4') return tableLabels[key]
  const { basics, narrative, lastYear } = words
  if (key === 'basics') return [basics.unit, basics.year].map(normalised)
  if (key === 'lastYear') return [lastYear.year].map(normalised)
  if (key === 'findings' || key === 'log') return Object.values(words[key].columns).map(normalised)
  if (key === 'guide') return [tabTitle(key)].map(normalised)
  return [tabTitle(key), narrative.text].map(normalised)
}

const labelsOn = (view: SheetView): ReadonlySet<string> =>
  new Set(positionsIn(view.whole).map((position) => view.labelAt(position)))

/** True where most labels of the tab are there; 上年数据 repeats the tables and is none of them. */
function looksLike(key: TabKey, labels: ReadonlySet<string>): boolean {
  if (key !== 'lastYear' && labels.has(normalised(words.lastYear.year))) return false
  const wanted = [...new Set(signature(key))]
  const present = wanted.filter((label) => labels.has(label)).length
  return wanted.length <= 2 ? present === wanted.length : present * 2 >= wanted.length
}

interface Finder {
  snapshot: WorkbookSnapshot
  free: Set<SheetView>
  tabs: Map<TabKey, SheetView>
}

function claim({ free, tabs }: Finder, key: TabKey, candidates: readonly SheetView[]): void {
  const [view] = candidates
  if (!view || candidates.length > 1 || tabs.has(key)) return
  tabs.set(key, view)
  free.delete(view)
}

export interface FoundTabs {
  tabs: ReadonlyMap<TabKey, TabOfPart>
  /** Tabs that look like a table as well, and are not read. */
  copies: readonly { table: TableId; tab: TabOfPart }[]
}

/** A copy of a table is no larger than this, in cells; a larger tab is something else. */
const LARGEST_COPY = 4000

function copiesAmong(free: Iterable<SheetView>): FoundTabs['copies'] {
  return [...free].flatMap((view) => {
    if (view.whole.rows * view.whole.columns > LARGEST_COPY) return []
    const labels = labelsOn(view)
    const table = (['table2', 'table3', 'table4'] as const).find((key) => looksLike(key, labels))
    return table ? [{ table, tab: { view, areas: new Map<string, Area>() } }] : []
  })
}

/** Finds every tab that is there. Of two that look alike neither is taken. */
export function findTabs(snapshot: WorkbookSnapshot): FoundTabs {
  const views = snapshot.tabs.map(sheetView)
  const finder: Finder = { snapshot, free: new Set(views), tabs: new Map() }
  const namesFor = (key: TabKey) => snapshot.names.filter(({ name }) => namesOf(key).some((own) => own === name))
  for (const key of tabKeys) {
    const tabs = new Set(namesFor(key).map(({ tab }) => tab))
    claim(finder, key, [...finder.free].filter(({ name }) => tabs.has(name)).slice(0, 1))
  }
  for (const key of tabKeys)
    claim(
      finder,
      key,
      [...finder.free].filter(({ name }) => name === tabNames[key]),
    )
  for (const key of tabKeys)
    claim(
      finder,
      key,
      [...finder.free].filter((view) => looksLike(key, labelsOn(view))),
    )
  const tabs = new Map(
    [...finder.tabs].map(([key, view]) => {
      const own = namesFor(key).filter(({ tab }) => tab === view.name)
      return [key, { view, areas: new Map(own.map(({ name, area }) => [name, area])) }]
    }),
  )
  return { tabs, copies: copiesAmong(finder.free) }
}
