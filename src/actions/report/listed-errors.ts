/** What 校验结果 tells of errors without the tables being read. */
import { findingsColumns, readWorkbook, type ReadValue, type WorkbookSnapshot } from '../../workbook'
import { checkWords as words } from '../../words/actions'
import { lastCheck } from '../sidebar/shown-state'
import { reasonIn } from '../sidebar/verdicts'

const textAt = (line: readonly ReadValue[], column: number): string => String(line[column - 1] ?? '')

/** A row without a fingerprint says that the list is cut short, or is somebody's remark. */
const isWhole = (rows: readonly (readonly ReadValue[])[]): boolean =>
  rows.every((line) => textAt(line, findingsColumns.fingerprint) !== '' || textAt(line, findingsColumns.message) === '')

/**
 * The errors that nobody has accepted, as they are listed. None where no check stands, where figures have changed since,
 * or where the list is cut short: then only the tables can tell. `snapshot` holds 校验结果 alone.
 */
export function listedErrors(snapshot: WorkbookSnapshot): string[] {
  const reading = readWorkbook(snapshot)
  const list = reading.findingsList
  if (!list || lastCheck(reading, snapshot) !== 'fresh') return []
  const values = snapshot.tabs.find(({ name }) => name === reading.tabs.get('findings'))?.values ?? []
  const rows = values.slice(list.headerRow, list.lastRow)
  if (!isWhole(rows)) return []
  const { severity, message, opinion } = findingsColumns
  const open = rows.filter(
    (line) => textAt(line, severity) === words.severities.error && reasonIn(textAt(line, opinion)) === null,
  )
  return open.map((line) => textAt(line, message))
}
