/** 初始化模板: every tab of the layout made, finished or repaired; what people typed stays. */
import { layout, readWorkbook } from '../../workbook'
import type { TabLayout, WorkbookReading, WorkbookSnapshot } from '../../workbook'
import { templateWords as words, type TemplateSummary } from '../../words/actions'
import { logRow, logWrite } from '../log'
import type { Plan, Write } from '../plan'
import { otherVersion, propertyNames, type Properties } from '../properties'
import type { Stamp } from '../stamp'
import { guardWrites, isDrawnAlike, nameWrites, structureWrites } from './build-tab'
import { fillingOf, type TemplateRequest } from './filling'
import { fillBlankTab, isForeign, isMoved, isTypedTotal, repairContents } from './repair-tab'
import type { Filling, TabAsIs } from './repair-tab'

export interface TemplateReading {
  /** Every tab of the workbook in its order; those that may be ours were read. */
  tabs: { name: string; isBlank: boolean; read: TabAsIs | null }[]
  names: WorkbookSnapshot['names']
  properties: Properties
}

/** What is known about one tab when it is planned. */
interface TabCase {
  layout: TabLayout
  tab: TabAsIs
  filling: Filling
  reading: WorkbookReading
  isDone: boolean
  names: ReadonlySet<string>
}

const property = (name: string, value: string | null): Write => ({ kind: 'property', name, value })

/** A tab that was finished before: contents, locks and missing names only, so that colours and marks stay. */
function repairWrites({ layout: tab, names }: TabCase, contents: readonly Write[]): Write[] {
  const missing = nameWrites(tab).filter((write) => write.kind === 'name' && !names.has(write.name))
  return [...contents, ...missing, ...guardWrites(tab)]
}

const finishWrites = ({ layout: tab, tab: present }: TabCase, contents: readonly Write[]): Write[] => [
  { kind: 'grow', tab: tab.name, rows: tab.rows, columns: tab.columns },
  ...contents,
  ...structureWrites(tab, present.notes),
]

interface Planned {
  result: 'made' | 'repaired' | 'moved' | 'foreign'
  writes: Write[]
  /** What people had written into cells of ours; it is told, since it may have to go elsewhere. */
  replaced?: string[]
  typedTotals?: number
}

function presentTab(tabCase: TabCase): Planned {
  const { layout: tab, tab: present, reading, isDone } = tabCase
  if (!isDone && isForeign(tab, present)) return { result: 'foreign', writes: [] }
  const renamed: Write[] = present.name === tab.name ? [] : [{ kind: 'renameTab', from: present.name, tab: tab.name }]
  if (isMoved(tab, reading)) return { result: 'moved', writes: renamed }
  const basics = layout().tabs.find(({ key }) => key === 'basics')
  const repair = repairContents(tab, present, tabCase.filling, basics !== undefined && isMoved(basics, reading))
  const writes = isDone ? repairWrites(tabCase, repair.writes) : finishWrites(tabCase, repair.writes)
  return {
    result: 'repaired',
    writes: [...renamed, ...writes],
    replaced: isDone ? repair.replaced.map(({ cell, was }) => words.replaced(tab.name, cell, was)) : [],
    typedTotals: tab.cells.filter((cell) => isTypedTotal(cell, present)).length,
  }
}

/** The first write for a missing tab. */
function beginWrite(tab: TabLayout, index: number, { reading, made }: Making): Write {
  const [only] = reading.tabs
  // The one blank tab that a new spreadsheet comes with becomes our first one.
  if (index === 0 && reading.tabs.length === 1 && only?.isBlank)
    return { kind: 'renameTab', from: only.name, tab: tab.name }
  const model = made.find((other) => isDrawnAlike(other, tab))
  return { kind: 'insertTab', tab: tab.name, index, columns: tab.columns, ...(model && { like: model.name }) }
}

/** The tabs made so far; `reading` is the workbook before this plan. */
interface Making {
  reading: TemplateReading
  made: TabLayout[]
}

function newTab(tab: TabLayout, index: number, making: Making, filling: Filling): Planned {
  const begin = beginWrite(tab, index, making)
  const isCopy = begin.kind === 'insertTab' && begin.like !== undefined
  const drawn = isCopy ? [...guardWrites(tab), ...nameWrites(tab)] : structureWrites(tab, [])
  making.made.push(tab)
  return { result: 'made', writes: [begin, fillBlankTab(tab, filling), ...drawn] }
}

/** Copy a tab before naming its ranges: Google copies the names too. */
function namedAfterCopying(writes: readonly Write[]): Write[] {
  const lastCopy = new Map(
    writes.flatMap((write, index) => (write.kind === 'insertTab' && write.like ? [[write.like, index]] : [])),
  )
  const isLate = (write: Write, index: number) => write.kind === 'name' && index < (lastCopy.get(write.area.tab) ?? -1)
  const late = writes.filter(isLate)
  return [...writes.filter((write, index) => !isLate(write, index)), ...late]
}

function snapshotOf({ tabs, names }: TemplateReading): WorkbookSnapshot {
  return { tabs: tabs.flatMap(({ read }) => (read ? [{ name: read.name, values: read.values }] : [])), names }
}

/** A workbook of another version gets its looks anew, which removes the colours of the last check. */
function closingWrites({ properties }: TemplateReading, version: string): Write[] {
  if (properties[propertyNames.version] === version) return []
  const forget = propertyNames.check in properties ? [property(propertyNames.check, null)] : []
  return [...forget, property(propertyNames.version, version)]
}

/** Logs what will be overwritten before it is: it must not be lost, whatever happens next. */
function replacedWrites(replaced: readonly string[], log: TabAsIs | null, stamp: Stamp): Write[] {
  if (replaced.length === 0 || !log) return []
  return logWrite(log.name, logRow(stamp, { event: words.event, detail: words.replacedLog(replaced) }))
}

function summaryOf(tabs: readonly (Planned & { name: string })[]): TemplateSummary {
  const of = (result: Planned['result']) => tabs.filter((tab) => tab.result === result).map(({ name }) => name)
  return {
    made: of('made'),
    repaired: of('repaired'),
    moved: of('moved'),
    foreign: of('foreign'),
    replaced: tabs.flatMap(({ replaced }) => replaced ?? []),
    typedTotals: tabs.reduce((sum, { typedTotals }) => sum + (typedTotals ?? 0), 0),
  }
}

/**
 * Each tab's writes end with its named ranges, so that a run that was cut off is taken up where it stopped. A tab of
 * somebody else's that has our name is left alone, and so are the contents of a tab whose lines were moved.
 */
export function planTemplate(reading: TemplateReading, request: TemplateRequest, stamp: Stamp): Plan {
  const workbook = readWorkbook(snapshotOf(reading))
  const madeBy = otherVersion(reading.properties, stamp.version)
  const names = new Set(reading.names.map(({ name }) => name))
  const making: Making = { reading, made: [] }
  const presentAs = (tab: TabLayout): TabAsIs | null => {
    const now = workbook.tabs.get(tab.key) ?? tab.name
    return reading.tabs.find(({ name }) => name === now)?.read ?? null
  }
  const tabs = layout().tabs.map((tab, index) => {
    const filling = fillingOf(tab, request)
    const present = presentAs(tab)
    const isDone = madeBy === null && tab.names.some(({ name }) => names.has(name))
    const planned = present
      ? presentTab({ layout: tab, tab: present, filling, reading: workbook, isDone, names })
      : newTab(tab, index, making, filling)
    return { ...planned, name: tab.name }
  })
  const summary = summaryOf(tabs)
  const log = layout().tabs.find(({ key }) => key === 'log')
  const writes = namedAfterCopying(tabs.flatMap((tab) => tab.writes))
  return {
    writes: [
      ...replacedWrites(summary.replaced, log ? presentAs(log) : null, stamp),
      ...writes,
      ...closingWrites(reading, stamp.version),
    ],
    message: words.done(summary, madeBy),
  }
}
