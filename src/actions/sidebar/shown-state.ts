/** What a sidebar shows, in short: the page asks with it whether the same still stands in the workbook. */
import { fingerprintOf } from '../../checks'
import { findingsColumns, findingsRows, rangeNames } from '../../workbook'
import type { ReadRows, WorkbookSnapshot } from '../../workbook'
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
