/** The journal of a workbook that is opened: gone on with, written in the present format, or begun anew. */
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { journalWords } from '../../words/journal'
import { storeWords as words } from '../../words/store'
import { giveJournal } from './beside'
import { convertedLines, firstBook } from './convert'
import { Journal } from './journal'
import { archiveJournal } from './journal-files'
import type { JournalIndex } from './journal-index'
import { journalMessages } from './journal-messages'
import { JOURNAL_FORMAT } from './lines'
import type { HeadLine, SavedFile } from './lines'
import type { Recovering, Recovery } from './recovery'
import type { Replayed } from './replayed'
import { hasLosses } from './standing'
import type { StoreState } from './store-state'

const formatOf = ({ head }: Replayed): number => head?.format ?? 0

/** Whether the file can be gone on with as it is. */
export function isFine(known: Replayed): boolean {
  const { index } = known
  const isAsWritten = index.mended === 0 && index.converted === 0 && !index.isDisordered && index.foreign.length === 0
  const isTailTorn = index.regions.every(({ isWithin, isTorn }) => !isWithin && isTorn)
  return isAsWritten && isTailTorn && !hasLosses(known) && known.head !== null && known.book !== null
}

export type StateBefore = Omit<StoreState, 'journal'>

/** Of a workbook without a journal its file is the one that was saved. */
function savesOf({ hash }: Recovery, { index, saves }: Replayed, seq: number): readonly SavedFile[] {
  if (index.lines.length > 0) return saves
  return hash === null ? [] : [{ seq, hash, isDone: true }]
}

export function openingOf({ disk, path, xlsx }: Recovering, recovery: Recovery, known: Replayed): StateBefore {
  const { savedSeq, hash } = recovery
  const seq = Math.max(recovery.seq, savedSeq, known.seq, 0)
  const { kept, last, erased } = known
  const openings = known.index.lines.length > 0 ? known.openings : (recovery.openings ?? [])
  const id = known.id ?? recovery.id ?? randomUUID()
  const entrySum = known.seq === seq ? known.entrySum : ''
  const unmarked = known.head?.unmarked ?? recovery.unmarked
  const saves = savesOf(recovery, known, seq)
  const about = { kept, last, erased, entrySum, saves, openings, ...(unmarked !== undefined && { unmarked }) }
  return { path, disk, xlsx, id, seq, savedSeq, hash, ...about }
}

/** A journal of an older format in the present one, with all that it holds. */
function converted(
  { disk, path, id, kept, erased }: StateBefore,
  { index }: Replayed,
  head: HeadLine,
): Promise<Journal> {
  const { saves, seq } = head
  const beginning = { journal: id, seq, saves, kept, erased, previous: lastSum(index), book: firstBook(disk, index) }
  return Journal.start(disk, path, beginning, convertedLines(disk, index))
}

/** Continues the journal, or begins a new one. `known` is what the workbook's own journal says. */
export function openJournal(opening: StateBefore, { book, fresh }: Recovery, known: Replayed): Promise<Journal> {
  const { disk, path, seq, id, kept, erased, entrySum, unmarked, openings } = opening
  const { head, index } = known
  if (head && !fresh) {
    return formatOf(known) === JOURNAL_FORMAT ? Journal.resume(disk, path, index) : converted(opening, known, head)
  }
  const saves = [...opening.saves]
  const about = { kept, erased, saves, openings, previous: lastSum(index), ...(unmarked !== undefined && { unmarked }) }
  return Journal.start(disk, path, { journal: id, seq, entrySum, book, ...about })
}

const lastSum = ({ lines }: JournalIndex): string => lines.at(-1)?.sum ?? ''

interface PutAside {
  /** What to tell about the journal. */
  messages: string[]
  /** Its second name; null: it got none. */
  archive: string | null
}

/** Keeps a journal that cannot be continued under another name. */
export function putAside({ disk, path }: Recovering, recovery: Recovery, known: Replayed | null): PutAside {
  if (!known) return { messages: [], archive: null }
  const { fresh, beside, seq, isJournalReplaced } = recovery
  if (fresh === 'foreign') {
    if (beside !== undefined && giveJournal(disk, path, beside, known.id, isJournalReplaced !== true))
      return { messages: [], archive: null }
    const archive = archiveJournal(disk, path)
    return { messages: [words.journalForeign(basename(archive))], archive }
  }
  const messages = journalMessages(known, seq > known.seq)
  const archive = fresh || formatOf(known) < JOURNAL_FORMAT ? archiveJournal(disk, path) : null
  return { messages: [...messages, ...(fresh && archive ? [journalWords.archived(basename(archive))] : [])], archive }
}
