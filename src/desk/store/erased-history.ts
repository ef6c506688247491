/** Begins a workbook's journal without what was before, and deletes the files that hold it. */
import { randomUUID } from 'node:crypto'
import { storeWords as words } from '../../words/store'
import type { Book } from '../book'
import { reasonOf } from '../disk-error'
import type { Backups } from './backups'
import { StoreError } from './error'
import type { KeptJournal } from './kept-journal'
import { summaryOf, withOpening } from './lines'
import type { EntryLine, Summary } from './lines'
import { removeOld } from './old-files'
import type { NewEntry, StoreState } from './store-state'

/** As Store.beginAnew. Returns what the first change is about. */
export async function beginErased(state: StoreState, kept: KeptJournal, book: Book, entry: NewEntry): Promise<Summary> {
  const { seq, hash } = state
  const saves = hash === null ? [] : [{ seq, hash, isDone: true }]
  const line: EntryLine = { line: 'entry', seq: seq + 1, isFirst: true, ...entry }
  const erased = { erasedAt: line.seq, erases: [...state.erased.erases, state.id] }
  const about = { journal: randomUUID(), seq, entrySum: '', kept: state.kept, erased, saves }
  try {
    await kept.replace({ ...about, book, previous: '' }, [line])
  } catch (error) {
    throw new StoreError(words.notKept(reasonOf(error)))
  }
  const last = summaryOf(line)
  // What a file without a mark holds was erased as well.
  delete state.unmarked
  const { sum } = state.journal
  const openings = withOpening([], line.seq, sum)
  Object.assign(state, { id: about.journal, seq: line.seq, entrySum: sum, last, erased, saves, openings })
  return last
}

/** As Store.removeOld. */
export async function removeErased(
  state: StoreState,
  journal: KeptJournal,
  backups: Backups,
  paths: readonly string[],
): Promise<string[]> {
  await backups.removeHalfWritten()
  const left = await removeOld(state.disk, state.path, paths)
  const { savedSeq: seq, hash } = state
  if (left.length > 0 || hash === null || seq < 0) return left
  await journal.append([{ line: 'save', seq, hash, isDone: true, isErased: true }])
  state.erased = { ...state.erased, erases: [] }
  return left
}
