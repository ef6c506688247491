/** What 初始化模板 knows of a workbook before it plans. */
import type { WorkbookSnapshot } from '../../workbook'
import type { WorkbookSettings } from '../host'
import type { Properties } from '../properties'
import type { TabAsIs } from './repair-tab'

export interface TemplateReading {
  /** Every tab of the workbook in its order; those that may be ours were read. */
  tabs: { name: string; isBlank: boolean; read: TabAsIs | null }[]
  names: WorkbookSnapshot['names']
  properties: Properties
  settings: WorkbookSettings | null
}

export function snapshotOf({ tabs, names }: TemplateReading): WorkbookSnapshot {
  return { tabs: tabs.flatMap(({ read }) => (read ? [{ name: read.name, values: read.values }] : [])), names }
}
