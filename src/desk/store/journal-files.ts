/** The files of a workbook's journal, by name: the one that is written to, and its older ones. */
import type { Disk } from './disk'
import { nextName, numberedOf, PRIVATE } from './files'

export const journalOf = (workbook: string): string => `${workbook}.journal`

/** Older files of the journal, oldest first. */
export function archivesOf(disk: Disk, workbook: string): string[] {
  const files = numberedOf(disk, journalOf(workbook)).map(({ path }) => path)
  return files.filter((path) => disk.facts(path)?.isFile)
}

/** The journal holds what people type; only this user may read it, also where an older desk has written it. */
export function makePrivate(disk: Disk, workbook: string): void {
  for (const path of [journalOf(workbook), ...archivesOf(disk, workbook)]) {
    if (disk.facts(path)) disk.setMode(path, PRIVATE)
  }
}

/** Gives the journal's file a second name, and returns that name. */
export function archiveJournal(disk: Disk, workbook: string): string {
  const path = journalOf(workbook)
  const archive = nextName(disk, path)
  disk.link(path, archive)
  return archive
}

/**
 * Begins a new journal's file after the old one has got its second name. Where that fails, the old one stands as before,
 * and the second name goes again.
 */
export async function beginAfter<T>(
  disk: Disk,
  workbook: string,
  archive: string | null,
  begin: () => Promise<T>,
): Promise<T> {
  const identity = () => disk.facts(journalOf(workbook))?.identity
  const before = identity()
  try {
    return await begin()
  } catch (error) {
    if (archive !== null && before !== undefined && identity() === before) await disk.remove(archive)
    throw error
  }
}
