/** What the file system's errors mean to the user. */
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
}

/** Why the disk refused; an error that is none of the file system is thrown on. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  if (code === null) throw error
  return reasons[code] ?? words.other(code)
}
