/** 初始化模板: every tab of the layout made, finished or repaired; what people typed stays. */
import { layout, readWorkbook } from '../../workbook'
import type { TabLayout, WorkbookReading, WorkbookSnapshot } from '../../workbook'
import { templateWords as words } from '../../words/actions'
import type { Plan, Write } from '../plan'
import { otherVersion, propertyNames, type Properties } from '../properties'
import { guardWrites, isDrawnAlike, nameWrites, structureWrites } from './build-tab'
import { fillingOf, type TemplateRequest } from './filling'
import { contentWrites, fillBlankTab, isForeign, isMoved, type Filling, type TabAsIs } from './repair-tab'

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
function repairWrites({ layout: tab, tab: present, filling, names }: TabCase): Write[] {
  const missing = nameWrites(tab).filter((write) => write.kind === 'name' && !names.has(write.name))
  return [...contentWrites(tab, present, filling), ...missing, ...guardWrites(tab)]
}

const finishWrites = ({ layout: tab, tab: present, filling }: TabCase): Write[] => [
  ...contentWrites(tab, present, filling),
  ...structureWrites(tab, present.notes),
]

type Outcome = 'made' | 'repaired' | 'moved' | 'foreign'

interface Planned {
  outcome: Outcome
  writes: Write[]
}

function presentTab(found: TabCase): Planned {
  const { layout: tab, tab: present } = found
  if (!found.isDone && isForeign(tab, present)) return { outcome: 'foreign', writes: [] }
  const renamed: Write[] = present.name === tab.name ? [] : [{ kind: 'renameTab', from: present.name, tab: tab.name }]
  if (isMoved(tab, found.reading)) return { outcome: 'moved', writes: renamed }
  const writes = found.isDone ? repairWrites(found) : finishWrites(found)
  return { outcome: 'repaired', writes: [...renamed, ...writes] }
}

/** How a tab that is missing is begun. */
function beginWrite(tab: TabLayout, index: number, { reading, made }: Making): Write {
  const [only] = reading.tabs
  // The one blank tab that a new spreadsheet comes with becomes our first one.
  if (index === 0 && reading.tabs.length === 1 && only?.isBlank)
    return { kind: 'renameTab', from: only.name, tab: tab.name }
  const model = made.find((other) => isDrawnAlike(other, tab))
  return { kind: 'insertTab', tab: tab.name, index, columns: tab.columns, ...(model && { like: model.name }) }
}

/** The tabs made so far, none of them there before; `reading` is the workbook before. */
interface Making {
  reading: TemplateReading
  made: TabLayout[]
}

function newTab(tab: TabLayout, index: number, making: Making, filling: Filling): Planned {
  const begin = beginWrite(tab, index, making)
  const isCopy = begin.kind === 'insertTab' && begin.like !== undefined
  const drawn = isCopy ? [...guardWrites(tab), ...nameWrites(tab)] : structureWrites(tab, [])
  making.made.push(tab)
  return { outcome: 'made', writes: [begin, fillBlankTab(tab, filling), ...drawn] }
}

/** A tab that is copied has no named ranges until it was: they would be copied as well. */
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

/** Where the workbook was made by another version, everything is set anew and the check's colours go with it. */
function closingWrites({ properties }: TemplateReading, version: string): Write[] {
  if (properties[propertyNames.version] === version) return []
  const forget = propertyNames.check in properties ? [property(propertyNames.check, null)] : []
  return [...forget, property(propertyNames.version, version)]
}

/**
 * Each tab's writes end with its named ranges, so that a run that was cut off is taken up where it stopped. A tab of
 * somebody else's that has our name is left alone, and so are the contents of a tab whose lines were moved.
 */
export function planTemplate(reading: TemplateReading, request: TemplateRequest, version: string): Plan {
  const workbook = readWorkbook(snapshotOf(reading))
  const madeBy = otherVersion(reading.properties, version)
  const names = new Set(reading.names.map(({ name }) => name))
  const found: Record<Outcome, string[]> = { made: [], repaired: [], moved: [], foreign: [] }
  const making: Making = { reading, made: [] }
  const writes = layout().tabs.flatMap((tab, index) => {
    const filling = fillingOf(tab, request)
    const now = workbook.tabs.get(tab.key) ?? tab.name
    const present = reading.tabs.find(({ name }) => name === now)?.read
    const isDone = madeBy === null && tab.names.some(({ name }) => names.has(name))
    const planned = present
      ? presentTab({ layout: tab, tab: present, filling, reading: workbook, isDone, names })
      : newTab(tab, index, making, filling)
    found[planned.outcome].push(tab.name)
    return planned.writes
  })
  return {
    writes: [...namedAfterCopying(writes), ...closingWrites(reading, version)],
    message: words.done(found, madeBy),
  }
}
