/** A workbook of which only the file can be used, or only the journal. */
import { basename } from 'node:path'
import { storeWords as words } from '../../words/store'
import { recalculated } from '../book'
import type { Book } from '../book'
import { StoreError } from './error'
import { History } from './history'
import { archivesOf } from './journal-files'
import { indexJournal } from './journal-index'
import type { Mark, Witness } from './marks'
import { fileAt, toldOf } from './recovery'
import type { Recovering, Recovery } from './recovery'
import { applyAfter, replay } from './replay'
import { nothingKnown } from './replayed'
import type { Replayed } from './replayed'
import { judged, lossMessages } from './salvage'
import { withTail } from './standing'

/** The last change of the journal with that id that is left in any of its files, or that this computer knows of. */
function lastNumber({ disk, path, witness }: Recovering, id: string): number {
  const [last] = new History(disk, path, id).entries(() => true, 1)
  return Math.max(last?.seq ?? 0, witness?.journal === id ? witness.seq : 0)
}

/**
 * A workbook without a journal, or with one that cannot be its own. The journal that is begun has the id that the file
 * names: its older files are still this workbook's.
 */
export async function fromFile(recovering: Recovering): Promise<Recovery> {
  const { disk, path, witness } = recovering
  if (!disk.facts(path)) throw new StoreError(words.missing(basename(path)))
  const { book, mark, hash, unreadNotes } = await fileAt(recovering)
  const about = { book: recalculated(book), hash, doubts: [] }
  const unread = toldOf(unreadNotes)
  if (!mark) return { ...about, messages: unread, savedSeq: 0, seq: 0, unmarked: 0 }
  // Numbers of lost changes are never given again.
  const seq = Math.max(mark.seq, lastNumber(recovering, mark.journal))
  const messages = [...unread, ...missingJournal(book, mark, witness)]
  return { ...about, messages, savedSeq: mark.seq, seq, id: mark.journal, openings: mark.openings ?? [] }
}

/** What the witness tells of changes that came after the file was written, where the journal that had them is gone. */
function missingJournal(book: Book, mark: Mark, witness: Witness | null): string[] {
  // A workbook that was handed over has no journal, and never had one here.
  if (witness?.journal !== mark.journal) return []
  if (witness.seq <= mark.seq) return [words.journalMissing]
  const lost = withTail({ ...nothingKnown, id: mark.journal, seq: mark.seq }, witness)
  return lossMessages(lost.losses, judged(book, lost, mark.seq), [])
}

/** What the newest older file of the journal ends with, where that is what this one began with. */
function fromArchives({ disk, path }: Recovering, { index, id }: Replayed): Book | null {
  const first = index.lines.find(({ kind }) => kind === 'entry')?.seq ?? Infinity
  for (const archive of archivesOf(disk, path).reverse()) {
    const older = replay(disk, indexJournal(disk, archive))
    const isWhole = older.book && !older.losses.isBaseLost && older.losses.ranges.length === 0
    if (older.book && isWhole && (id === null || older.id === id) && older.seq >= first - 1) {
      applyAfter(disk, index, older.book, older.seq)
      return older.book
    }
  }
  return null
}

/** The journal alone gives the workbook. */
export function fromJournal(recovering: Recovering, known: Replayed, message: string): Recovery {
  const whole = known.losses.isBaseLost ? fromArchives(recovering, known) : null
  const book = whole ?? known.book
  if (!book) throw new StoreError(words.missing(basename(recovering.path)))
  const losses = whole ? { ...known.losses, pieces: [], isBaseLost: false } : known.losses
  const state = recalculated(book)
  const verdict = judged(state, { ...known, losses }, -1)
  const messages = [message, ...lossMessages(losses, verdict, [])]
  return { book: state, messages, savedSeq: -1, hash: null, doubts: verdict.doubts, seq: known.seq }
}
