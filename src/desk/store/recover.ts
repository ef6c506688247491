/** The state of a workbook, from its file and its journal together. */
import { createHash } from 'node:crypto'
import { storeWords as words } from '../../words/store'
import { applyPatch, recalculated } from '../book'
import type { Book } from '../book'
import type { EntryLine, HeadLine, ReadLines, SavedFile, Kept } from './lines'

export interface Replayed {
  head: HeadLine | null
  entries: EntryLine[]
  saves: SavedFile[]
  /** The last change's number. */
  seq: number
  /** Null if the first line is damaged. */
  book: Book | null
  kept: Kept
}

export const noneKept = (): Kept => ({ files: [] })

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function replay({ lines }: ReadLines): Replayed {
  const entries = lines.filter((line) => line.line === 'entry')
  const head = lines.find((line) => line.line === 'head') ?? null
  const saves = [...(head?.saves ?? []), ...lines.filter((line) => line.line === 'save')]
  const book = head && structuredClone(head.book)
  if (book) for (const { patch } of entries) applyPatch(book, patch)
  const kept = entries.findLast((entry) => entry.kept)?.kept ?? head?.kept ?? noneKept()
  return { head, entries, saves, seq: entries.at(-1)?.seq ?? head?.seq ?? 0, book, kept }
}

/** Stands in the file: the id of its journal, and the last change in the file. */
const markName = 'nianbao.journal'

export function withMark(book: Book, journal: string, seq: number): Book {
  return { ...book, properties: { ...book.properties, [markName]: `${journal}:${seq}` } }
}

/** The book without its mark, and the mark. */
export function takeMark(book: Book): { book: Book; journal: string | null; seq: number } {
  const { [markName]: mark, ...properties } = book.properties
  const [journal, seq] = mark?.split(':') ?? []
  return { book: { ...book, properties }, journal: journal ?? null, seq: Number(seq ?? 0) || 0 }
}

/** How the file on the disk relates to the journal. */
export type Standing =
  | { kind: 'ours'; seq: number }
  /** A file that was saved earlier: somebody has put it back. */
  | { kind: 'older' }
  | { kind: 'unknown' }

export function standingOf(hash: string, { saves }: Replayed): Standing {
  const at = saves.findLastIndex((save) => save.hash === hash)
  const save = saves[at]
  if (!save) return { kind: 'unknown' }
  const isReplaced = saves.slice(at + 1).some((later) => later.isDone && later.hash !== hash)
  return isReplaced ? { kind: 'older' } : { kind: 'ours', seq: save.seq }
}

/** A file that another program changed, with the acknowledged changes that are not in it. */
export function merged(file: Book, seq: number, { entries }: Replayed): { book: Book; added: number } {
  const missing = entries.filter((entry) => entry.seq > seq)
  const book = recalculated(file)
  for (const { patch } of missing) applyPatch(book, patch)
  return { book: recalculated(book), added: missing.length }
}

export function recoveredMessage({ entries }: Replayed, seq: number): string[] {
  const missing = entries.filter((entry) => entry.seq > seq).length
  return missing > 0 ? [words.recovered(missing)] : []
}
