import { Hono } from 'hono'
import type { MiddlewareHandler } from 'hono'
import { serverWords as words } from '../../words/server'
import { protocol, protocolHeader } from '../protocol'
import { bookRoutes } from './book-routes'
import type { DeskState } from './desk-state'
import { failureAnswer, refuseForeign, requireKey, requireSession, withHeaders } from './entry'
import type { Env } from './entry'
import { fileRoutes } from './file-routes'
import { keepPace } from './limits'
import { pageFiles } from './page-files'
import { Refusal } from './problem'
import { entryRoutes, startRoutes } from './start-routes'
import { versionRoutes } from './version-routes'

const MEGABYTE = 1024 * 1024
const MOST_JSON_MB = 4
const MOST_UPLOAD_MB = 64

/** Browsers tell how long every body is. What does not is not read: nobody would know where it ends. */
function limited(megabytes: number): MiddlewareHandler {
  return (c, next) => {
    if (c.req.header('transfer-encoding') !== undefined) throw new Refusal(411, words.noLength)
    if (Number(c.req.header('content-length') ?? 0) > megabytes * MEGABYTE) {
      throw new Refusal(413, words.tooLarge(megabytes))
    }
    return next()
  }
}

/** Requests that may hold a file. An import is a run that is given one. */
const uploads = new Set(['/api/open', '/api/new', '/api/run'])

const limitedByRoute: MiddlewareHandler = (c, next) =>
  limited(uploads.has(c.req.path) ? MOST_UPLOAD_MB : MOST_JSON_MB)(c, next)

const requireName: MiddlewareHandler<Env> = async (c, next) => {
  if (c.var.session.name === '') throw new Refusal(403, words.needName, 'name')
  await next()
}

/**
 * Refuses a page that speaks another protocol: it would misunderstand the answer. Programs that are no page send no
 * number.
 */
const refuseOtherProtocol: MiddlewareHandler = async (c, next) => {
  const theirs = c.req.header(protocolHeader)
  if (theirs !== undefined && Number(theirs) !== protocol) throw new Refusal(426, words.otherProtocol, 'protocol')
  await next()
}

/** All that the server answers. It refuses everybody who has not come in by a link. */
export function createApp(desk: DeskState, onFault: (error: unknown) => void): Hono<Env> {
  const app = new Hono<Env>()
  app.onError((error, c) => failureAnswer(error, c, onFault))
  app.notFound((c) => failureAnswer(new Refusal(404, words.notFound), c, onFault))
  app.use(withHeaders, refuseForeign(desk), requireSession(desk), limitedByRoute)
  // First the protocol: an older page has to learn that it is old, and may have no key.
  app.use('/api/*', refuseOtherProtocol)
  app.use(requireKey(desk), keepPace(desk))
  app.route('/api', entryRoutes(desk))
  app.get('/:file{(?!api/|files/|workbook\\.xlsx).*}', ...pageFiles(desk.options.page))
  app.use(requireName)
  app.route('/api', startRoutes(desk))
  app.route('/api', bookRoutes(desk))
  app.route('/api', versionRoutes(desk))
  app.route('/', fileRoutes(desk))
  return app
}
