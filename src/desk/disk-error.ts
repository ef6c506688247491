/** What the file system's errors mean to the user. */
import { statSync } from 'node:fs'
import type { Stats } from 'node:fs'
import { dirname } from 'node:path'
import { diskWords as words } from '../words/disk'

/** The code of a file system's or network's error; null for any other error. */
export function codeOf(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : null
}

const reasons: Partial<Record<string, string>> = {
  ENOSPC: words.full,
  EDQUOT: words.full,
  EFBIG: words.full,
  EROFS: words.readOnly,
  EACCES: words.noRight,
  // On Windows a file that another program has open.
  EPERM: words.busy,
  EBUSY: words.busy,
  ENAMETOOLONG: words.longName,
  EIO: words.broken,
  ENODEV: words.broken,
  ENXIO: words.broken,
  ESTALE: words.broken,
  EMFILE: words.manyFiles,
  ENFILE: words.manyFiles,
  ELOOP: words.loop,
}

const pathOf = (error: unknown): string | null => {
  const path = typeof error === 'object' && error !== null && 'path' in error ? error.path : null
  return typeof path === 'string' ? path : null
}

function statOf(path: string): Stats | null {
  try {
    return statSync(path)
  } catch {
    return null
  }
}

/** What is no folder, of the folders that lead to the path and the path itself; the path where that cannot be told. */
function notFolder(path: string): string {
  for (let at = path; dirname(at) !== at; at = dirname(at)) {
    const found = statOf(at)
    if (found) return found.isDirectory() ? path : at
  }
  return path
}

/** About a place: what stands there, or what is not there. */
function placeReason(code: string, path: string): string | null {
  if (code === 'ENOTDIR' || code === 'EEXIST') return words.notFolder(notFolder(path))
  if (code === 'EISDIR') return words.folderThere(path)
  return code === 'ENOENT' ? words.noFolder(dirname(path)) : null
}

/** Why the disk refused; an error that is none of the file system is thrown on. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  if (code === null) throw error
  const path = pathOf(error)
  return reasons[code] ?? (path === null ? null : placeReason(code, path)) ?? words.other(code)
}
