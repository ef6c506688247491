/** Another workbook's file, or another workbook's journal, in the place of this one's. */
import { basename, join } from 'node:path'
import { storeWords as words } from '../../words/store'
import { recalculated } from '../book'
import type { Book } from '../book'
import { datedCopies } from './backups'
import { besideOf } from './beside'
import { backupsOf } from './files'
import { fromFile } from './recover-alone'
import { toldOf } from './recovery'
import type { OnDisk, Recovering, Recovery } from './recovery'
import type { Replayed } from './replayed'
import { differing, judged, lossMessages } from './salvage'
import { hasLosses } from './standing'

/** Cells that are named in a message. */
const MOST_NAMED = 30

/** Whether the journal holds the last change that this computer made here. */
function hasLastChange({ witness }: Recovering, { index, id, seq, entrySum }: Replayed): boolean {
  if (!witness || witness.journal !== id) return false
  if (seq === witness.seq && entrySum === witness.sum) return true
  return index.lines.some((line) => line.kind === 'entry' && line.seq === witness.seq && line.sum === witness.sum)
}

/** Of file and journal the one that goes with what else is known of this place was here before; else the journal was. */
async function isJournalReplaced(recovering: Recovering, known: Replayed, { mark }: OnDisk): Promise<boolean> {
  const { disk, path, witness, xlsx } = recovering
  if (!mark) return false
  if (hasLastChange(recovering, known)) return false
  if (witness?.journal === mark.journal) return true
  if (known.id === mark.journal) return false
  const copies = await xlsx.marksOf(datedCopies(disk, path).map((name) => join(backupsOf(path), name)))
  const ids = copies.flatMap((copy) => (copy.mark && copy.mark !== 'unreadable' ? [copy.mark.journal] : []))
  return ids.includes(mark.journal) && (known.id === null || !ids.includes(known.id))
}

/** The workbook that stands there, without the journal beside it. */
async function alone(recovering: Recovering, known: Replayed): Promise<Recovery> {
  const { id: named, openings = [], ...file } = await fromFile(recovering)
  // Two that went on from the same copy are two workbooks from now on.
  if (named === known.id) return { ...file, savedSeq: -1, fresh: 'foreign' }
  return { ...file, ...(named !== undefined && { id: named, openings }), fresh: 'foreign' }
}

/** Both stay: the one that stands there is opened, the other one saved beside. */
export async function replaced(recovering: Recovering, known: Replayed, file: OnDisk): Promise<Recovery> {
  const { disk, path, xlsx } = recovering
  const { book, id, seq, entrySum: sum, openings } = known
  const other = await alone(recovering, known)
  if (!book || id === null) return other
  const isJournal = await isJournalReplaced(recovering, known, file)
  const kept = { book: recalculated(book), mark: { journal: id, seq, sum, openings } }
  const beside = await besideOf(disk, path, kept, xlsx)
  const losses = hasLosses(known) ? lossMessages(known.losses, judged(book, known, -1), []) : []
  const told = isJournal
    ? [
        words.journalReplaced(basename(beside)),
        ...(other.messages.length > 0 ? other.messages : [words.journalMissing]),
      ]
    : [words.foreignFile(basename(path), basename(beside)), ...toldOf(file.unreadNotes)]
  const differs = file.mark?.journal === id ? fork(other.book, kept.book, basename(beside)) : []
  return { ...other, beside, isJournalReplaced: isJournal, messages: [...told, ...differs, ...losses] }
}

/** Of two copies of one workbook: where they differ. */
function fork(book: Book, besides: Book, beside: string): string[] {
  const cells = differing(book, besides).map(({ cell }) => cell)
  return [words.forked(beside, cells.slice(0, MOST_NAMED), cells.length)]
}
