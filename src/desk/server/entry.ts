/** Who may talk to the server, and in which role. */
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import { deskWords } from '../../words/desk'
import { serverWords as words } from '../../words/server'
import { keyFragment, keyHeader } from '../protocol'
import { isOwnHost } from './addresses'
import type { DeskState } from './desk-state'
import { commonHeaders } from './headers'
import { Refusal } from './problem'
import type { Session } from './sessions'
import type { Pass } from './tokens'

export interface Env {
  Variables: { session: Session }
}

/** A cookie is sent to every port of a machine: two desks on one machine need cookies of different names. */
const cookieName = (port: number): string => `nianbao-${port}`

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** A page without scripts and styles, for people who are not let in. */
function plainPage(title: string, text: string, head = '', more = ''): string {
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${head}` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title></head>` +
    `<body><main><h1>${escaped(words.product)}</h1><p>${escaped(text)}</p>${more}</main></body></html>`
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

/** Begins a session as whoever the link is for, and lets this browser keep it. */
function newSession(c: Context<Env>, desk: DeskState, { role, isGuest }: Pass): Session {
  const cookie = desk.sessions.start(role, isGuest, isGuest ? '' : desk.userName)
  setCookie(c, cookieName(desk.port), cookie, { httpOnly: true, sameSite: 'Strict', path: '/' })
  const session = desk.sessions.find(cookie)
  if (!session) throw new Error('a session that was just begun is not there')
  return session
}

/** Nobody becomes another person unasked: a link that somebody else made would turn an editor into a reviewer. */
function askWhoToBe(c: Context<Env>, { name, role }: Session, pass: Pass, token: string): Response {
  const { asBefore, asLink, who } = words.entry.other
  const links = [
    ['/', asBefore(who(role), name)],
    [`/?token=${encodeURIComponent(token)}&replace=yes`, asLink(who(pass.role))],
  ]
  const list = links.map(([href = '', text = '']) => `<p><a href="${escaped(href)}">${escaped(text)}</a></p>`).join('')
  return c.html(plainPage(words.product, words.entry.other.title(who(role)), '', list))
}

function letIn(c: Context<Env>, desk: DeskState, token: string): Response {
  const now = desk.clock().getTime()
  const pass = desk.passes.look(token, now)
  if (!pass) throw new Refusal(403, words.entry.expired, 'entry')
  const known = sessionOf(c, desk)
  const isSame = known?.role === pass.role && known.isGuest === pass.isGuest
  if (known && !isSame && c.req.query('replace') === undefined) return askWhoToBe(c, known, pass, token)
  desk.passes.enter(token, now)
  // The session of a person who comes again by a link of the same kind stays.
  const key = desk.sessions.giveKey(known && isSame ? known : newSession(c, desk, pass))
  // No redirect: a link clicked on another site's page would arrive without the cookie.
  const refresh = `<meta http-equiv="refresh" content="0;url=/${keyFragment}${key}">`
  return c.html(plainPage(words.product, words.entry.opening, refresh))
}

function sessionOf(c: Context<Env>, desk: DeskState): Session | null {
  const cookie = getCookie(c, cookieName(desk.port))
  return cookie === undefined ? null : desk.sessions.find(cookie)
}

/** Whose cookie is in the head of a request; null: nobody's who is in. */
export function personOfCookie(desk: DeskState, header = ''): string | null {
  const cookie = parse(header, cookieName(desk.port))[cookieName(desk.port)]
  return cookie === undefined ? null : desk.sessions.idOf(cookie)
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

/** A file is fetched by a link or a frame, which send no header: its ticket is in its address. */
export const isFile = (path: string): boolean => path === '/workbook.xlsx' || path.startsWith('/files/')

function hasTicket(c: Context<Env>, desk: DeskState): boolean {
  const url = new URL(c.req.url)
  const ticket = url.searchParams.get('ticket')
  if (ticket === null) return false
  url.searchParams.delete('ticket')
  return desk.tickets.use(ticket, c.var.session.id, url.pathname + url.search, desk.clock().getTime())
}

/**
 * Refuses who has the cookie but not the page's key: another program on this machine, to whose port the browser has
 * sent the cookie as well.
 */
export function requireKey(desk: DeskState): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { path } = c.req
    const key = c.req.header(keyHeader)
    const isByKey = key !== undefined && desk.sessions.holds(c.var.session, key)
    const isNeeded = path.startsWith('/api/') || isFile(path)
    if (isNeeded && !isByKey && !(isFile(path) && hasTicket(c, desk))) {
      throw isFile(path) ? new Refusal(403, words.entry.noTicket) : new Refusal(401, words.entry.noToken, 'entry')
    }
    await next()
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
