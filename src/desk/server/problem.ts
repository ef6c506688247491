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
    readonly newer?: Problem['newer'],
    readonly seq?: number,
  ) {
    super(message)
  }
}

export const badRequest = (): Refusal => new Refusal(400, words.badRequest)

/** The desk cannot start or go on. `message` is Chinese, for the window where the desk was started. */
export class DeskError extends Error {
  override readonly name = 'DeskError'
}
