import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, renameSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { storeWords as words } from '../../words/store'
import { diffBooks, isEmptyPatch, recalculated } from '../book'
import type { Book } from '../book'
import { XlsxError, xlsxToBook } from '../xlsx'
import { cellChanges } from './changes'
import { reasonOf } from '../disk-error'
import { StoreError } from './error'
import { freeName, removeLeftovers } from './files'
import { archiveJournal, Journal, journalOf, makePrivate, readJournal } from './journal'
import { lockWorkbook } from './lock'
import type { Lock } from './lock'
import { JOURNAL_FORMAT } from './lines'
import type { ReadLines } from './lines'
import { hashOf, merged, noneKept, recoveredMessage, replay, standingOf, takeMark } from './recover'
import type { Replayed } from './recover'
import { Store } from './store'
import type { StoreState } from './store'

export interface OpenOptions {
  /** Shown to others who try to open the workbook meanwhile. */
  who: string
  clock: () => Date
  /** A journal of more bytes is renamed, and a new one begun. */
  journalLimit?: number
}

export interface Opened {
  store: Store
  book: Book
  /** What was recovered, one sentence each. */
  messages: string[]
}

/** The workbook as its file and its journal give it. */
interface Recovery {
  /** The file's content, where another program has written the file. */
  outside?: Book
  book: Book
  messages: string[]
  /** The last change the file holds. */
  savedSeq: number
  /** Digest of the file, by which the next start knows it again. */
  hash?: string
  /** Id of the journal that the file names. */
  id?: string
  /** Why the journal cannot be continued: it is another workbook's, or has damaged lines. */
  fresh?: 'foreign' | 'damaged'
}

/** Renames an unreadable file. Only when the journal has all that was in it. */
function setAside(path: string): string {
  const aside = freeName(path.slice(0, -extname(path).length || undefined), extname(path))
  renameSync(path, aside)
  return basename(aside)
}

async function readFile(path: string, known: Replayed | null): Promise<Book | { aside: string; state: Book }> {
  try {
    return await xlsxToBook(readFileSync(path))
  } catch (error) {
    if (known?.book && error instanceof XlsxError) return { aside: setAside(path), state: known.book }
    throw error
  }
}

/** A workbook without a journal, or with one that cannot be its own. */
async function fromFile(path: string): Promise<Recovery> {
  if (!existsSync(path)) throw new StoreError(words.missing(basename(path)))
  const bytes = readFileSync(path)
  const { book, seq } = takeMark(await xlsxToBook(bytes))
  return { book: recalculated(book), messages: [], savedSeq: seq, hash: hashOf(bytes) }
}

async function reconcile(path: string, known: Replayed, id: string | null): Promise<Recovery> {
  const state = known.book
  if (!existsSync(path)) {
    if (!state) throw new StoreError(words.missing(basename(path)))
    return { book: state, messages: [words.fileLost], savedSeq: -1 }
  }
  const standing = standingOf(hashOf(readFileSync(path)), known)
  if (standing.kind === 'ours' && state) {
    return { book: state, messages: recoveredMessage(known, standing.seq), savedSeq: standing.seq }
  }
  const file = await readFile(path, known)
  if ('aside' in file) return { book: file.state, messages: [words.fileDamaged(file.aside)], savedSeq: -1 }
  const mark = takeMark(file)
  if (mark.journal !== id && id !== null) return { ...(await fromFile(path)), fresh: 'foreign' }
  // The changes between a file and the first line of a younger journal are not known.
  const isOlder = standing.kind === 'older' || mark.seq < (known.head?.seq ?? 0)
  if (isOlder) {
    const outside = recalculated(mark.book)
    return { book: outside, outside, messages: [words.olderFile], savedSeq: -1 }
  }
  const { book, added } = merged(mark.book, mark.seq, known)
  const named = mark.journal === null ? {} : { id: mark.journal }
  return { book, outside: book, messages: [words.changedOutside(added)], savedSeq: -1, ...named }
}

/** Continues the journal, or begins a new one. `own` is what the workbook's own journal says. */
async function openJournal(
  path: string,
  lines: ReadLines | null,
  recovery: Recovery,
  own: Replayed | null,
): Promise<StoreState> {
  const seq = Math.max(own?.seq ?? 0, recovery.savedSeq, 0)
  const kept = own?.kept ?? noneKept()
  const id = own?.head?.journal ?? recovery.id ?? randomUUID()
  const rest = { path, id, seq, savedSeq: recovery.savedSeq, kept }
  if (lines && own && !recovery.fresh) return { ...rest, journal: Journal.resume(path, lines) }
  const asItIs = recovery.hash === undefined ? [] : [{ seq, hash: recovery.hash, isDone: true }]
  const head = { journal: id, seq, book: recovery.book, kept, saves: own?.saves ?? asItIs }
  return { ...rest, journal: await Journal.start(path, head) }
}

/** Writes what another program did as an entry of its own, so that the audit trail has it too. */
async function recordOutside(store: Store, known: Replayed | null, recovery: Recovery, time: Date): Promise<void> {
  if (!recovery.outside || !known?.book || recovery.fresh) return
  const patch = diffBooks(known.book, recovery.outside)
  if (isEmptyPatch(patch)) return
  const cells = cellChanges(recovery.outside, { patch, back: diffBooks(recovery.outside, known.book) })
  const by = { by: '', who: words.outsideWho, kind: 'import' as const, what: words.outsideWhat }
  await store.append([{ ...by, time: time.toISOString(), cells, patch }])
}

/** Renames a journal that cannot be continued. Returns what to tell the user about the journal. */
function putAside(path: string, { fresh }: Recovery, lines: ReadLines | null): string[] {
  const torn = lines?.isTorn ? [words.torn] : []
  if (!fresh) return torn
  const archive = basename(archiveJournal(path))
  const isForeign = fresh === 'foreign'
  return [isForeign ? words.journalForeign(archive) : words.damagedLine(lines?.damaged[0] ?? 1, archive), ...torn]
}

/** A newer program may keep what this one would lose: both files stay as they are. */
function refuseNewer(path: string, { lines }: ReadLines): void {
  const head = lines.find((line) => line.line === 'head')
  if ((head?.format ?? 0) > JOURNAL_FORMAT) throw new StoreError(words.newerJournal(basename(path)))
}

async function openLocked(path: string, lock: Lock, options: OpenOptions): Promise<Opened> {
  makePrivate(path)
  const lines = readJournal(path)
  if (lines) refuseNewer(path, lines)
  removeLeftovers(path)
  const known = lines && replay(lines)
  const recovery = known ? await reconcile(path, known, known.head?.journal ?? null) : await fromFile(path)
  if (lines?.damaged.length || (known && !known.head)) recovery.fresh ??= 'damaged'
  const messages = [...recovery.messages, ...putAside(path, recovery, lines)]
  const state = await openJournal(path, lines, recovery, recovery.fresh === 'foreign' ? null : known)
  const store = new Store(state, lock, options)
  await recordOutside(store, known, recovery, options.clock())
  return { store, book: recovery.book, messages }
}

/**
 * Opens a workbook with everything that was acknowledged. Throws a StoreError or XlsxError with a message for the
 * user: it is open elsewhere, missing, unreadable, or its folder cannot be written to.
 */
export async function openStore(workbook: string, options: OpenOptions): Promise<Opened> {
  const path = existsSync(workbook) ? realpathSync(workbook) : workbook
  if (!existsSync(path) && !existsSync(journalOf(path))) throw new StoreError(words.missing(basename(path)))
  const lock = await lockWorkbook(path, options.who, options.clock().toISOString())
  try {
    return await openLocked(path, lock, options)
  } catch (error) {
    lock.release()
    if (error instanceof StoreError || error instanceof XlsxError) throw error
    throw new StoreError(words.cannotLock(basename(path), reasonOf(error)))
  }
}
