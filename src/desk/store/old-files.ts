/** Files beside a workbook that hold what it held before: older journals, dated copies, copies that were put aside. */
import { basename, dirname, join } from 'node:path'
import { codeOf } from '../disk-error'
import type { Backups } from './backups'
import { copiesBeside } from './beside'
import type { Disk } from './disk'
import { StoreError } from './error'
import { removeLeftovers } from './files'
import { archivesOf } from './journal'
import { headOf, indexJournal } from './journal-index'
import { tagOf } from './lines'

export interface OwnIds {
  /** Of the journals whose files are wanted. */
  ids: readonly string[]
  /** Of the journal that is written to. */
  current: string
}

/** The same where the disk does not give the file out: then nothing tells. */
function isOwnIfReadable(disk: Disk, archive: string, those: OwnIds): boolean | null {
  try {
    return isOwn(disk, archive, those)
  } catch (error) {
    if (error instanceof StoreError || codeOf(error) !== null) return null
    throw error
  }
}

/** Whether an older file is one of those journals'; null: nothing in it tells. */
function isOwn(disk: Disk, archive: string, { ids, current }: OwnIds): boolean | null {
  const index = indexJournal(disk, archive)
  const tags = ids.map(tagOf)
  if (index.lines.some(({ tag }) => tag !== null && tags.includes(tag))) return true
  const head = headOf(disk, index)
  // A journal that was to take the place of one of them, and was put aside.
  const isSuccessor = head?.journal !== current && head?.erases?.some((id) => ids.includes(id)) === true
  if (head) return ids.includes(head.journal) || isSuccessor
  return index.lines.some(({ tag }) => tag !== null) ? false : null
}

export interface OldFiles {
  own: string[]
  /** They stand under names that the program gives, and nothing tells whose they are: nobody but people may delete them. */
  unknown: string[]
}

export async function oldFiles(disk: Disk, workbook: string, those: OwnIds, backups: Backups): Promise<OldFiles> {
  const archives = archivesOf(disk, workbook).map((path) => ({ path, isOwn: isOwnIfReadable(disk, path, those) }))
  const that = (wanted: boolean | null) => archives.flatMap(({ path, isOwn: is }) => (is === wanted ? [path] : []))
  const beside = await copiesBeside(disk, workbook, those.ids)
  return {
    own: [...that(true), ...backups.paths(), ...beside.own],
    unknown: [...that(null), ...backups.otherPaths(), ...beside.unknown],
  }
}

/** Their names, from the workbook's folder. */
export const namesOf = (workbook: string, paths: readonly string[]): string[] =>
  paths.map((path) =>
    dirname(path) === dirname(workbook) ? basename(path) : join(basename(dirname(path)), basename(path)),
  )

/** Deletes them, and half-written files: call it in turn. Returns those that are still there. */
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
