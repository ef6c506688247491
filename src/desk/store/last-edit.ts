/** When a person last changed a workbook: told by its journal, also while its .xlsx is not written yet. */
import { statSync } from 'node:fs'
import type { Disk } from './disk'
import { realDisk } from './disk'
import { journalOf } from './journal-files'
import { linesBackward } from './read-lines'

/** The program's own lines after the last change of a person are fewer. */
const MOST_LINES = 200
/** Journal and .xlsx are written one after the other: so many milliseconds between them say nothing. */
const TOGETHER_MS = 5_000

/** The time of a change that a person made; null: the line is none. */
function timeOf(bytes: Buffer): string | null {
  try {
    const { line, by, time } = JSON.parse(bytes.toString()) as { line?: unknown; by?: unknown; time?: unknown }
    return line === 'entry' && by !== '' && typeof time === 'string' ? time : null
  } catch {
    // A damaged line tells nothing here; opening the workbook does.
    return null
  }
}

function lastTime(disk: Pick<Disk, 'reader'>, journal: string): string | null {
  const reader = disk.reader(journal)
  try {
    let lines = 0
    for (const bytes of linesBackward(reader)) {
      const time = timeOf(bytes)
      if (time !== null || ++lines >= MOST_LINES) return time
    }
    return null
  } finally {
    reader.close()
  }
}

const writtenAt = (path: string): Date | null => statSync(path, { throwIfNoEntry: false })?.mtime ?? null

/** ISO 8601, UTC; null: there is no such workbook. What another program has saved later is a change as well. */
export function changedAt(workbook: string): string | null {
  const file = writtenAt(workbook)
  if (!file) return null
  const journal = journalOf(workbook)
  try {
    const noted = writtenAt(journal)
    const isOwn = noted !== null && file.getTime() <= noted.getTime() + TOGETHER_MS
    return (isOwn ? lastTime(realDisk, journal) : null) ?? file.toISOString()
  } catch {
    // The journal cannot be read: the file tells as much as it can.
    return file.toISOString()
  }
}
