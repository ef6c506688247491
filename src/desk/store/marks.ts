/** What tells outside the journal how far it goes: a mark in the .xlsx, and a witness in the desk's own folder. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { storeWords as words } from '../../words/store'
import type { Book } from '../book'
import { codeOf } from '../disk-error'
import type { Disk } from './disk'
import { PRIVATE, replaceFile } from './files'
import type { Erasure, Opening, Summary } from './lines'
import { sumOf } from './lines'

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** How far the journal went. */
export interface Mark {
  /** Id of the journal. */
  journal: string
  /** The last change, and the checksum of its line; empty where that is not known. */
  seq: number
  sum: string
  /** Absent in older files. */
  openings?: readonly Opening[]
}

const markName = 'nianbao.journal'

export function withMark(book: Book, { journal, seq, sum, openings = [] }: Mark): Book {
  const more = openings.map((opening) => `${opening.seq}-${opening.sum}`).join(',')
  const text = `${journal}:${seq}:${sum}${more === '' ? '' : `:${more}`}`
  return { ...book, properties: { ...book.properties, [markName]: text } }
}

function readMark(text: string | undefined): Mark | null {
  const [journal, seq, sum = '', more = ''] = text?.split(':') ?? []
  if (journal === undefined) return null
  const openings = [...more.matchAll(/(\d+)-([0-9a-f]+)/g)].map(([, at, digits = '']) => ({
    seq: Number(at),
    sum: digits,
  }))
  return { journal, seq: Number(seq ?? 0) || 0, sum, openings }
}

/** The mark among a workbook's properties; null: it has none. */
export const markOf = ({ [markName]: text }: Book['properties']): Mark | null => readMark(text)

/** The book without its mark, and the mark; null: it has none. */
export function takeMark(book: Book): { book: Book; mark: Mark | null } {
  const { [markName]: text, ...properties } = book.properties
  return { book: { ...book, properties }, mark: readMark(text) }
}

/** Whether a file with that mark is a version of the workbook; also one that was saved last before its history was erased. */
function isOwnMark({ journal, seq }: Mark, id: string | null, { erasedAt, erases }: Erasure): boolean {
  return journal === id || (erases.includes(journal) && seq >= erasedAt - 1)
}

/** A workbook with its journal, as far as a file is held against it. */
export interface Held {
  id: string | null
  title: string
  erased: Erasure
  /** As of HeadLine. */
  unmarked?: number
}

/**
 * Whether the file is a version of the workbook, another program's included. One without a mark is, where the workbook had
 * none itself: its title has the unit and the year. One whose mark names a change that is another one in the journal is
 * not: somebody has worked on in a copy, under the same id. @param sumsOf of the journal's lines with those numbers
 */
export function isVersionOf(
  { id, title, erased, unmarked }: Held,
  { mark, book }: { mark: Mark | null; book: Book },
  sumsOf: (seqs: readonly number[]) => ReadonlyMap<number, readonly string[]>,
): boolean {
  if (!mark) return unmarked !== undefined && book.title === title
  if (!isOwnMark(mark, id, erased)) return false
  if (mark.journal !== id) return true
  const named = [mark, ...(mark.openings ?? [])].filter(({ sum }) => sum !== '')
  const sums = sumsOf(named.map(({ seq }) => seq))
  return named.every(({ seq, sum }) => (sums.get(seq) ?? [sum]).some((one) => one.startsWith(sum)))
}

/** A change as a witness knows it, with the checksum of its line; that is absent in older ones. */
export interface RecentChange extends Summary {
  sum?: string
}

export interface Witness extends Mark {
  /** Of the .xlsx file. */
  hash: string
  /** When the last change was made, and by whom. */
  time: string
  who: string
  /** The latest changes: their cells have names although the files are lost. */
  recent: readonly RecentChange[]
}

/** `workbook`: its real path. Another computer has another folder, and no witness of this workbook. */
const witnessOf = (folder: string, workbook: string): string =>
  join(folder, `${hashOf(Buffer.from(workbook)).slice(0, 32)}.json`)

/** Null where there is none, or it is damaged itself. */
export function readWitness(disk: Disk, folder: string | undefined, workbook: string): Witness | null {
  if (folder === undefined) return null
  try {
    const { sum, witness } = JSON.parse(disk.read(witnessOf(folder, workbook)).toString('utf8')) as {
      sum: string
      witness: Witness
    }
    return sumOf(JSON.stringify(witness)) === sum ? witness : null
  } catch {
    return null
  }
}

/** What to tell where something else stands in the witness's place; null: nothing. */
export function witnessProblem(disk: Disk, folder: string | undefined, workbook: string): string | null {
  const path = folder === undefined ? null : witnessOf(folder, workbook)
  return path !== null && disk.facts(path)?.isFile === false ? words.special(path) : null
}

/** False: the disk did not take it. Never rejects for that: without a witness nothing is lost yet. */
export async function writeWitness(
  disk: Disk,
  folder: string | undefined,
  workbook: string,
  witness: Witness,
  isFlushed = true,
): Promise<boolean> {
  if (folder === undefined) return true
  const text = JSON.stringify({ sum: sumOf(JSON.stringify(witness)), witness })
  try {
    const write = (file: { write: (bytes: Uint8Array, at: number) => Promise<void> }) =>
      file.write(Buffer.from(text), 0)
    await replaceFile(disk, witnessOf(folder, workbook), { write, mode: PRIVATE, isFlushed })
    return true
  } catch (error) {
    if (codeOf(error) === null) throw error
    return false
  }
}
