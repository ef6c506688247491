/** Keeps a workbook elsewhere whose own folder is gone when the desk ends. */
import { basename, join } from 'node:path'
import { freeBeside, putBeside } from './beside'
import { journalOf } from './journal-files'
import { hashOf, withMark } from './marks'
import type { Saving, StoreState } from './store-state'

/**
 * Writes it into the folder, with its journal where that can still be read. Returns its path. Rejects with the disk's
 * error.
 */
export async function rescue(state: StoreState, { book, make }: Saving, folder: string): Promise<string> {
  const { disk, id, seq, entrySum: sum, openings, journal } = state
  disk.makeFolder(folder)
  const wanted = join(folder, basename(state.path))
  const isFree = !disk.facts(wanted) && !disk.facts(journalOf(wanted))
  const path = isFree ? wanted : freeBeside(disk, wanted)
  const bytes = await make(withMark(book(), { journal: id, seq, sum, openings }))
  await putBeside(disk, path, bytes)
  await journal.copyFor(path, [{ line: 'save', seq, hash: hashOf(bytes), isDone: true }])
  return path
}
