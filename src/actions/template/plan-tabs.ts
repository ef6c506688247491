/** Every tab of the layout, planned in its order, and what is told of them. */
import { layout, readWorkbook } from '../../workbook'
import type { TabLayout, WorkbookReading } from '../../workbook'
import type { TemplateSummary } from '../../words/template'
import { hasLostProperties } from './copied'
import { fillingOf, type TemplateRequest } from './filling'
import { newTab, presentTab, type Making, type Planned } from './plan-tab'
import { snapshotOf, type TemplateReading } from './reading'
import { isMoved, type TabAsIs } from './repair-tab'

export interface PlannedTab extends Planned {
  key: TabLayout['key']
  name: string
  /** Its official name. */
  wanted: string
  /** Name of a tab that was there and has been drawn anew; null for others. */
  redrawn: string | null
}

export function summaryOf(tabs: readonly PlannedTab[]): TemplateSummary {
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

export function planTabs(reading: TemplateReading, request: TemplateRequest, madeBy: string | null): PlannedTab[] {
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

export function presentAs(reading: TemplateReading, workbook: WorkbookReading, tab: TabLayout): TabAsIs | null {
  const now = workbook.tabs.get(tab.key) ?? tab.name
  return reading.tabs.find(({ name }) => name === now)?.read ?? null
}
