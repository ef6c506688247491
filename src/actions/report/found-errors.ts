/**
 * Errors that 生成年度报告 finds are listed on 校验结果 before it asks about a draft. After the question the list tells
 * whether anything has changed meanwhile, so that the tabs need not be read again.
 */
import { copyRest, freshness, restPlace, textKeys } from '../../workbook'
import type { ReadRows, WorkbookSnapshot } from '../../workbook'
import { assess } from '../check/assess'
import { findingsBlock, findingsWrites, holdsCopy } from '../check/findings-block'
import type { ReadTab, WorkbookRead } from '../host'
import { readAt } from '../areas'
import type { CellWrite } from '../plan'
import { lastCheck } from '../sidebar/shown-state'
import type { Stamp } from '../stamp'

/** What a step has read of the tabs. */
export type TabsRead = Pick<WorkbookRead, 'tabs' | 'names'>

/** Read with the tabs in both steps: where texts go on, and that nobody has made room for more. */
export const sizedTabs = textKeys

/** Nothing where 校验结果 is missing. */
export function listWrites(read: TabsRead, ids: WorkbookRead['ids'], stamp: Stamp): CellWrite[] {
  const assessment = assess(read)
  const block = findingsBlock({ assessment, snapshot: read, sheetIds: ids, stamp })
  if (!block) return []
  const rest = copyRest(assessment.reading, read)
  const at = restPlace({ row: block.top })
  // A blank cell tells that not everything can be watched.
  const watch: CellWrite = { kind: 'values', tab: block.tab, ...at, values: [[rest?.formula ?? '']] }
  return [...findingsWrites(block, false), watch]
}

const outline = ({ tabs, names }: TabsRead): string =>
  JSON.stringify([tabs.map(({ name, size }) => [name, size ?? null]), names])

function isUnchanged(first: TabsRead, now: TabsRead, merged: WorkbookSnapshot): boolean {
  const { reading } = assess(first)
  const tab = reading.tabs.get('findings')
  const values: ReadRows = now.tabs.find(({ name }) => name === tab)?.values ?? []
  const kept = freshness(reading, first)
  return (
    outline(first) === outline(now) &&
    lastCheck(assess(merged).reading, merged) === 'fresh' &&
    holdsCopy(values, kept) &&
    readAt(values, restPlace(kept)) === 0
  )
}

/**
 * The workbook as it was read before the question, with 校验结果 and 流程记录 as they are now; null where anything else may
 * have changed.
 */
export function unchangedSince(first: TabsRead, now: TabsRead): WorkbookSnapshot | null {
  const known = new Map(first.tabs.map((tab) => [tab.name, tab]))
  const tabs = now.tabs.map((tab): ReadTab => (tab.values.length > 0 ? tab : (known.get(tab.name) ?? tab)))
  const merged = { tabs, names: now.names }
  return isUnchanged(first, now, merged) ? merged : null
}
