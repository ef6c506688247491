/** Files beside a workbook that hold what it held before: older journals, dated copies, copies that were put aside. */
import { basename, dirname, join } from 'node:path'
import { codeOf } from '../disk-error'
import type { Backups } from './backups'
import { ownCopies } from './beside'
import type { Disk } from './disk'
import { removeLeftovers } from './files'
import { archivesOf } from './journal'
import { indexJournal } from './journal-index'
import { tagOf } from './lines'

/** An older file of this journal, however damaged it is. */
function isOwn(disk: Disk, archive: string, id: string): boolean {
  const { lines } = indexJournal(disk, archive)
  const tag = tagOf(id)
  return lines.some((line) => line.tag === tag) || lines.every((line) => line.tag === null)
}

/** @param id of the journal */
export async function oldFiles(disk: Disk, workbook: string, id: string, backups: Backups): Promise<string[]> {
  const archives = archivesOf(disk, workbook).filter((path) => isOwn(disk, path, id))
  return [...archives, ...backups.paths(), ...(await ownCopies(disk, workbook, id))]
}

/** Their names, from the workbook's folder. */
export const namesOf = (workbook: string, paths: readonly string[]): string[] =>
  paths.map((path) =>
    dirname(path) === dirname(workbook) ? basename(path) : join(basename(dirname(path)), basename(path)),
  )

/** Deletes them, and half-written files. Returns those that are still there. */
export async function removeOld(disk: Disk, workbook: string, paths: readonly string[]): Promise<string[]> {
  await removeLeftovers(disk, workbook)
  const left: string[] = []
  for (const path of paths) {
    try {
      await disk.remove(path)
    } catch (error) {
      if (codeOf(error) === null) throw error
      left.push(path)
    }
  }
  await disk.flushNames(dirname(workbook))
  return left
}
