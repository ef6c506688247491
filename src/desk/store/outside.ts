/** The .xlsx that another program has saved while the desk had the workbook open. */
import { basename, extname } from 'node:path'
import { outsideWords as words } from '../../words/outside'
import { applyPatch, copyBook, diffBooks } from '../book'
import type { Book, BookPatch } from '../book'
import { XlsxError, xlsxToBook } from '../xlsx'
import type { Disk } from './disk'
import { StoreError } from './error'
import { freeName, replaceFile } from './files'
import { journalOf } from './journal'
import { indexJournal, readIndexed } from './journal-index'
import type { JournalIndex } from './journal-index'
import { hashOf, takeMark } from './marks'
import { merged } from './recover'
import { placeKey, replay } from './replay'
import { differing } from './salvage'
import type { Doubt } from './salvage'

/** The file is not the one that this desk has written last. */
export class OutsideChange extends Error {
  override readonly name = 'OutsideChange'
}

export interface OutsideFile {
  book: Book
  /** It has all changes up to this one. */
  seq: number
  hash: string
  /** Its copy, which stays whatever people choose. */
  aside: string
}

export interface Compared {
  patch: BookPatch
  /** Cells that were changed there and only there: `other` is what stood here. */
  taken: Doubt[]
  /** Cells that were changed on both sides: what stands is this desk's. */
  doubts: Doubt[]
}

/** Reads it and keeps a copy. Rejects with a StoreError for one that is no version of this workbook. */
export async function readOutside(disk: Disk, path: string, journal: string): Promise<OutsideFile> {
  const bytes = disk.read(path)
  const file = await bookIn(bytes, basename(path))
  const { book, mark } = takeMark(file)
  if (mark?.journal !== journal) throw new StoreError(words.replaced(basename(path)))
  const extension = extname(path)
  const aside = freeName(disk, path.slice(0, -extension.length || undefined), extension)
  await replaceFile(disk, aside, { write: (copy) => copy.write(bytes, 0), mode: disk.facts(path)?.mode ?? 0o600 })
  return { book, seq: mark.seq, hash: hashOf(bytes), aside: basename(aside) }
}

async function bookIn(bytes: Uint8Array, file: string): Promise<Book> {
  try {
    return await xlsxToBook(bytes)
  } catch (error) {
    throw error instanceof XlsxError ? new StoreError(words.unreadable(file, error.message)) : error
  }
}

/** Places that changes after the change `seq` have changed. */
function changedAfter(disk: Disk, index: JournalIndex, seq: number): Set<string> {
  const lines = index.lines.filter((line) => line.kind === 'entry' && (line.seq ?? 0) > seq)
  const places = [...readIndexed(disk, { ...index, lines })].flatMap(({ line }) => {
    return line.line === 'entry' ? line.cells.map(placeKey) : []
  })
  return new Set(places)
}

/** What it changes of the workbook as it is now, and where both sides have changed the same cell. */
export function compared(disk: Disk, path: string, { book: file, seq }: OutsideFile, current: Book): Compared {
  const index = indexJournal(disk, journalOf(path))
  const upTo = index.lines.filter((line) => line.kind !== 'entry' || (line.seq ?? 0) <= seq)
  const known = replay(disk, { ...index, lines: upTo })
  // Of a file from before this journal began only the cells themselves can be compared.
  const isKnown = known.head !== null && known.head.seq <= seq
  if (!isKnown || !known.book) return { patch: { cells: {} }, taken: [], doubts: differing(current, file) }
  const there = differing(file, known.book)
  const here = changedAfter(disk, index, seq)
  const { book } = merged(disk, { ...known, index }, file, seq)
  const patch = diffBooks(current, book)
  const after = copyBook(current)
  applyPatch(after, patch)
  const theirs = new Map(there.map((cell) => [placeKey(cell), cell.stands]))
  const both = there.filter((cell) => here.has(placeKey(cell)))
  const asStands = new Map(differing(after, file).map((cell) => [placeKey(cell), cell]))
  const doubts = both.flatMap((cell) => asStands.get(placeKey(cell)) ?? [])
  const taken = differing(after, current).filter((cell) => theirs.has(placeKey(cell)))
  return { patch, taken, doubts }
}
