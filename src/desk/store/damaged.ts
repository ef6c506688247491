/** A workbook that neither its file nor its journal gives any more: its dated copies are offered. */
import { basename, join } from 'node:path'
import { storeWords as words } from '../../words/store'
import { reasonOf } from '../disk-error'
import { XlsxError, xlsxToBook } from '../xlsx'
import type { XlsxProblem } from '../xlsx'
import { datedCopies } from './backups'
import { freeBeside } from './beside'
import { realDisk } from './disk'
import type { Disk } from './disk'
import { StoreError } from './error'
import { backupsOf, freeName, PRIVATE, replaceFile } from './files'
import { journalOf } from './journal-files'

/** The person can do something about these with the file itself. */
const own: readonly XlsxProblem[] = ['oldFormat', 'encrypted', 'tooLarge', 'notOurs']

/** Names of the dated copies, the latest first. */
export const copiesOf = (workbook: string): string[] => datedCopies(realDisk, workbook)

/** Null: there is no such copy, or it cannot be read. Rejects with the disk's error. */
async function bytesOf(workbook: string, name: string): Promise<Uint8Array | null> {
  if (!copiesOf(workbook).includes(name)) return null
  const bytes = realDisk.read(join(backupsOf(workbook), name))
  try {
    await xlsxToBook(bytes)
    return bytes
  } catch (error) {
    if (error instanceof XlsxError) return null
    throw error
  }
}

/** The refusal, with the copies that are there. */
export function withCopies(disk: Disk, workbook: string, error: XlsxError): XlsxError {
  const names = datedCopies(disk, workbook)
  if (names.length === 0) return error
  const file = basename(workbook)
  const what = own.includes(error.problem) ? error.message : words.damaged(file)
  return new XlsxError(error.problem, what + words.copiesLeft(file, names))
}

/** Nothing gives way before the copy is on the disk; what gave way is put back where the copy cannot take its place. */
async function swapIn(disk: Disk, workbook: string, bytes: Uint8Array): Promise<void> {
  const journal = journalOf(workbook)
  const moved: { from: string; to: string }[] = []
  const giveWay = (from: string, to: string): void => {
    if (!disk.facts(from)) return
    disk.renameNow(from, to)
    moved.unshift({ from, to })
  }
  const beforeSwap = async (): Promise<void> => {
    giveWay(workbook, freeBeside(disk, workbook))
    giveWay(journal, freeName(disk, journal))
  }
  try {
    await replaceFile(disk, workbook, { write: (file) => file.write(bytes, 0), beforeSwap, mode: PRIVATE })
  } catch (error) {
    // Where the copy stands in its place already, the old ones stay aside.
    for (const { from, to } of moved) if (!disk.facts(from)) disk.renameNow(to, from)
    throw error
  }
}

/**
 * Puts a dated copy in the workbook's place. What lay there gets another name, its journal as well. Call it where the
 * workbook could not be opened. Rejects with a StoreError.
 */
export async function putCopyInPlace(workbook: string, name: string, who: string, time: string): Promise<void> {
  const disk = realDisk
  const lock = await disk.lock(workbook, who, time)
  try {
    const bytes = await bytesOf(workbook, name)
    if (bytes === null) throw new StoreError(words.copyDamaged(name))
    await swapIn(disk, workbook, bytes)
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new StoreError(words.cannotLock(basename(workbook), reasonOf(error)))
  } finally {
    lock.release()
  }
}
