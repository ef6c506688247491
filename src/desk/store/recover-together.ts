/** File and journal together, where the file is not as this desk has left it or the journal has lost something. */
import { basename } from 'node:path'
import { journalWords } from '../../words/journal'
import { storeWords as words } from '../../words/store'
import { applyPatch, copyBook, recalculated } from '../book'
import type { Book } from '../book'
import { freeBeside, numberedBeside, putBeside } from './beside'
import { compared } from './outside'
import { toldOf } from './recovery'
import type { Marked, OnDisk, Recovering, Recovery } from './recovery'
import { applyAfter } from './replay'
import type { Replayed } from './replayed'
import { differing, doubtMessages, judged, lossMessages } from './salvage'
import type { Doubt } from './salvage'
import { withKnownNotes } from './unread-notes'

/** Cells that are named in a message. */
const MOST_NAMED = 20

interface Trust {
  /** The file holds all changes up to this one. */
  seq: number
  /** No other program has written it. */
  isTrusted: boolean
}

/** File and journal together, where the journal has lost something. */
export function together({ disk }: Recovering, known: Replayed, file: OnDisk, { seq, isTrusted }: Trust): Recovery {
  const book = recalculated(file.book)
  applyAfter(disk, known.index, book, seq)
  const state = recalculated(book)
  const verdict = judged(state, known, seq)
  // Without the whole of the journal's own state nobody can tell what the file adds to it.
  const others = known.book && !known.losses.isBaseLost ? differing(state, known.book) : []
  const isClear = isTrusted || others.length === 0
  const doubts = [...verdict.doubts, ...(isClear ? [] : others.filter(({ cell }) => isNew(verdict.doubts, cell)))]
  const filled = isClear ? others.map(({ cell }) => cell) : []
  const messages = [...toldOf(file.unreadNotes), ...lossMessages(known.losses, { ...verdict, doubts }, filled)]
  const id = file.mark ? { id: file.mark.journal } : {}
  return { book: state, messages, savedSeq: -1, hash: file.hash, doubts, seq: Math.max(seq, known.seq), ...id }
}

const isNew = (doubts: readonly Doubt[], cell: string): boolean => doubts.every((doubt) => doubt.cell !== cell)

/**
 * A file that is not as this desk has left it, beside a journal that is whole: what the journal acknowledged stays, and
 * what was changed in the file alone is added.
 */
export async function changedOutside(
  recovering: Recovering,
  known: Replayed & { book: Book },
  file: Marked,
): Promise<Recovery> {
  const { disk, path } = recovering
  const { seq, hash, mark } = file
  const theirs = withKnownNotes(file.book, file.unreadNotes, known.book)
  const { patch, doubts, isAsThen } = compared(disk, path, known.id ?? mark.journal, { book: theirs, seq }, known.book)
  const about = { hash, savedSeq: -1, seq: known.seq, id: mark.journal, doubts }
  const missing = known.seq - seq
  if (isAsThen && file.isOlder) {
    const aside = await copyAside(recovering)
    return { ...about, book: known.book, messages: [words.olderFile(missing, aside)] }
  }
  if (isAsThen) return { ...about, book: known.book, messages: missing > 0 ? [words.recovered(missing)] : [] }
  const outside = copyBook(known.book)
  applyPatch(outside, patch)
  const cells = differing(known.book, outside).map(({ cell }) => cell)
  const taken = { named: cells.slice(0, MOST_NAMED), count: cells.length }
  const aside = await copyAside(recovering)
  const isAhead = mark.journal === known.id && mark.seq > known.seq
  const told = isAhead ? words.continuedElsewhere(taken, aside) : words.changedOutside(missing, taken, aside)
  const messages = [told, ...toldOf(file.unreadNotes), ...doubtMessages(doubts)]
  return { ...about, book: outside, outside, messages, why: journalWords.whyOutside }
}

/** Keeps the file under another name, for whoever has put it there on purpose. Returns that name. */
export async function copyAside({ disk, path }: Recovering): Promise<string> {
  const bytes = disk.read(path)
  const before = numberedBeside(disk, path).find(
    (copy) => disk.facts(copy)?.size === bytes.length && disk.read(copy).equals(bytes),
  )
  if (before !== undefined) return basename(before)
  // No second name of the same file: no lock holds together what has two names.
  const aside = freeBeside(disk, path)
  await putBeside(disk, aside, bytes)
  return basename(aside)
}
