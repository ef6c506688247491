/** Who may talk to the server, and in which role. */
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { deskWords } from '../../words/desk'
import { serverWords as words } from '../../words/server'
import { isOwnHost } from './addresses'
import type { DeskState } from './desk-state'
import { commonHeaders } from './headers'
import { Refusal } from './problem'
import type { Session } from './sessions'

export interface Env {
  Variables: { session: Session }
}

/** A cookie is sent to every port of a machine: two desks on one machine need cookies of different names. */
const cookieName = (port: number): string => `nianbao-${port}`

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** A page without scripts and styles, for people who are not let in. */
function plainPage(title: string, text: string, head = ''): string {
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${head}` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title></head>` +
    `<body><main><h1>${escaped(words.product)}</h1><p>${escaped(text)}</p></main></body></html>`
  )
}

const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD'

/**
 * Gives every answer made by the context the common headers. They are set before the answer is made: looked at
 * afterwards, each answer would become a stream first, which costs an edit half a millisecond.
 */
export const withHeaders: MiddlewareHandler = async (c, next) => {
  for (const [name, value] of Object.entries(commonHeaders)) c.header(name, value)
  await next()
}

/** Refuses requests to another host name, and requests that another site's page has sent. */
export function refuseForeign(desk: DeskState): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host')
    if (!isOwnHost(host, desk.port, desk.isShared)) throw new Refusal(403, words.entry.host, 'entry')
    const site = c.req.header('sec-fetch-site')
    const isEntry = c.req.path === '/' && isReading(c.req.method)
    const isOwnSite = site === undefined || site === 'same-origin' || site === 'none'
    if (!isOwnSite && !isEntry) throw new Refusal(403, words.entry.origin, 'entry')
    // A browser sends the origin with every request that is not GET or HEAD.
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
  // Keep the session of a person who comes again by a link of the same kind.
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

/** Lets in who has a token. Refuses everybody else who is not in. */
export function requireSession(desk: DeskState): MiddlewareHandler<Env> {
  return async (c, next) => {
    const token = c.req.path === '/' && c.req.method === 'GET' ? c.req.query('token') : undefined
    if (token !== undefined) return letIn(c, desk, token)
    const session = sessionOf(c, desk)
    // At 401 the page keeps what it could not send, until the person is in again.
    if (!session) throw new Refusal(c.req.path.startsWith('/api/') ? 401 : 403, words.entry.noToken, 'entry')
    c.set('session', session)
    return next()
  }
}

const isForEyes = (c: Context): boolean => c.req.header('accept')?.includes('text/html') ?? false

/** Every failure as an answer in Chinese: a plain page for a person, JSON for the page's code. */
export function failureAnswer(error: unknown, c: Context, onFault: (error: unknown) => void): Response {
  const known = error instanceof Refusal ? error : null
  if (!known) onFault(error)
  const { status, message, code, newer, seq } = known ?? new Refusal(500, deskWords.failed)
  if (isForEyes(c)) return c.html(plainPage(words.entry.title, message), status)
  return c.json({ message, ...(code && { code }), ...(newer && { newer, seq }) }, status)
}
