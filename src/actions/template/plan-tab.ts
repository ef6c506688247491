/** One tab of the layout: made where it is missing, finished or repaired where it is there. */
import type { TabLayout, WorkbookReading } from '../../workbook'
import { templateWords as words } from '../../words/template'
import type { Write } from '../plan'
import { guardWrites, isDrawnAlike, nameWrites, structureWrites } from './build-tab'
import type { TemplateReading } from './reading'
import { fillBlankTab, isForeign, isMoved, isTypedTotal, repairContents } from './repair-tab'
import type { Filling, TabAsIs } from './repair-tab'

/** What is known about one tab when it is planned. */
export interface TabCase {
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

export interface Planned {
  result: 'made' | 'repaired' | 'moved' | 'foreign'
  writes: Write[]
  /** What people had written into cells of ours; it is told, since it may have to go elsewhere. */
  replaced?: string[]
  typedTotals?: number
}

export function presentTab(tabCase: TabCase): Planned {
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
export interface Making {
  reading: TemplateReading
  made: TabLayout[]
}

export function newTab(tab: TabLayout, index: number, making: Making, filling: Filling): Planned {
  const begin = beginWrite(tab, index, making)
  const isCopy = begin.kind === 'insertTab' && begin.like !== undefined
  const drawn = isCopy ? [...guardWrites(tab), ...nameWrites(tab)] : structureWrites(tab, [])
  making.made.push(tab)
  return { result: 'made', writes: [begin, fillBlankTab(tab, filling), ...drawn] }
}
