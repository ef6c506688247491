/** What lets a browser fetch one file: a link or a frame sends no header with a key. */
import { digestText, randomToken } from './tokens'

const GOOD_MS = 60_000
/** Of tickets that nobody uses the oldest go. */
const MOST = 1_000

interface Ticket {
  /** Session.id */
  session: string
  /** Path and query that it is for. */
  path: string
  until: number
}

export class Tickets {
  private readonly issued = new Map<string, Ticket>()

  /** Good once, within a minute, for this session and this path. */
  issue(session: string, path: string, now: number): string {
    const ticket = randomToken()
    this.issued.set(digestText(ticket), { session, path, until: now + GOOD_MS })
    const [oldest] = this.issued.keys()
    if (this.issued.size > MOST && oldest !== undefined) this.issued.delete(oldest)
    return ticket
  }

  /** Whether it was good for this session; it is not any more. */
  use(ticket: string, session: string, path: string, now: number): boolean {
    const key = digestText(ticket)
    const known = this.issued.get(key)
    // Another browser that got hold of it does not use it up.
    if (known?.session !== session) return false
    this.issued.delete(key)
    return known.path === path && now <= known.until
  }
}
