/** The .xlsx that another program has saved while the desk had the workbook open. */
import { basename } from 'node:path'
import { outsideWords as words } from '../../words/outside'
import { applyPatch, copyBook, diffBooks, isEmptyPatch, recalculated } from '../book'
import type { Book, BookPatch } from '../book'
import { XlsxError } from '../xlsx'
import type { OwnXlsx, UnreadNotes } from '../xlsx'
import { freeBeside } from './beside'
import type { Disk } from './disk'
import { StoreError } from './error'
import { PRIVATE, replaceFile } from './files'
import { History } from './history'
import { hashOf, isVersionOf, takeMark } from './marks'
import { pastState } from './past-state'
import { placeKey } from './replayed'
import { differing } from './salvage'
import type { Doubt } from './salvage'
import { standingOf } from './standing'
import type { StoreState } from './store-state'

/** The file is not the one that this desk has written last. */
export class OutsideChange extends Error {
  override readonly name = 'OutsideChange'
}

/** It is no version of this workbook. */
export class ForeignFile extends StoreError {}

export interface OutsideFile {
  book: Book
  /** It has all changes up to this one. */
  seq: number
  hash: string
  /** Its copy, which stays whatever people choose. */
  aside: string
  unreadNotes: readonly UnreadNotes[]
}

export interface Compared {
  patch: BookPatch
  /** Cells that were changed there and only there: `other` is what stood here. */
  taken: Doubt[]
  /** Cells that were changed on both sides: what stands is this desk's. */
  doubts: Doubt[]
  /** Nothing was changed there since the program wrote it. */
  isAsThen: boolean
}

/** Reads it and keeps a copy; `title`: of the workbook as it is now. Rejects with a ForeignFile for one that is no version of this workbook. */
export async function readOutside(state: StoreState, title: string): Promise<OutsideFile> {
  const { disk, path } = state
  const bytes = disk.read(path)
  const file = await openedFile(state, bytes)
  const { book, mark } = takeMark(file.book)
  const past = new History(disk, path, state.id)
  const hash = hashOf(bytes)
  // As at an opening: what people are told now of the next one must be so.
  const standing = standingOf(hash, state.saves)
  const isKnown = standing.kind !== 'unknown'
  if (!isKnown && !isVersionOf({ ...state, title }, { mark, book }, (seqs) => past.sumsOf(seqs)))
    throw new ForeignFile(words.foreign(basename(path)))
  const aside = freeBeside(disk, path)
  await replaceFile(disk, aside, { write: (copy) => copy.write(bytes, 0), mode: disk.facts(path)?.mode ?? PRIVATE })
  // A copy in which somebody went on elsewhere has changes that this desk never had.
  const seq = isKnown ? standing.seq : Math.min(mark?.seq ?? state.unmarked ?? 0, state.seq)
  return { book, seq, hash, aside: basename(aside), unreadNotes: file.unreadNotes }
}

async function openedFile({ path, xlsx }: StoreState, bytes: Uint8Array): Promise<OwnXlsx> {
  try {
    return await xlsx.own(bytes)
  } catch (error) {
    throw error instanceof XlsxError ? new StoreError(words.unreadable(basename(path), error.message)) : error
  }
}

interface Other {
  book: Book
  /** It has all changes up to this one. */
  seq: number
}

/** What a version of the workbook changes of it as it is now, and where both sides have changed the same cell. */
export function compared(
  disk: Disk,
  path: string,
  journal: string,
  { book: file, seq }: Other,
  current: Book,
): Compared {
  const past = pastState(disk, path, journal, seq)
  // Of a file from before all journals only the cells themselves can be compared.
  if (!past) return { patch: { cells: {} }, taken: [], doubts: differing(current, file), isAsThen: false }
  const there = differing(file, past.book)
  const here = new Set(differing(current, past.book).map(placeKey))
  const theirs = new Set(there.map(placeKey))
  const after = recalculated(file)
  past.applySince(after)
  const patch = diffBooks(current, recalculated(after))
  const asTaken = copyBook(current)
  applyPatch(asTaken, patch)
  const both = new Set([...theirs].filter((key) => here.has(key)))
  const doubts = differing(asTaken, file).filter((cell) => both.has(placeKey(cell)))
  const taken = differing(asTaken, current).filter((cell) => theirs.has(placeKey(cell)))
  return { patch, taken, doubts, isAsThen: there.length === 0 && isEmptyPatch(patch) }
}
