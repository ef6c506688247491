/** What tells outside the journal how far it goes: a mark in the .xlsx, and a witness in the desk's own folder. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { storeWords as words } from '../../words/store'
import type { Book } from '../book'
import { codeOf } from '../disk-error'
import type { Disk } from './disk'
import { PRIVATE, replaceFile } from './files'
import type { Summary } from './lines'
import { sumOf } from './lines'

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** How far the journal went. */
export interface Mark {
  /** Id of the journal. */
  journal: string
  /** The last change, and the checksum of its line; empty where that is not known. */
  seq: number
  sum: string
}

const markName = 'nianbao.journal'

export function withMark(book: Book, { journal, seq, sum }: Mark): Book {
  return { ...book, properties: { ...book.properties, [markName]: `${journal}:${seq}:${sum}` } }
}

/** The book without its mark, and the mark; null: it has none. */
export function takeMark(book: Book): { book: Book; mark: Mark | null } {
  const { [markName]: text, ...properties } = book.properties
  const [journal, seq, sum = ''] = text?.split(':') ?? []
  const mark = journal === undefined ? null : { journal, seq: Number(seq ?? 0) || 0, sum }
  return { book: { ...book, properties }, mark }
}

export interface Witness extends Mark {
  /** Of the .xlsx file. */
  hash: string
  /** When the last change was made, and by whom. */
  time: string
  who: string
  /** The changes since the .xlsx was written, the latest ones: their cells have names although the journal is lost. */
  recent: Summary[]
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

/** Never rejects for the sake of the disk: without a witness nothing is lost yet. */
export async function writeWitness(
  disk: Disk,
  folder: string | undefined,
  workbook: string,
  witness: Witness,
  isFlushed = true,
): Promise<void> {
  if (folder === undefined) return
  const text = JSON.stringify({ sum: sumOf(JSON.stringify(witness)), witness })
  try {
    const write = (file: { write: (bytes: Uint8Array, at: number) => Promise<void> }) =>
      file.write(Buffer.from(text), 0)
    await replaceFile(disk, witnessOf(folder, workbook), { write, mode: PRIVATE, isFlushed })
  } catch (error) {
    if (codeOf(error) === null) throw error
  }
}
