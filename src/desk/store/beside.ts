/** Saves a workbook under a free name beside its own, where another workbook stands in its place. */
import { basename, dirname, extname, join } from 'node:path'
import type { Book } from '../book'
import { codeOf } from '../disk-error'
import { bookToXlsx, XlsxError, xlsxToBook } from '../xlsx'
import type { Disk } from './disk'
import { StoreError } from './error'
import { freeName, PRIVATE, replaceFile } from './files'
import { archivesOf, journalOf } from './journal'
import { headOf, indexJournal } from './journal-index'
import { takeMark, withMark } from './marks'
import type { Mark } from './marks'

/** `年报`, of `年报.xlsx` with its folder. */
const stemOf = (path: string): string => path.slice(0, -extname(path).length || undefined)

export const freeBeside = (disk: Disk, path: string): string => freeName(disk, stemOf(path), extname(path))

export async function putBeside(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  await replaceFile(disk, path, { write: (file) => file.write(bytes, 0), mode: disk.facts(path)?.mode ?? PRIVATE })
}

async function markIn(disk: Disk, path: string): Promise<Mark | null> {
  try {
    return takeMark(await xlsxToBook(disk.read(path))).mark
  } catch (error) {
    if (error instanceof XlsxError) return null
    throw error
  }
}

/** Workbooks beside it whose names the program has given: `年报.0001.xlsx`. */
function numberedBeside(disk: Disk, path: string): string[] {
  const start = `${basename(stemOf(path))}.`
  const isNumbered = (name: string) => name.startsWith(start) && /^\d{4,}\.xlsx$/i.test(name.slice(start.length))
  const paths = disk.names(dirname(path)).filter(isNumbered)
  return paths.map((name) => join(dirname(path), name)).filter((one) => disk.facts(one)?.isFile)
}

/** The same where the disk does not give the file out. */
async function markIfReadable(disk: Disk, path: string): Promise<Mark | null> {
  try {
    return await markIn(disk, path)
  } catch (error) {
    if (error instanceof StoreError || codeOf(error) !== null) return null
    throw error
  }
}

export interface Copies {
  /** Versions of the workbook with one of those journals. */
  own: string[]
  /** They cannot be read, or no mark in them tells whose they are. */
  unknown: string[]
}

export async function copiesBeside(disk: Disk, path: string, journals: readonly string[]): Promise<Copies> {
  const copies: Copies = { own: [], unknown: [] }
  for (const copy of numberedBeside(disk, path)) {
    const mark = await markIfReadable(disk, copy)
    if (!mark) copies.unknown.push(copy)
    else if (journals.includes(mark.journal)) copies.own.push(copy)
  }
  return copies
}

/** A desk that was open when it happened may have saved it already. */
async function savedBefore(disk: Disk, path: string, { journal, seq }: Mark): Promise<string | null> {
  for (const copy of numberedBeside(disk, path)) {
    const mark = await markIn(disk, copy)
    if (mark?.journal === journal && mark.seq === seq) return copy
  }
  return null
}

/** Where it is saved. */
export async function besideOf(disk: Disk, path: string, { book, mark }: { book: Book; mark: Mark }): Promise<string> {
  const before = await savedBefore(disk, path, mark)
  if (before !== null) return before
  const beside = freeBeside(disk, path)
  await putBeside(disk, beside, await bookToXlsx(withMark(book, mark)))
  return beside
}

/**
 * Gives the workbook's journal and its older files to the one that was saved beside. The journal keeps its name as well,
 * until a new one is put there. False where that one has a journal already.
 */
export function giveJournal(disk: Disk, path: string, beside: string, id: string | null): boolean {
  if (disk.facts(journalOf(beside))) return false
  for (const archive of archivesOf(disk, path)) {
    if (headOf(disk, indexJournal(disk, archive))?.journal !== id) continue
    disk.renameNow(archive, `${journalOf(beside)}${archive.slice(journalOf(path).length)}`)
  }
  disk.link(journalOf(path), journalOf(beside))
  return true
}
