import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { journalWords } from '../../words/journal'
import { storeWords as words } from '../../words/store'
import { eraseWords } from '../../words/versions'
import { applyPatch, diffBooks, isEmptyPatch } from '../book'
import type { Book } from '../book'
import { XlsxError } from '../xlsx'
import { cellChanges } from './changes'
import { makeBackupsPrivate } from './backups'
import { realDisk } from './disk'
import { withCopies } from './damaged'
import type { Disk } from './disk'
import { reasonOf } from '../disk-error'
import { StoreError } from './error'
import { removeLeftovers } from './files'
import { beginAfter, journalOf, makePrivate } from './journal-files'
import { headOf, indexJournal } from './journal-index'
import type { JournalIndex } from './journal-index'
import { JOURNAL_FORMAT } from './lines'
import type { Lock } from './lock'
import { readWitness, witnessProblem } from './marks'
import type { RecentChange, Witness } from './marks'
import { notHere } from './not-here'
import { isFine, openingOf, openJournal, putAside } from './open-journal'
import { reconcile } from './recover'
import { fromFile } from './recover-alone'
import type { Recovering, Recovery } from './recovery'
import { replay } from './replay'
import { nothingKnown } from './replayed'
import type { Replayed } from './replayed'
import { askingPatch } from './salvage'
import { Store } from './store'
import type { StoreOptions } from './store-state'
import { XlsxFiles } from './xlsx-files'

export interface OpenOptions extends StoreOptions {
  /** Shown to others who try to open the workbook meanwhile. */
  who: string
  /** The computer's own unless given. */
  disk?: Disk
}

export interface Opened {
  store: Store
  book: Book
  /** What was recovered, one sentence each. */
  messages: string[]
  /** Another workbook stood in its place: where this one was saved. */
  beside?: string
}

/** A newer program may keep what this one would lose: both files stay as they are. */
function refuseNewer(disk: Disk, path: string, index: JournalIndex): void {
  if ((headOf(disk, index)?.format ?? 0) > JOURNAL_FORMAT) throw new StoreError(words.newerJournal(basename(path)))
}

function readKnown({ disk, path, witness }: Recovering): Replayed | null {
  if (!disk.facts(journalOf(path))) return null
  const index = indexJournal(disk, journalOf(path), witness ? [witness.journal] : [])
  refuseNewer(disk, path, index)
  return replay(disk, index)
}

/** Writes what another program did as an entry of its own, so that the audit trail has it too. */
async function recordOutside(store: Store, known: Replayed | null, recovery: Recovery, time: string): Promise<void> {
  if (!recovery.outside || !known?.book || recovery.fresh === 'foreign' || known.losses.isBaseLost) return
  const patch = diffBooks(known.book, recovery.outside)
  if (isEmptyPatch(patch)) return
  const cells = cellChanges(recovery.outside, { patch, back: diffBooks(recovery.outside, known.book) })
  const by = { by: '', who: words.outsideWho, kind: 'import' as const, what: words.outsideWhat }
  await store.append([{ ...by, time, cells, patch }])
}

/** Asks about cells in doubt, and puts the other values into their history, from where they can be had back. */
async function recordDoubts(store: Store, { doubts, book, why }: Recovery, time: string): Promise<void> {
  if (doubts.length === 0) return
  const patch = askingPatch(doubts, why ?? journalWords.whyDamaged, time, randomUUID)
  const cells = doubts.map(({ stands, other, ...place }) => ({ ...place, from: other, to: stands }))
  const by = { by: '', who: journalWords.program, kind: 'import' as const, what: journalWords.recovered }
  await store.append([{ ...by, time, cells, patch }])
  applyPatch(book, patch)
}

/** What the witness tells of the same journal. */
const recentOf = (witness: Witness | null, id: string): readonly RecentChange[] =>
  witness?.journal === id ? witness.recent : []

/** What to tell of the witness, and of a history that was to be erased. */
function placeMessages({ disk, path, witness }: Recovering, own: Replayed, witnesses: string | undefined): string[] {
  const problem = witnessProblem(disk, witnesses, path)
  const unerased = own.erased.erases.length > 0 ? [eraseWords.leftOver] : []
  return [...notHere(own, witness), ...(problem === null ? [] : [problem]), ...unerased]
}

async function openLocked(path: string, disk: Disk, lock: Lock, options: OpenOptions): Promise<Opened> {
  makePrivate(disk, path)
  const witness = readWitness(disk, options.witnesses, path)
  const recovering: Recovering = { disk, path, witness, xlsx: new XlsxFiles(disk, options.reading) }
  makeBackupsPrivate(disk, path)
  const known = readKnown(recovering)
  await removeLeftovers(disk, path)
  const recovery = known ? await reconcile(recovering, known) : await fromFile(recovering)
  if (known && !isFine(known)) recovery.fresh ??= 'damaged'
  if (known && recovery.seq > known.seq) recovery.fresh ??= 'damaged'
  const aside = putAside(recovering, recovery, known)
  const own = (recovery.fresh === 'foreign' ? null : known) ?? nothingKnown
  const messages = [...recovery.messages, ...aside.messages, ...placeMessages(recovering, own, options.witnesses)]
  const opening = openingOf(recovering, recovery, own)
  const journal = await beginAfter(disk, path, aside.archive, () => openJournal(opening, recovery, own))
  const store = new Store({ ...opening, journal }, lock, { ...options, recent: recentOf(witness, opening.id) })
  const time = options.clock().toISOString()
  try {
    await recordOutside(store, known, recovery, time)
    await recordDoubts(store, recovery, time)
    await store.witness()
  } catch (error) {
    await journal.close()
    throw error
  }
  const { book, beside } = recovery
  const told = [...messages, ...(await store.news(() => book))]
  return { store, book, messages: told, ...(beside !== undefined && { beside }) }
}

/**
 * Opens a workbook with everything that was acknowledged. Throws a StoreError or XlsxError with a message for the
 * user: it is open elsewhere, missing, unreadable, or its folder cannot be written to.
 */
export async function openStore(workbook: string, options: OpenOptions): Promise<Opened> {
  try {
    return await lockAndOpen(workbook, options, options.disk ?? realDisk)
  } catch (error) {
    if (error instanceof StoreError || error instanceof XlsxError) throw error
    throw new StoreError(words.cannotLock(basename(workbook), reasonOf(error)))
  }
}

async function lockAndOpen(workbook: string, options: OpenOptions, disk: Disk): Promise<Opened> {
  const path = disk.facts(workbook) ? disk.realPath(workbook) : workbook
  if (!disk.facts(path) && !disk.facts(journalOf(path))) throw new StoreError(words.missing(basename(path)))
  for (const file of [workbook, journalOf(path)]) {
    if (disk.facts(file)?.isFile === false) throw new StoreError(words.special(basename(file)))
  }
  // A lock is found by the name: two desks on two names of one file would not see each other's changes.
  if ((disk.facts(path)?.names ?? 1) > 1) throw new StoreError(words.severalNames(basename(path)))
  const lock = await disk.lock(path, options.who, options.clock().toISOString())
  try {
    return await openLocked(path, disk, lock, options)
  } catch (error) {
    lock.release()
    throw error instanceof XlsxError ? withCopies(disk, path, error) : error
  }
}
