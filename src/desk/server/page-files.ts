/** The built page. The build has compressed its files; Hono serves them. */
import { basename } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'
import { etag } from 'hono/etag'
import { serverWords as words } from '../../words/server'
import { framePolicy, pagePolicy } from '../page/policy'
import { Refusal } from './problem'

/** As esbuild names what it makes of parts: `part-ABCD1234.js`. */
const isHashed = (path: string): boolean => /-[A-Z0-9]{8}\.\w+$/.test(path)

/** An answer of 304 has them too: a browser puts them in the place of those it has kept. */
const withPageHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.ok && c.res.status !== 304) return
  const { path } = c.req
  const caching = isHashed(path) ? 'private, max-age=31536000, immutable' : 'private, no-cache'
  c.res.headers.set('Cache-Control', caching)
  c.res.headers.set('Content-Security-Policy', basename(path) === 'frame.html' ? framePolicy : pagePolicy)
}

const refuse = (): never => {
  throw new Refusal(404, words.notFound)
}

/** Answers with a file of the folder, and refuses every other path. */
export const pageFiles = (folder: string): [MiddlewareHandler, MiddlewareHandler, MiddlewareHandler] => [
  withPageHeaders,
  etag(),
  serveStatic({ root: folder, precompressed: true, onNotFound: refuse }),
]
