/** Saves a workbook under a free name beside its own, where another workbook stands in its place. */
import { basename, dirname, extname, join } from 'node:path'
import type { Book } from '../book'
import { bookToXlsx } from '../xlsx'
import type { Disk } from './disk'
import { backupsOf, freeName, PRIVATE, replaceFile } from './files'
import { archivesOf, journalOf } from './journal-files'
import { headOf, indexJournal } from './journal-index'
import { withMark } from './marks'
import type { Mark } from './marks'
import type { XlsxFiles } from './xlsx-files'

/** `年报`, of `年报.xlsx` with its folder. */
const stemOf = (path: string): string => path.slice(0, -extname(path).length || undefined)

export const freeBeside = (disk: Disk, path: string): string => freeName(disk, stemOf(path), extname(path))

export async function putBeside(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  await replaceFile(disk, path, { write: (file) => file.write(bytes, 0), mode: disk.facts(path)?.mode ?? PRIVATE })
}

/** Workbooks beside it whose names the program has given: `年报.0001.xlsx`. */
export function numberedBeside(disk: Disk, path: string): string[] {
  const start = `${basename(stemOf(path))}.`
  const isNumbered = (name: string) => name.startsWith(start) && /^\d{4,}\.xlsx$/i.test(name.slice(start.length))
  const paths = disk.names(dirname(path)).filter(isNumbered)
  return paths.map((name) => join(dirname(path), name)).filter((one) => disk.facts(one)?.isFile)
}

/** A workbook beside it under a name that the program gives. */
export interface CopyBeside {
  path: string
  /** Id of the journal it is a version of; null: nothing in it tells, it cannot be read, or it is worked in by itself. */
  journal: string | null
}

export async function copiesBeside(disk: Disk, path: string, xlsx: XlsxFiles): Promise<CopyBeside[]> {
  const copies = await xlsx.marksOf(numberedBeside(disk, path))
  return copies.map(({ path: copy, mark }) => {
    const isOpened = disk.facts(journalOf(copy)) !== null
    return { path: copy, journal: isOpened || mark === 'unreadable' ? null : (mark?.journal ?? null) }
  })
}

/** A desk that was open when it happened may have saved it already. */
async function savedBefore(disk: Disk, path: string, own: Mark, xlsx: XlsxFiles): Promise<string | null> {
  for (const copy of numberedBeside(disk, path)) {
    const mark = await xlsx.markOf(copy)
    if (mark && mark !== 'unreadable' && isSameMark(mark, own)) return copy
  }
  return null
}

const isSameMark = (one: Mark, other: Mark): boolean =>
  one.journal === other.journal &&
  one.seq === other.seq &&
  (one.sum === '' || other.sum === '' || one.sum === other.sum)

/** Where it is saved. */
export async function besideOf(
  disk: Disk,
  path: string,
  { book, mark }: { book: Book; mark: Mark },
  xlsx: XlsxFiles,
): Promise<string> {
  const before = await savedBefore(disk, path, mark, xlsx)
  if (before !== null) return before
  const beside = freeBeside(disk, path)
  await putBeside(disk, beside, await bookToXlsx(withMark(book, mark)))
  return beside
}

function giveBackups(disk: Disk, path: string, beside: string): void {
  if (disk.facts(backupsOf(path)) && !disk.facts(backupsOf(beside))) disk.renameNow(backupsOf(path), backupsOf(beside))
}

/**
 * Gives the workbook's journal and its older files to the one that was saved beside, and its copies of earlier days where
 * they are its own. The journal keeps its name as well, until a new one is put there. False where that one has a journal
 * already.
 */
export function giveJournal(
  disk: Disk,
  path: string,
  beside: string,
  id: string | null,
  isWithBackups: boolean,
): boolean {
  if (disk.facts(journalOf(beside))) return false
  for (const archive of archivesOf(disk, path)) {
    if (headOf(disk, indexJournal(disk, archive))?.journal !== id) continue
    disk.renameNow(archive, `${journalOf(beside)}${archive.slice(journalOf(path).length)}`)
  }
  if (isWithBackups) giveBackups(disk, path, beside)
  disk.link(journalOf(path), journalOf(beside))
  return true
}
