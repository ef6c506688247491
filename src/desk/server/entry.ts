/** The door: who may talk to the server at all, and as whom. */
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { serverWords as words } from '../../words/server'
import { isOwnHost } from './addresses'
import type { DeskState } from './desk-state'
import { commonHeaders } from './headers'
import { Refusal } from './problem'
import type { Session } from './sessions'

export interface Env {
  Variables: { session: Session }
}

/** Cookies know no ports: two desks on one machine must not put each other's people out. */
const cookieName = (port: number): string => `nianbao-${port}`

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** A page without scripts or styles, for whoever is not in. */
function plainPage(title: string, text: string, head = ''): string {
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${head}` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title></head>` +
    `<body><h1>${escaped(words.product)}</h1><p>${escaped(text)}</p></body></html>`
  )
}

const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD'

/** Sets what is not set by the answer itself. */
export const withHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(commonHeaders)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
  // A document in a sandbox may not also ask for a group of its own.
  if (c.res.headers.get('Content-Security-Policy')?.includes('sandbox')) {
    c.res.headers.delete('Cross-Origin-Opener-Policy')
  }
}

/** Requests to another name, or sent by another site's page. */
export function refuseForeign(desk: DeskState): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host')
    if (!isOwnHost(host, desk.port, desk.isShared)) throw new Refusal(403, words.entry.host, 'entry')
    const site = c.req.header('sec-fetch-site')
    const isEntry = c.req.path === '/' && isReading(c.req.method)
    const isOwnSite = site === undefined || site === 'same-origin' || site === 'none'
    if (!isOwnSite && !isEntry) throw new Refusal(403, words.entry.origin, 'entry')
    // Every browser names the origin of what changes something.
    if (!isReading(c.req.method) && c.req.header('origin') !== `http://${host}`) {
      throw new Refusal(403, words.entry.origin, 'entry')
    }
    await next()
  }
}

function letIn(c: Context<Env>, desk: DeskState, token: string): Response {
  const pass = desk.passes.enter(token, desk.clock().getTime())
  if (!pass) throw new Refusal(403, words.entry.expired, 'entry')
  const known = sessionOf(c, desk)
  // Whoever comes again by the same kind of link stays who they are.
  if (known?.role !== pass.role || known.isGuest !== pass.isGuest) {
    const cookie = desk.sessions.start(pass.role, pass.isGuest, pass.isGuest ? '' : desk.userName)
    setCookie(c, cookieName(desk.port), cookie, { httpOnly: true, sameSite: 'Strict', path: '/' })
  }
  // No redirect: a link clicked on another site's page would arrive without the cookie.
  return c.html(plainPage(words.product, words.entry.opening, '<meta http-equiv="refresh" content="0;url=/">'))
}

function sessionOf(c: Context<Env>, desk: DeskState): Session | null {
  const cookie = getCookie(c, cookieName(desk.port))
  return cookie === undefined ? null : desk.sessions.find(cookie)
}

/** Lets in by a token, and nobody past without having come in. */
export function requireSession(desk: DeskState): MiddlewareHandler<Env> {
  return async (c, next) => {
    const token = c.req.path === '/' && c.req.method === 'GET' ? c.req.query('token') : undefined
    if (token !== undefined) return letIn(c, desk, token)
    const session = sessionOf(c, desk)
    // The page keeps what it could not send, for when its person has come in again.
    if (!session) throw new Refusal(c.req.path.startsWith('/api/') ? 401 : 403, words.entry.noToken, 'entry')
    c.set('session', session)
    return next()
  }
}

const isForEyes = (c: Context): boolean => c.req.header('accept')?.includes('text/html') ?? false

/** Every failure as an answer in Chinese: a plain page to whoever looks, JSON to the page's code. */
export function failureAnswer(error: unknown, c: Context, onFault: (error: unknown) => void): Response {
  const known = error instanceof Refusal ? error : null
  if (!known) onFault(error)
  const { status, message, code } = known ?? new Refusal(500, words.failed)
  if (isForEyes(c)) return c.html(plainPage(words.entry.title, message), status)
  return c.json({ message, ...(code && { code }) }, status)
}
