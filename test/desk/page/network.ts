import { ServerError } from '../../../src/desk/page/api'

/** What a request gets that did not reach the server, or whose answer was lost. */
export const unreachable = new ServerError('', 0)

/** What a page that is gone waits for. */
export const never = (): Promise<never> => new Promise(() => undefined)
