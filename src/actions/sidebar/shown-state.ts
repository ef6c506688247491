/** Whether the last check, and what a sidebar shows, are of the workbook as it is now. */
import { fingerprintOf } from '../../checks'
import { findingsColumns, findingsRows, rangeNames } from '../../workbook'
import type { ReadRows, WorkbookReading, WorkbookSnapshot } from '../../workbook'
import { workbookWords } from '../../words/workbook'
import { readAt } from '../areas'
import type { FindingRow } from '../check/finding-rows'
import { propertyNames, type Properties } from '../properties'
import { tabNamed } from '../tabs'

/** The cell, in the first column, that tells whether figures have changed since the last check. */
export function bannerPlace(
  sheets: readonly string[],
  names: WorkbookSnapshot['names'],
): { tab: string; row: number } | null {
  const tab = tabNamed(sheets, names, 'findings')
  const header = names.find(({ name }) => name === rangeNames.findings)?.area.row ?? findingsRows.header
  return tab === null ? null : { tab, row: header - findingsRows.header + findingsRows.banner }
}

/** `fresh`: 校验结果 tells the same as the sidebar; `old`: it is of before; `unlisted`: no tab can tell. */
export type SidebarFreshness = 'fresh' | 'old' | 'unlisted'

/** Whether the banner tells that nothing has changed since the last check. */
export const isFresh = (banner: string): boolean => banner === workbookWords.findings.fresh

/** Whether the last check is about the figures as they are now, as 校验结果 tells; `none`: there was none. */
export function lastCheck(reading: WorkbookReading, { tabs, names }: WorkbookSnapshot): SidebarFreshness | 'none' {
  const sheets = tabs.map(({ name }) => name)
  const place = bannerPlace(sheets, names)
  if (!place || !reading.findingsList) return 'unlisted'
  const values = tabs.find(({ name }) => name === place.tab)?.values ?? []
  const banner = String(readAt(values, { row: place.row, column: 1 }))
  const { stale, layoutChanged } = workbookWords.findings
  if (isFresh(banner)) return 'fresh'
  return banner === stale || banner === layoutChanged ? 'old' : 'none'
}

type ListedRow = Pick<FindingRow, 'fingerprint' | 'opinion'>

/** The rows of 校验结果 as they stand there; `banner` is the row of `bannerPlace`. */
export function rowsBelow(values: ReadRows, banner: number): ListedRow[] {
  const { fingerprint, opinion } = findingsColumns
  const header = banner - findingsRows.banner + findingsRows.header
  return values.slice(header).map((line) => ({
    fingerprint: String(line[fingerprint - 1] ?? ''),
    opinion: String(line[opinion - 1] ?? ''),
  }))
}

/** Equal while the list, what people wrote beside it, and what can be taken back are the same. */
export function stateOf(rows: readonly ListedRow[], properties: Properties): string {
  const written = rows.map(({ fingerprint, opinion }) => `${fingerprint} ${opinion}`).filter((line) => line !== ' ')
  return fingerprintOf([properties[propertyNames.undo] ?? '', ...written])
}
