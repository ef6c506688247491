/** 初始化模板: every tab of the layout made, finished or repaired; what people typed stays. */
import { layout, readWorkbook } from '../../workbook'
import type { TabLayout, WorkbookReading } from '../../workbook'
import { templateWords as words, type TemplateSummary } from '../../words/template'
import { logRow, logWrite } from '../log'
import type { Plan, Write } from '../plan'
import { otherVersion, propertyNames } from '../properties'
import type { Stamp } from '../stamp'
import { guardWrites, isDrawnAlike, nameWrites, structureWrites } from './build-tab'
import { emptyWorkbook, hasContents, hasLostProperties, isCopy, type CopyChoice } from './copied'
import { fillingOf, type TemplateRequest } from './filling'
import { snapshotOf, type TemplateReading } from './reading'
import { fillBlankTab, isForeign, isMoved, isTypedTotal, repairContents } from './repair-tab'
import type { Filling, TabAsIs } from './repair-tab'
import { beginAnew, closingWrites, idWrites, regionWrites } from './workbook-writes'

/** What is known about one tab when it is planned. */
interface TabCase {
  /** Under the name that the tab has afterwards. */
  layout: TabLayout
  tab: TabAsIs
  filling: Filling
  reading: WorkbookReading
  isDone: boolean
  names: ReadonlySet<string>
  /** 基本信息 stands elsewhere than in the layout, by its lines or by its name. */
  isBasicsMoved: boolean
}

/** A tab may have been cut down to what it holds. */
const growWrite = ({ name, rows, columns }: TabLayout): Write => ({ kind: 'grow', tab: name, rows, columns })

/** A tab that was finished before: contents, locks and missing names only, so that colours and marks stay. */
function repairWrites({ layout: tab, names }: TabCase, contents: readonly Write[]): Write[] {
  const missing = nameWrites(tab).filter((write) => write.kind === 'name' && !names.has(write.name))
  return [growWrite(tab), ...contents, ...missing, ...guardWrites(tab)]
}

const finishWrites = ({ layout: tab, tab: present }: TabCase, contents: readonly Write[]): Write[] => [
  growWrite(tab),
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
  const repair = repairContents(tab, present, tabCase.filling, tabCase.isBasicsMoved)
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

/** What is about to be written over goes into the log first: it must not be lost, whatever happens next. */
function replacedWrites(replaced: readonly string[], log: TabAsIs | null, stamp: Stamp): Write[] {
  if (replaced.length === 0 || !log) return []
  return logWrite(log.name, logRow(stamp, { event: words.event, detail: words.replacedLog(replaced) }))
}

interface PlannedTab extends Planned {
  key: TabLayout['key']
  name: string
  /** Its official name. */
  wanted: string
  /** Name of a tab that was there and has been drawn anew; null for others. */
  redrawn: string | null
}

function summaryOf(tabs: readonly PlannedTab[]): TemplateSummary {
  const of = (result: Planned['result']) => tabs.filter((tab) => tab.result === result).map(({ name }) => name)
  return {
    made: of('made'),
    repaired: of('repaired'),
    moved: of('moved'),
    foreign: of('foreign'),
    replaced: tabs.flatMap(({ replaced }) => replaced ?? []),
    taken: tabs.flatMap(({ wanted, name }) => (wanted === name ? [] : [{ name, wanted }])),
    typedTotals: tabs.reduce((sum, { typedTotals }) => sum + (typedTotals ?? 0), 0),
  }
}

/** Under its own name where that is taken by another tab: two tabs cannot have one name. */
function namedLayout(tab: TabLayout, present: TabAsIs | null, reading: TemplateReading): TabLayout {
  const isTaken = present && present.name !== tab.name && reading.tabs.some(({ name }) => name === tab.name)
  return isTaken ? { ...tab, name: present.name } : tab
}

function isBasicsElsewhere(reading: TemplateReading, workbook: WorkbookReading): boolean {
  const basics = layout().tabs.find(({ key }) => key === 'basics')
  if (!basics) return false
  return isMoved(basics, workbook) || namedLayout(basics, presentAs(reading, workbook, basics), reading) !== basics
}

function planTabs(reading: TemplateReading, request: TemplateRequest, madeBy: string | null): PlannedTab[] {
  const workbook = readWorkbook(snapshotOf(reading))
  const names = new Set(reading.names.map(({ name }) => name))
  const making: Making = { reading, made: [] }
  const isUnknown = madeBy !== null || hasLostProperties(reading)
  const isBasicsMoved = isBasicsElsewhere(reading, workbook)
  return layout().tabs.map((tab, index) => {
    const filling = fillingOf(tab, request)
    const present = presentAs(reading, workbook, tab)
    const named = namedLayout(tab, present, reading)
    const isDone = !isUnknown && tab.names.some(({ name }) => names.has(name))
    const planned = present
      ? presentTab({ layout: named, tab: present, filling, reading: workbook, isDone, names, isBasicsMoved })
      : newTab(tab, index, making, filling)
    const isRedrawn = planned.result === 'repaired' && !isDone
    return {
      ...planned,
      key: tab.key,
      name: named.name,
      wanted: tab.name,
      redrawn: present && isRedrawn ? present.name : null,
    }
  })
}

function presentAs(reading: TemplateReading, workbook: WorkbookReading, tab: TabLayout): TabAsIs | null {
  const now = workbook.tabs.get(tab.key) ?? tab.name
  return reading.tabs.find(({ name }) => name === now)?.read ?? null
}

/** Whether the person has to choose first between 新建 and 继续: also where an earlier 新建 was cut off. */
export const isChoiceOpen = (reading: TemplateReading): boolean =>
  isCopy(reading) &&
  (propertyNames.emptying in reading.properties || hasContents(reading, readWorkbook(snapshotOf(reading))))

/** The log as it is called afterwards; null where the tab of that name is somebody else's. */
function logName(tabs: readonly PlannedTab[]): string | null {
  const planned = tabs.find(({ key }) => key === 'log')
  return planned && planned.result !== 'foreign' ? planned.name : null
}

/**
 * Each tab's writes end with its named ranges, so that a run that was cut off is taken up where it stopped. A tab of
 * somebody else's that has our name is left alone, and so are the contents of a tab whose lines were moved. The id is
 * noted first in a new spreadsheet, and last in a copy: a run that was cut off asks again.
 *
 * @param choice of the person, in a copy
 */
export function planTemplate(
  given: TemplateReading,
  request: TemplateRequest,
  stamp: Stamp,
  choice: CopyChoice | null = null,
): Plan {
  const workbook = readWorkbook(snapshotOf(given))
  const empty = choice === 'anew' ? emptyWorkbook(given, workbook) : { writes: [], reading: given }
  const { reading } = empty
  const madeBy = otherVersion(reading.properties, stamp.version)
  const tabs = planTabs(reading, request, madeBy)
  const summary = summaryOf(tabs)
  const log = layout().tabs.find(({ key }) => key === 'log')
  const region = regionWrites(reading)
  const id = idWrites(reading)
  const redrawn = tabs.flatMap((tab) => tab.redrawn ?? [])
  const entry =
    choice === null ? [] : logWrite(logName(tabs), logRow(stamp, { event: words.event, detail: words.copied[choice] }))
  return {
    writes: [
      ...(choice === null ? id : []),
      ...(choice === 'anew' ? [beginAnew()] : []),
      ...region,
      ...empty.writes,
      ...replacedWrites(summary.replaced, log ? presentAs(reading, workbook, log) : null, stamp),
      ...namedAfterCopying(tabs.flatMap((tab) => tab.writes)),
      ...entry,
      ...closingWrites(reading, stamp.version, choice, redrawn),
      ...(choice === null ? [] : id),
    ],
    message: words.done(summary, madeBy, { isRegionChanged: region.length > 0, choice, version: stamp.version }),
  }
}
