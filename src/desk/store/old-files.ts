/** Files beside a workbook that hold what it held before: older journals, dated copies, copies that were put aside. */
import { basename, dirname, join } from 'node:path'
import { codeOf } from '../disk-error'
import type { Backups } from './backups'
import { copiesBeside } from './beside'
import type { Disk } from './disk'
import { StoreError } from './error'
import { removeLeftovers } from './files'
import { archivesOf } from './journal-files'
import { headOf, indexJournal } from './journal-index'
import type { JournalIndex } from './journal-index'
import { checkedSum, tagOf } from './lines'
import { tagIn } from './history'
import { linesForward } from './read-lines'
import type { XlsxFiles } from './xlsx-files'

export interface OwnIds {
  /** Of the journals whose files are wanted. */
  ids: readonly string[]
  /** Of the journal that is written to. */
  current: string
}

/** `own`: of the journals that are wanted; `current`: of the one that is written to, which is none of them. */
type Whose = 'own' | 'current' | 'other'

/** The tag of the first whole line, without the rest being read: most files have one tag only. */
function firstTag(disk: Disk, archive: string): string | null {
  const reader = disk.reader(archive)
  try {
    for (const { bytes, isEnded } of linesForward(reader)) {
      if (isEnded && checkedSum(bytes) !== null) return tagIn(bytes)
    }
    return null
  } finally {
    reader.close()
  }
}

function whoseArchive(disk: Disk, archive: string, those: OwnIds): Whose {
  const tags = those.ids.map(tagOf)
  const first = firstTag(disk, archive)
  if (first !== null && tags.includes(first)) return 'own'
  const index = indexJournal(disk, archive)
  if (index.lines.some(({ tag }) => tag !== null && tags.includes(tag))) return 'own'
  return byHead(disk, index, those)
}

function byHead(disk: Disk, index: JournalIndex, { ids, current }: OwnIds): Whose {
  const head = headOf(disk, index)
  if (!head) return 'other'
  if (ids.includes(head.journal)) return 'own'
  if (head.journal === current) return 'current'
  // A journal that was to take the place of one of them, and was put aside.
  return head.erases?.some((id) => ids.includes(id)) === true ? 'own' : 'other'
}

/** The same where the disk does not give the file out: then nothing tells. */
function whoseIfReadable(disk: Disk, archive: string, those: OwnIds): Whose {
  try {
    return whoseArchive(disk, archive, those)
  } catch (error) {
    if (error instanceof StoreError || codeOf(error) !== null) return 'other'
    throw error
  }
}

export interface OldFiles {
  own: string[]
  /**
   * They stand under names that the program gives, and are another workbook's, or nothing tells whose they are: nobody but
   * people may delete them.
   */
  unknown: string[]
}

async function whoseCopies(disk: Disk, workbook: string, { ids, current }: OwnIds, xlsx: XlsxFiles) {
  const copies = await copiesBeside(disk, workbook, xlsx)
  return copies.map(({ path, journal }): { path: string; whose: Whose } => {
    if (journal !== null && ids.includes(journal)) return { path, whose: 'own' }
    return { path, whose: journal === current ? 'current' : 'other' }
  })
}

export async function oldFiles(
  disk: Disk,
  workbook: string,
  those: OwnIds,
  backups: Backups,
  xlsx: XlsxFiles,
): Promise<OldFiles> {
  const archives = archivesOf(disk, workbook).map((path) => ({ path, whose: whoseIfReadable(disk, path, those) }))
  const copies = await whoseCopies(disk, workbook, those, xlsx)
  const that = (files: readonly { path: string; whose: Whose }[], wanted: Whose) =>
    files.flatMap(({ path, whose }) => (whose === wanted ? [path] : []))
  return {
    own: [...that(archives, 'own'), ...(await backups.paths()), ...that(copies, 'own')],
    unknown: [...that(archives, 'other'), ...(await backups.otherPaths()), ...that(copies, 'other')],
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
