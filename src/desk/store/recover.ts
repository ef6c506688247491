/** What a workbook is when it is opened: its file and its journal together. */
import { basename, extname } from 'node:path'
import { journalWords } from '../../words/journal'
import { storeWords as words } from '../../words/store'
import { recalculated, shownTime } from '../book'
import type { Book } from '../book'
import { XlsxError, xlsxToBook } from '../xlsx'
import type { Disk } from './disk'
import { StoreError } from './error'
import { freeName } from './files'
import { archivesOf } from './journal'
import { indexJournal } from './journal-index'
import type { Region } from './journal-index'
import { hashOf, takeMark } from './marks'
import type { Mark, Witness } from './marks'
import { applyAfter, nothingKnown, replay } from './replay'
import type { Replayed } from './replay'
import { differing, judged, lossMessages } from './salvage'
import type { Doubt } from './salvage'
import { hasLosses, standingOf, withTail } from './standing'
import type { Standing } from './standing'

/** The workbook as its file and its journal give it. */
export interface Recovery {
  book: Book
  messages: string[]
  /** The last change the file holds; -1: the file must be written. */
  savedSeq: number
  /** Digest of the file, by which the next start knows it again; null: there is no file. */
  hash: string | null
  /** The file's content, where another program has written the file. */
  outside?: Book
  /** Id of the journal that the file names. */
  id?: string
  /** Why the journal cannot be continued: it is another workbook's, or damaged. */
  fresh?: 'foreign' | 'damaged'
  doubts: Doubt[]
  /** The last change that anything tells of. */
  seq: number
}

export interface Recovering {
  disk: Disk
  /** Of the .xlsx. */
  path: string
  witness: Witness | null
}

/** The .xlsx as a book, or why it cannot be read. */
interface OnDisk {
  hash: string
  book: Book
  mark: Mark | null
}

async function fileAt({ disk, path }: Recovering): Promise<OnDisk> {
  const bytes = disk.read(path)
  return { hash: hashOf(bytes), ...takeMark(await xlsxToBook(bytes)) }
}

/** A workbook without a journal, or with one that cannot be its own. */
export async function fromFile(recovering: Recovering): Promise<Recovery> {
  const { disk, path, witness } = recovering
  if (!disk.facts(path)) throw new StoreError(words.missing(basename(path)))
  const { book, mark, hash } = await fileAt(recovering)
  const seq = mark?.seq ?? 0
  const messages = mark ? missingJournal(book, mark, witness) : []
  return { book: recalculated(book), messages, savedSeq: seq, hash, doubts: [], seq }
}

/** What the witness tells of changes that came after the file was written, where the journal that had them is gone. */
function missingJournal(book: Book, mark: Mark, witness: Witness | null): string[] {
  if (witness?.journal !== mark.journal || witness.seq <= mark.seq) return []
  const lost = withTail({ ...nothingKnown, id: mark.journal, seq: mark.seq }, witness)
  return lossMessages(lost.losses, judged(book, lost, mark.seq), [])
}

/** Renames an unreadable file. Only when the journal has all that was in it. */
function setAside({ disk, path }: Recovering): string {
  const aside = freeName(disk, path.slice(0, -extname(path).length || undefined), extname(path))
  disk.renameNow(path, aside)
  return basename(aside)
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
function fromJournal(recovering: Recovering, known: Replayed, message: string): Recovery {
  const whole = known.losses.isBaseLost ? fromArchives(recovering, known) : null
  const book = whole ?? known.book
  if (!book) throw new StoreError(words.missing(basename(recovering.path)))
  const losses = whole ? { ...known.losses, pieces: [], isBaseLost: false } : known.losses
  const state = recalculated(book)
  const verdict = judged(state, { ...known, losses }, -1)
  const messages = [message, ...lossMessages(losses, verdict, [])]
  return { book: state, messages, savedSeq: -1, hash: null, doubts: verdict.doubts, seq: known.seq }
}

interface Trust {
  /** The file holds all changes up to this one. */
  seq: number
  /** No other program has written it. */
  isTrusted: boolean
}

/** File and journal together, where the journal has lost something. */
function together({ disk }: Recovering, known: Replayed, file: OnDisk, { seq, isTrusted }: Trust): Recovery {
  const book = recalculated(file.book)
  applyAfter(disk, known.index, book, seq)
  const state = recalculated(book)
  const verdict = judged(state, known, seq)
  // Without the whole of the journal's own state nobody can tell what the file adds to it.
  const others = known.book && !known.losses.isBaseLost ? differing(state, known.book) : []
  const isClear = isTrusted || others.length === 0
  const doubts = [...verdict.doubts, ...(isClear ? [] : others.filter(({ cell }) => isNew(verdict.doubts, cell)))]
  const filled = isClear ? others.map(({ cell }) => cell) : []
  const messages = lossMessages(known.losses, { ...verdict, doubts }, filled)
  const id = file.mark ? { id: file.mark.journal } : {}
  return { book: state, messages, savedSeq: -1, hash: file.hash, doubts, seq: Math.max(seq, known.seq), ...id }
}

const isNew = (doubts: readonly Doubt[], cell: string): boolean => doubts.every((doubt) => doubt.cell !== cell)

/** A file that another program changed, with the acknowledged changes that are not in it. */
export function merged(disk: Disk, { index }: Replayed, file: Book, seq: number): { book: Book; added: number } {
  const book = recalculated(file)
  const added = applyAfter(disk, index, book, seq)
  return { book: recalculated(book), added }
}

/** A file that is not as this desk has left it, beside a journal that is whole. */
function changedOutside(
  { disk }: Recovering,
  known: Replayed,
  { book: file, mark, hash }: OnDisk,
  isOlder: boolean,
): Recovery {
  const seq = mark?.seq ?? 0
  const about = { savedSeq: -1, hash, doubts: [], seq: known.seq }
  // The changes between a file and the first line of a younger journal are not known.
  if (isOlder) {
    const outside = recalculated(file)
    return { ...about, book: outside, outside, messages: [words.olderFile] }
  }
  const { book, added } = merged(disk, known, file, seq)
  return { ...about, book, outside: book, messages: [words.changedOutside(added)], ...(mark && { id: mark.journal }) }
}

/** The file is as this desk has left it, and the journal has all that came after. */
function asLeft(known: Replayed, book: Book, seq: number, hash: string): Recovery {
  const missing = known.seq - seq
  const messages = missing > 0 ? [words.recovered(missing)] : []
  return { book, messages, savedSeq: seq, hash, doubts: [], seq: known.seq }
}

/** The workbook, from a journal that can be read at least in part, and from what stands beside it. */
export async function reconcile(recovering: Recovering, replayed: Replayed): Promise<Recovery> {
  const { disk, path, witness } = recovering
  const known = withTail(replayed, witness)
  if (!disk.facts(path)) return fromJournal(recovering, known, words.fileLost)
  const hash = hashOf(disk.read(path))
  const standing = standingOf(hash, known.saves)
  if (standing.kind === 'ours' && known.book && !hasLosses(known)) return asLeft(known, known.book, standing.seq, hash)
  const file = await readable(recovering, known)
  if ('aside' in file) return fromJournal(recovering, known, words.fileDamaged(file.aside))
  const isForeign = known.id !== null && file.mark?.journal !== known.id && standing.kind !== 'ours'
  if (isForeign) return { ...(await fromFile(recovering)), fresh: 'foreign' }
  return withFile(recovering, withTail(known, file.mark), file, standing)
}

function withFile(recovering: Recovering, known: Replayed, file: OnDisk, standing: Standing): Recovery {
  const seq = file.mark?.seq ?? (standing.kind === 'ours' ? standing.seq : 0)
  const isOlder = standing.kind === 'older' || seq < (known.head?.seq ?? 0)
  if (!hasLosses(known)) return changedOutside(recovering, known, file, isOlder)
  const isTrusted = standing.kind === 'ours' || file.hash === recovering.witness?.hash
  if (!isOlder) return together(recovering, known, file, { seq, isTrusted })
  const told = lossMessages(known.losses, judged(file.book, known, -1), [])
  const older = changedOutside(recovering, known, file, true)
  return { ...older, messages: [...older.messages, ...told] }
}

async function readable(recovering: Recovering, known: Replayed): Promise<OnDisk | { aside: string }> {
  try {
    return await fileAt(recovering)
  } catch (error) {
    if (known.book && error instanceof XlsxError) return { aside: setAside(recovering) }
    throw error
  }
}

function tailMessages(tail: Region | undefined): string[] {
  if (!tail) return []
  return [tail.isTorn ? words.torn : journalWords.tailUnclear(tail.end - tail.start)]
}

/** What is to be told of a journal that could be put right, or whose copy is another than this computer knows. */
export function journalMessages({ index, entrySum, seq }: Replayed, witness: Witness | null): string[] {
  const { mended, isDisordered, foreign, regions } = index
  const within = regions.filter(({ isWithin }) => isWithin).length
  const at = index.lines.find((line) => line.kind === 'entry' && line.seq === witness?.seq)
  const sum = at?.sum ?? (witness?.seq === seq ? entrySum : '')
  const isOther = witness !== null && sum !== '' && witness.sum !== '' && witness.sum !== sum
  return [
    ...(mended > 0 ? [journalWords.mended(mended)] : []),
    ...(isDisordered && foreign.length === 0 ? [journalWords.disordered] : []),
    ...(foreign.length > 0 ? [journalWords.foreignLines(foreign.length)] : []),
    ...(within > 0 ? [journalWords.unreadable(within)] : []),
    ...tailMessages(regions.find(({ isWithin }) => !isWithin)),
    ...(isOther ? [journalWords.otherCopy(shownTime(witness.time))] : []),
  ]
}
