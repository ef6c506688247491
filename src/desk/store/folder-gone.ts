/** What is said where the workbook's folder is gone, or the disk refuses for another reason. */
import { basename, dirname } from 'node:path'
import { storeWords as words } from '../../words/store'
import { codeOf, reasonOf } from '../disk-error'
import type { Disk } from './disk'
import { StoreError } from './error'

export function isFolderGone(disk: Disk, path: string): boolean {
  const folder = disk.facts(dirname(path))
  return folder === null || folder.isFile
}

export const folderGone = (path: string): string => words.folderGone(basename(path), dirname(path))

/** What to tell about the disk's error. One that is none of the disk is thrown on. */
export function refusalOf(disk: Disk, path: string, error: unknown, tell: (reason: string) => string): StoreError {
  if (error instanceof StoreError) return error
  const reason = reasonOf(error)
  const isNowhere = ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')
  return new StoreError(isNowhere && isFolderGone(disk, path) ? folderGone(path) : tell(reason))
}
