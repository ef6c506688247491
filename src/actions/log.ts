/** Entries of 流程记录. */
import { logColumns, type ReadValue } from '../workbook'
import type { CellWrite } from './plan'
import type { Stamp } from './stamp'

export interface LogEntry {
  event: string
  detail: string
  files?: string
  /** Digest of the figures that the event was about. */
  digest?: string
}

/** The entry as a row, columns in the order of the tab. */
export function logRow(stamp: Stamp, { event, detail, files = '', digest = '' }: LogEntry): string[] {
  const cells: Record<keyof typeof logColumns, string> = {
    time: stamp.time,
    person: stamp.user,
    event,
    detail,
    files,
    digest,
  }
  const names = Object.keys(logColumns) as (keyof typeof logColumns)[]
  return names.sort((a, b) => logColumns[a] - logColumns[b]).map((name) => cells[name])
}

/** Less than a cell holds: the rest is for the mark of a text. */
const MOST_IN_ROW = 32_000

function pieces(detail: string): string[] {
  if (detail.length <= MOST_IN_ROW) return [detail]
  return [detail.slice(0, MOST_IN_ROW), ...pieces(detail.slice(MOST_IN_ROW))]
}

/**
 * A row in the log, or several where one cell cannot hold the detail. Everything in the log is text: a host would turn
 * the time into a date, which reads back in another form.
 */
export function logWrite(tab: string | null, row: readonly string[]): CellWrite[] {
  if (tab === null) return []
  const at = logColumns.detail - 1
  return pieces(row[at] ?? '').map((detail) => {
    const values = row.map((cell, index) => (index === at ? detail : cell))
    return { kind: 'append', tab, values: values.map((cell) => (cell === '' ? '' : `'${cell}`)) }
  })
}

/** Whether a row stands in the log already. */
export function isLogged(values: readonly (readonly ReadValue[])[], row: readonly string[]): boolean {
  return values.some((line) => row.every((cell, index) => String(line[index] ?? '') === cell))
}
