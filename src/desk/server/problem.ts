import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { deskWords } from '../../words/desk'
import { serverWords as words } from '../../words/server'
import { codeOf, reasonOf } from '../disk-error'
import type { Problem } from '../start-protocol'
import { StoreError } from '../store'
import { XlsxError } from '../xlsx'

/** A request that is refused. `message` is Chinese, for the person at the page. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly status: ContentfulStatusCode,
    message: string,
    readonly code?: Problem['code'],
    readonly newer?: Problem['newer'],
    readonly seq?: number,
  ) {
    super(message)
  }
}

/** What the user is told where no request is answered; a fault of the program is reported, and its message is for nobody. */
export function toldOf(
  error: unknown,
  desk: { isForUser: (error: unknown) => boolean; fault: (error: unknown) => void },
) {
  const isKnown = error instanceof Refusal || error instanceof StoreError || error instanceof XlsxError
  if (error instanceof Error && (isKnown || desk.isForUser(error))) return error.message
  if (codeOf(error) !== null) return reasonOf(error)
  desk.fault(error)
  return deskWords.failed
}

export const badRequest = (): Refusal => new Refusal(400, words.badRequest)

/** The desk cannot start or go on. `message` is Chinese, for the window where the desk was started. */
export class DeskError extends Error {
  override readonly name = 'DeskError'
}
