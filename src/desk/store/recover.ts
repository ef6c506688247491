/** What a workbook is when it is opened: its file and its journal together. */
import { basename } from 'node:path'
import { storeWords as words } from '../../words/store'
import type { Book } from '../book'
import { XlsxError } from '../xlsx'
import { freeBeside } from './beside'
import { History } from './history'
import { hashOf, isVersionOf } from './marks'
import { fromJournal } from './recover-alone'
import { replaced } from './recover-replaced'
import { changedOutside, copyAside, together } from './recover-together'
import { fileAt } from './recovery'
import type { OnDisk, Recovering, Recovery } from './recovery'
import type { Replayed } from './replayed'
import { hasLosses, standingOf, withTail } from './standing'
import type { Standing } from './standing'

/** Renames an unreadable file. Only when the journal has all that was in it. */
function setAside({ disk, path }: Recovering): string {
  const aside = freeBeside(disk, path)
  disk.renameNow(path, aside)
  return basename(aside)
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
  const isOwn = known.id === null || isVersion(recovering, known, file)
  const isForeign = !isOwn && standing.kind === 'unknown'
  if (isForeign) return replaced(recovering, known, file)
  const read = isContinued(known, file) ? known : withTail(known, file.mark)
  return withFile(recovering, read, file, standing)
}

/** Whether the file has all of the journal, and somebody has opened it elsewhere and gone on. */
function isContinued(known: Replayed, { mark }: OnDisk): boolean {
  if (!mark || mark.journal !== known.id || mark.seq <= known.seq || hasLosses(known)) return false
  return mark.openings?.some(({ seq }) => seq === known.seq + 1) === true
}

function isVersion({ disk, path }: Recovering, { id, erased, head, book }: Replayed, file: OnDisk): boolean {
  const now = { id, erased, title: book?.title ?? '', ...(head?.unmarked !== undefined && { unmarked: head.unmarked }) }
  return isVersionOf(now, file, (seqs) => new History(disk, path, id ?? '').sumsOf(seqs))
}

/** @param file has a mark of this journal, or a hash that the journal knows */
async function withFile(recovering: Recovering, known: Replayed, file: OnDisk, standing: Standing): Promise<Recovery> {
  const isKnown = standing.kind !== 'unknown'
  const seq = isKnown ? standing.seq : Math.min(changeIn(file, known), known.seq)
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
