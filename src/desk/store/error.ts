import { storeWords as words } from '../../words/store'

/** The workbook cannot be opened, kept or saved. `message` is Chinese, for the user. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

/** The code of a file system's error; null for any other error. */
export function codeOf(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : null
}

/** What a failed write means to the user; an error that is none of the file system is thrown on. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  switch (code) {
    case null:
      throw error
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return words.reasons.full
    case 'EROFS':
      return words.reasons.readOnly
    case 'EACCES':
      return words.reasons.noRight
    case 'EPERM':
    case 'EBUSY':
      return words.reasons.busy
    default:
      return words.reasons.other(code)
  }
}
