import { emptyReport, isBlank, writtenForm, type Narrative, type Report } from '../report'
import { figures, type CellId, type NarrativeId, type TableId } from '../form'
import { tabNames } from '../words/tabs'
import { workbookWords as words } from '../words/workbook'
import { a1 } from './address'
import { findTabs, type FoundTabs, type TabOfPart } from './find-tabs'
import {
  labelsDamaged,
  labelsMissing,
  notOurs,
  tableFindings,
  tabMissing,
  tabRenamed,
  tabsAlike,
  tabTwice,
} from './layout-findings'
import type { TableReading } from './read-table'
import {
  figuresAt,
  narrativePlaces,
  readFields,
  readFindingsList,
  readLastYear,
  readList,
  readThisYear,
  textFrom,
  textValue,
  yearValue,
} from './read-tabs'
import { rangeNames } from './tab-frame'
import type { Area, LayoutFinding, Place, Position, SpotName, TabKey, WorkbookReading, WorkbookSnapshot } from './types'

const ids = figures.map(({ id }) => id)
const tables: readonly TableId[] = ['table2', 'table3', 'table4']
const narratives: readonly NarrativeId[] = ['overview', 'problems', 'other']
const tabKeys = Object.keys(tabNames).filter((key): key is TabKey => key in tabNames)

/** A reading in the making. */
interface ReadSoFar {
  tabs: ReadonlyMap<TabKey, TabOfPart>
  report: Report
  lastYear: Report
  findings: LayoutFinding[]
  places: Map<CellId, Place>
  lastYearPlaces: Map<CellId, Place>
  spots: Map<SpotName, Place>
  hints: Map<NarrativeId, Place>
  tableAreas: Map<TableId, Area>
}

function keep(soFar: ReadSoFar, tab: TabOfPart, key: TabKey, reading: TableReading): void {
  const isLastYear = key === 'lastYear'
  const places = isLastYear ? soFar.lastYearPlaces : soFar.places
  for (const [id, position] of reading.places) places.set(id, { tab: key, ...position })
  const into = isLastYear ? soFar.lastYear : soFar.report
  Object.assign(into.figures, figuresAt(tab.view, reading.places))
  soFar.findings.push(...tableFindings(tabNames[key], tab.view, reading))
}

function readTables(soFar: ReadSoFar): void {
  for (const table of tables) {
    const tab = soFar.tabs.get(table)
    if (!tab) continue
    const reading = readThisYear(table, tab)
    soFar.tableAreas.set(table, reading.area)
    keep(soFar, tab, table, reading)
  }
  const last = soFar.tabs.get('lastYear')
  if (!last) return
  for (const table of tables) keep(soFar, last, 'lastYear', readLastYear(table, last))
}

/** Fields of a tab: their places are kept, missing labels told once. */
function fields(
  soFar: ReadSoFar,
  key: 'basics' | 'lastYear',
  labels: Readonly<Record<string, string>>,
  needed: string[],
) {
  const tab = soFar.tabs.get(key)
  if (!tab) return { valueOf: () => '' as const, placeOf: () => undefined }
  const { places, missing, guessed } = readFields(tab, rangeNames[key], labels)
  const lost = missing.filter((spec) => needed.includes(spec.key)).map(({ shown }) => shown)
  if (lost.length > 0) soFar.findings.push(labelsMissing(tabNames[key], lost))
  if (guessed.length > 0)
    soFar.findings.push(
      labelsDamaged(
        tabNames[key],
        guessed.map(({ shown }) => shown),
      ),
    )
  const placeOf = (label: string): Position | undefined => places.get(label)
  const valueOf = (label: string) => {
    const position = placeOf(label)
    return position ? tab.view.valueAt(position) : ''
  }
  return { valueOf, placeOf }
}

function readBasics(soFar: ReadSoFar): void {
  const { unit, year, author, reviewer, telephone } = words.basics
  const basics = fields(soFar, 'basics', { unit, year, author, reviewer, telephone }, ['unit', 'year'])
  soFar.report.unit = textValue(basics.valueOf('unit')).trim()
  soFar.report.year = yearValue(basics.valueOf('year'))
  for (const spot of ['unit', 'year'] as const) {
    const position = basics.placeOf(spot)
    if (position) soFar.spots.set(spot, { tab: 'basics', ...position })
  }
  const last = fields(soFar, 'lastYear', { lastYear: words.lastYear.year }, ['lastYear'])
  soFar.lastYear.unit = soFar.report.unit
  soFar.lastYear.year = yearValue(last.valueOf('lastYear'))
  const position = last.placeOf('lastYear')
  if (position) soFar.spots.set('lastYear', { tab: 'lastYear', ...position })
}

function readNarrative(soFar: ReadSoFar): Narrative {
  const narrative: Narrative = { overview: '', problems: '', other: '' }
  for (const key of narratives) {
    const tab = soFar.tabs.get(key)
    if (!tab) continue
    const site = narrativePlaces(tab, rangeNames[key])
    if (!site) {
      soFar.findings.push(labelsMissing(tabNames[key], [words.narrative.text]))
      continue
    }
    narrative[key] = textFrom(tab.view, site.text)
    soFar.spots.set(key, { tab: key, ...site.text })
    soFar.hints.set(key, { tab: key, ...site.hint })
  }
  return narrative
}

function tellTabs({ tabs, findings }: ReadSoFar): void {
  for (const key of tabKeys) {
    const tab = tabs.get(key)
    if (!tab) findings.push(tabMissing(key))
    else if (tab.view.name !== tabNames[key]) findings.push(tabRenamed(key, tab.view.name))
  }
}

/** Figures of a copy that differ from those that were read: its cell, its value, and the value that counts. */
function differences({ report }: ReadSoFar, table: TableId, tab: TabOfPart): string[] {
  const { places } = readThisYear(table, tab)
  const figures = figuresAt(tab.view, places)
  return [...places].flatMap(([id, at]) => {
    const [there, here] = [writtenForm(figures[id]), writtenForm(report.figures[id])]
    return there === here ? [] : [words.layoutFinding.cellAt(a1(at), words.layoutFinding.otherValue(there, here))]
  })
}

function tellCopies(soFar: ReadSoFar, copies: FoundTabs['copies']): void {
  for (const table of tables) {
    const own = copies.filter((copy) => copy.table === table)
    const names = own.map(({ tab }) => tab.view.name)
    if (own.length > 0 && !soFar.tabs.has(table)) soFar.findings.push(tabsAlike(table, names))
    else for (const { tab } of own) soFar.findings.push(tabTwice(table, tab.view.name, differences(soFar, table, tab)))
  }
}

const isEmpty = ({ figures, year }: Report) => year === null && Object.values(figures).every(isBlank)

/** A figure, field or text without a place. */
function unreadOf({ places, spots }: ReadSoFar): WorkbookReading['unread'] {
  const fields = ['unit', 'year', ...narratives] as const
  return new Set([...ids.filter((id) => !places.has(id)), ...fields.filter((field) => !spots.has(field))])
}

/** Reads a workbook. Whatever is wrong with it becomes a finding; a figure without a certain place stays blank. */
export function readWorkbook(snapshot: WorkbookSnapshot): WorkbookReading {
  const { tabs, copies } = findTabs(snapshot)
  const soFar: ReadSoFar = {
    tabs,
    report: emptyReport('', null),
    lastYear: emptyReport('', null),
    findings: [],
    places: new Map(),
    lastYearPlaces: new Map(),
    spots: new Map(),
    hints: new Map(),
    tableAreas: new Map(),
  }
  const isOurs = [...tables, ...narratives, 'basics' as const].some((key) => tabs.has(key))
  if (isOurs) tellTabs(soFar)
  else soFar.findings.push(notOurs())
  readBasics(soFar)
  readTables(soFar)
  tellCopies(soFar, copies)
  soFar.report.narrative = readNarrative(soFar)
  const [findingsTab, logTab] = [tabs.get('findings'), tabs.get('log')]
  const { report, lastYear, findings, places, lastYearPlaces, spots, hints, tableAreas } = soFar
  return {
    report,
    lastYear: isEmpty(lastYear) ? null : lastYear,
    findings,
    places,
    lastYearPlaces,
    spots,
    hints,
    tableAreas,
    unread: unreadOf(soFar),
    tabs: new Map([...tabs].map(([key, { view }]) => [key, view.name])),
    findingsList: findingsTab ? readFindingsList(findingsTab) : null,
    log: logTab ? readList(logTab, rangeNames.log) : null,
  }
}
