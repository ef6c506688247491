/** What one person may ask for, so that nobody keeps the desk from others. */
import type { MiddlewareHandler } from 'hono'
import { serverWords as words } from '../../words/server'
import type { DeskState } from './desk-state'
import type { Env } from './entry'
import { Refusal } from './problem'

/** Pages that one person may have open; each has a stream of events. */
export const MOST_PAGES = 20

/** A person who types, pastes and scrolls stays far below; a program that asks without pause does not. */
const A_SECOND = 300
const AT_ONCE = 1_000

/** Descriptors that are not for connections: files of workbooks, and programs that are loaded when they are needed. */
const FOR_FILES = 128
const MOST_CONNECTIONS = 1_000
const LEAST_CONNECTIONS = 16

/** Connections that leave descriptors for files. Unknown limit, as on Windows: the most. */
export function mostConnections(descriptors: number | null): number {
  if (descriptors === null) return MOST_CONNECTIONS
  return Math.max(LEAST_CONNECTIONS, Math.min(MOST_CONNECTIONS, descriptors - FOR_FILES))
}

/** How many files and connections this process may have open; null: the system does not tell, or has no limit. */
export function descriptorLimit(): number | null {
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft?: unknown } } }
  const soft = Number(userLimits?.open_files?.soft)
  return Number.isFinite(soft) ? soft : null
}

interface Allowance {
  left: number
  /** Milliseconds */
  at: number
}

/** Requests of each person: a thousand at once, and three hundred more each second. */
export class Pace {
  private readonly people = new Map<string, Allowance>()

  /** False: the person has asked for too much in a short time. `now` in milliseconds. */
  takes(person: string, now: number): boolean {
    const { left, at } = this.people.get(person) ?? { left: AT_ONCE, at: now }
    const allowed = Math.min(AT_ONCE, left + (Math.max(0, now - at) * A_SECOND) / 1000)
    this.people.set(person, { left: Math.max(0, allowed - 1), at: now })
    return allowed >= 1
  }
}

export function keepPace(desk: DeskState): MiddlewareHandler<Env> {
  const pace = new Pace()
  return async (c, next) => {
    if (!pace.takes(c.var.session.id, desk.clock().getTime())) throw new Refusal(429, words.tooOften)
    await next()
  }
}
