/** What a workbook is when it is opened: its file and its journal together. */
import { basename } from 'node:path'
import { journalWords } from '../../words/journal'
import { storeWords as words } from '../../words/store'
import { applyPatch, copyBook, recalculated } from '../book'
import type { Book } from '../book'
import { XlsxError } from '../xlsx'
import type { UnreadNotes } from '../xlsx'
import { besideOf, freeBeside, numberedBeside, putBeside } from './beside'
import type { Disk } from './disk'
import { StoreError } from './error'
import { History } from './history'
import { archivesOf } from './journal'
import { indexJournal } from './journal-index'
import { hashOf, isVersionOf, takeMark } from './marks'
import type { Mark, Witness } from './marks'
import { compared } from './outside'
import { applyAfter, nothingKnown, replay } from './replay'
import type { Replayed } from './replay'
import { differing, doubtMessages, judged, lossMessages } from './salvage'
import type { Doubt } from './salvage'
import { hasLosses, standingOf, withTail } from './standing'
import type { Standing } from './standing'
import { withKnownNotes } from './unread-notes'
import type { XlsxFiles } from './xlsx-files'

/** Cells that are named in a message. */
const MOST_NAMED = 20

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
  /** As of HeadLine. */
  unmarked?: number
  /** Why the journal cannot be continued: it is another workbook's, or damaged. */
  fresh?: 'foreign' | 'damaged'
  /** Where the journal's own workbook was saved, because another one stands in its place. */
  beside?: string
  doubts: Doubt[]
  /** Why cells are in doubt; damage unless given. */
  why?: string
  /** The last change that anything tells of. */
  seq: number
}

export interface Recovering {
  disk: Disk
  /** Of the .xlsx. */
  path: string
  witness: Witness | null
  xlsx: XlsxFiles
}

/** The .xlsx as a book, or why it cannot be read. */
interface OnDisk {
  hash: string
  book: Book
  mark: Mark | null
  unreadNotes: readonly UnreadNotes[]
}

/** A version of this workbook. */
interface Marked extends OnDisk {
  mark: Mark
  seq: number
  /** It was saved before the one that should be there. */
  isOlder: boolean
}

const toldOf = (unread: readonly UnreadNotes[]): string[] => unread.map(({ message }) => message)

async function fileAt({ disk, path, xlsx }: Recovering): Promise<OnDisk> {
  const bytes = disk.read(path)
  const { book, unreadNotes } = await xlsx.own(bytes)
  return { hash: hashOf(bytes), ...takeMark(book), unreadNotes }
}

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
  return { ...about, messages, savedSeq: mark.seq, seq, id: mark.journal }
}

/** What the witness tells of changes that came after the file was written, where the journal that had them is gone. */
function missingJournal(book: Book, mark: Mark, witness: Witness | null): string[] {
  // A workbook that was handed over has no journal, and never had one here.
  if (witness?.journal !== mark.journal) return []
  if (witness.seq <= mark.seq) return [words.journalMissing]
  const lost = withTail({ ...nothingKnown, id: mark.journal, seq: mark.seq }, witness)
  return lossMessages(lost.losses, judged(book, lost, mark.seq), [])
}

/** Renames an unreadable file. Only when the journal has all that was in it. */
function setAside({ disk, path }: Recovering): string {
  const aside = freeBeside(disk, path)
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
  const messages = [...toldOf(file.unreadNotes), ...lossMessages(known.losses, { ...verdict, doubts }, filled)]
  const id = file.mark ? { id: file.mark.journal } : {}
  return { book: state, messages, savedSeq: -1, hash: file.hash, doubts, seq: Math.max(seq, known.seq), ...id }
}

const isNew = (doubts: readonly Doubt[], cell: string): boolean => doubts.every((doubt) => doubt.cell !== cell)

/**
 * A file that is not as this desk has left it, beside a journal that is whole: what the journal acknowledged stays, and
 * what was changed in the file alone is added.
 */
async function changedOutside(
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
  const told = words.changedOutside(missing, taken, await copyAside(recovering))
  const messages = [told, ...toldOf(file.unreadNotes), ...doubtMessages(doubts)]
  return { ...about, book: outside, outside, messages, why: journalWords.whyOutside }
}

/** Keeps the file under another name, for whoever has put it there on purpose. Returns that name. */
async function copyAside({ disk, path }: Recovering): Promise<string> {
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

/** The file is as this desk has left it, and the journal has all that came after. */
function asLeft(known: Replayed, book: Book, seq: number, hash: string): Recovery {
  const missing = known.seq - seq
  const messages = missing > 0 ? [words.recovered(missing)] : []
  return { book, messages, savedSeq: seq, hash, doubts: [], seq: known.seq }
}

/** Another workbook stands in the place of this one: it is opened, and this one saved beside, so that both are there. */
async function replaced(recovering: Recovering, known: Replayed): Promise<Recovery> {
  const { disk, path, xlsx } = recovering
  const { book, id, seq, entrySum: sum } = known
  const { id: named, ...file } = await fromFile(recovering)
  // Two that went on from the same copy are two workbooks from now on.
  const own = named === id ? { savedSeq: -1 } : named !== undefined && { id: named }
  const other = { ...file, ...own, fresh: 'foreign' as const }
  if (!book || id === null) return other
  const beside = await besideOf(disk, path, { book: recalculated(book), mark: { journal: id, seq, sum } }, xlsx)
  const losses = hasLosses(known) ? lossMessages(known.losses, judged(book, known, -1), []) : []
  return { ...other, beside, messages: [words.foreignFile(basename(path), basename(beside)), ...losses] }
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
  const isOwn = known.id === null || isVersion(recovering, known, file)
  const isForeign = !isOwn && standing.kind === 'unknown'
  if (isForeign) return replaced(recovering, known)
  return withFile(recovering, withTail(known, file.mark), file, standing)
}

function isVersion({ disk, path }: Recovering, { id, erased, head, book }: Replayed, file: OnDisk): boolean {
  const now = { id, erased, title: book?.title ?? '', ...(head?.unmarked !== undefined && { unmarked: head.unmarked }) }
  return isVersionOf(now, file, (seq) => new History(disk, path, id ?? '').sumsOf(seq))
}

/** @param file has a mark of this journal, or a hash that the journal knows */
async function withFile(recovering: Recovering, known: Replayed, file: OnDisk, standing: Standing): Promise<Recovery> {
  const isKnown = standing.kind !== 'unknown'
  const seq = isKnown ? standing.seq : changeIn(file, known)
  const { book } = known
  if (!hasLosses(known) && book) {
    const mark = file.mark ?? { journal: known.id ?? '', seq, sum: '' }
    const isOlder = standing.kind === 'older' || seq < savedSeq(known)
    return changedOutside(recovering, { ...known, book }, { ...file, mark, seq, isOlder })
  }
  const isTrusted = isKnown || file.hash === recovering.witness?.hash
  const isBehind = seq < (known.head?.seq ?? 0)
  if (!isBehind || known.losses.isBaseLost) return together(recovering, known, file, { seq, isTrusted })
  // The file is older than the journal's beginning: what the journal has lost it does not hold.
  const told = fromJournal(recovering, known, words.olderFile(known.seq - seq, await copyAside(recovering)))
  return { ...told, hash: file.hash }
}

/** The last change that the file holds. */
const changeIn = ({ mark }: OnDisk, { head }: Replayed): number => mark?.seq ?? head?.unmarked ?? 0

const savedSeq = ({ saves }: Replayed): number => saves.findLast(({ isDone }) => isDone)?.seq ?? 0

async function readable(recovering: Recovering, known: Replayed): Promise<OnDisk | { aside: string }> {
  try {
    return await fileAt(recovering)
  } catch (error) {
    if (known.book && error instanceof XlsxError) return { aside: setAside(recovering) }
    throw error
  }
}
