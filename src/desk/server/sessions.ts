import { readFileSync, rmSync } from 'node:fs'
import { serverWords as words } from '../../words/server'
import type { Role } from '../protocol'
import { replacePrivate } from './private-file'
import { reasonOf } from '../disk-error'
import { digestText, randomToken } from './tokens'

/** A browser that has been let in. */
export interface Session {
  /** Names the person to others: `Person.id`. */
  id: string
  role: Role
  /** Let in by a link for the network. */
  isGuest: boolean
  /** Empty until the person has given it. */
  name: string
  /** When the last request came, in milliseconds. */
  seen: number
  /** Digests of the keys that pages of this browser have, the latest last. */
  keys: string[]
}

/** Each coming in gives a key: pages that were opened by the links before keep theirs. */
const MOST_KEYS = 8

interface Kept {
  workbook: string | null
  /** The keys are digests of the cookies. */
  sessions: Record<string, Session>
}

/** The file is written so often where there are requests and nothing else changes. */
const KEEP_MS = 5 * 60 * 1000

const HOURS_12 = 12 * 60 * 60 * 1000

function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false
  const { id, role, isGuest, name, seen, keys } = value as Partial<Record<keyof Session, unknown>>
  const isRole = role === 'editor' || role === 'reviewer'
  return (
    typeof id === 'string' &&
    isRole &&
    typeof isGuest === 'boolean' &&
    typeof name === 'string' &&
    typeof seen === 'number' &&
    Array.isArray(keys) &&
    keys.every((key) => typeof key === 'string')
  )
}

function readKept(path: string): Kept | null {
  try {
    const { workbook, sessions } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Kept>
    if (typeof sessions !== 'object') return null
    const good = Object.entries(sessions).filter(([, session]) => isSession(session))
    return { workbook: typeof workbook === 'string' ? workbook : null, sessions: Object.fromEntries(good) }
  } catch {
    // The file is missing or damaged: nobody is in.
    return null
  }
}

/**
 * Who is in. After a crash they are still in, so that their pages can send what is not saved yet; after a proper end
 * nobody is. The file holds digests of the cookies, which let nobody in.
 */
export class Sessions {
  private sessions = new Map<string, Session>()
  private workbook: string | null = null
  private isFailing = false
  private keptAt = 0
  /** Left by a desk that ended without closing. */
  private before: Kept | null

  constructor(
    private readonly path: string,
    private readonly isShared: boolean,
    private readonly clock: () => Date,
    private readonly tell: (text: string) => void,
  ) {
    this.before = readKept(path)
  }

  /** The workbook that was open when the desk ended without closing. */
  leftOpen(): string | null {
    return this.before?.workbook ?? null
  }

  /** Another workbook is open from now on. Whoever was in when a desk crashed with it open is in again. */
  moveTo(workbook: string | null): void {
    if (workbook !== null) this.restore(workbook)
    this.workbook = workbook
    this.keep()
  }

  /** Lets a browser in. Returns the value of its cookie. */
  start(role: Role, isGuest: boolean, name: string): string {
    const cookie = randomToken()
    const now = this.clock().getTime()
    for (const [key, { seen }] of this.sessions) if (now - seen > HOURS_12) this.sessions.delete(key)
    this.sessions.set(digestText(cookie), { id: randomToken().slice(0, 12), role, isGuest, name, seen: now, keys: [] })
    this.keep()
    return cookie
  }

  /**
   * A key for a page of this browser. The cookie alone would not do: browsers send it to every port of a machine, so
   * that any other program's page gets it.
   */
  giveKey(session: Session): string {
    const key = randomToken()
    session.keys = [...session.keys, digestText(key)].slice(-MOST_KEYS)
    this.keep()
    return key
  }

  holds({ keys }: Session, key: string): boolean {
    return keys.includes(digestText(key))
  }

  find(cookie: string): Session | null {
    const session = this.sessions.get(digestText(cookie))
    const now = this.clock().getTime()
    if (!session || now - session.seen > HOURS_12) return null
    session.seen = now
    // A killed desk knows only the file: what it says of the last request must not grow old.
    if (Math.abs(now - this.keptAt) >= KEEP_MS) this.keep()
    return session
  }

  /** Whose cookie it is, also where the session has ended for want of requests; to ask is no sign of life. */
  idOf(cookie: string): string | null {
    return this.sessions.get(digestText(cookie))?.id ?? null
  }

  /** Whether the session has not ended; to ask is no sign of life. */
  isIn({ id }: Session): boolean {
    const now = this.clock().getTime()
    return [...this.sessions.values()].some((one) => one.id === id && now - one.seen <= HOURS_12)
  }

  /** Ids of all who are in. */
  ids(): string[] {
    return [...this.sessions.values()].map(({ id }) => id)
  }

  rename(session: Session, name: string): void {
    session.name = name
    this.keep()
  }

  /** Puts everybody out. */
  end(): void {
    this.sessions.clear()
    rmSync(this.path, { force: true })
  }

  /** Lets in again who was in before the crash; guests only if this desk is shared too. */
  private restore(workbook: string): void {
    const kept = this.before
    this.before = null
    if (kept?.workbook !== workbook) return
    const now = this.clock().getTime()
    const good = Object.entries(kept.sessions).filter(
      ([, { isGuest, seen }]) => now - seen < HOURS_12 && (this.isShared || !isGuest),
    )
    this.sessions = new Map([...good, ...this.sessions])
  }

  private keep(): void {
    this.keptAt = this.clock().getTime()
    const kept: Kept = { workbook: this.workbook, sessions: Object.fromEntries(this.sessions) }
    try {
      replacePrivate(this.path, JSON.stringify(kept))
      this.isFailing = false
    } catch (error) {
      if (!this.isFailing) this.tell(words.console.sessionsNotKept(reasonOf(error)))
      this.isFailing = true
    }
  }
}
