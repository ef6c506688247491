/** The built page. The build has compressed its files; Hono serves them. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { etag } from 'hono/etag'
import { serveStatic } from 'hono/serve-static'
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

/** All of them at once: a newer build put in place meanwhile would not fit the parts that a page has already. */
function readFolder(folder: string): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return new Map(
    files.map((name) => [`/${name.replaceAll('\\', '/')}`, new Uint8Array(readFileSync(join(folder, name)))]),
  )
}

/** The compressed forms of a file are asked for by Accept-Encoding and by nothing else. */
const withoutCompressed: MiddlewareHandler = async (c, next) => {
  if (/\.(?:br|gz)$/.test(c.req.path)) refuse()
  await next()
}

/** Answers with a file of the folder as it was when the desk began, and refuses every other path. */
export function pageFiles(
  folder: string,
): [MiddlewareHandler, MiddlewareHandler, MiddlewareHandler, MiddlewareHandler] {
  const files = readFolder(folder)
  const getContent = (path: string) => Promise.resolve(files.get(path) ?? null)
  const isDir = (path: string) => path === '/'
  return [
    withPageHeaders,
    withoutCompressed,
    etag(),
    serveStatic({ root: '', precompressed: true, getContent, isDir, onNotFound: refuse }),
  ]
}
