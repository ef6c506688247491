import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { serverWords as words } from '../../words/server'
import type { Problem } from '../start-protocol'

/** A request that is refused. `message` is Chinese, for the person at the page. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly status: ContentfulStatusCode,
    message: string,
    readonly code?: Problem['code'],
  ) {
    super(message)
  }
}

export const badRequest = (): Refusal => new Refusal(400, words.badRequest)

/** The desk cannot start or go on. `message` is Chinese, for the window it was started from. */
export class DeskError extends Error {
  override readonly name = 'DeskError'
}

/** The code of a file system's or network's error; null for any other error. */
export function codeOf(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : null
}

/** Why the disk refused; an error that is none of the file system is thrown on. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  switch (code) {
    case null:
      throw error
    case 'ENOSPC':
    case 'EDQUOT':
      return words.reasons.full
    case 'EROFS':
      return words.reasons.readOnly
    case 'EACCES':
    case 'EPERM':
      return words.reasons.noRight
    default:
      return words.reasons.other(code)
  }
}
