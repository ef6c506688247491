import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { RecentWorkbook } from '../start-protocol'
import { changedAt } from '../store'
import { replacePrivate } from './private-file'
import { digestOf } from './tokens'

interface Entry {
  path: string
  title: string
  /** When it was opened: ISO 8601, UTC. */
  time: string
}

const MOST = 20

const isEntry = (value: unknown): value is Entry => {
  if (typeof value !== 'object' || value === null) return false
  const { path, title, time } = value as Partial<Record<keyof Entry, unknown>>
  return typeof path === 'string' && typeof title === 'string' && typeof time === 'string'
}

/** A page names an entry of the list by its id, and never a path. */
const idOf = (path: string): string => digestOf(path).toString('base64url').slice(0, 16)

/** Null: the file is not there, or its folder lets nobody look. */
function changeOf(path: string): string | null {
  try {
    return changedAt(path)
  } catch {
    return null
  }
}

/** The workbooks that were opened last, newest first. */
export class RecentList {
  constructor(private readonly path: string) {}

  list(): RecentWorkbook[] {
    return this.entries().map(({ path, title, time }) => {
      const changed = changeOf(path)
      return {
        id: idOf(path),
        title,
        file: basename(path),
        folder: dirname(path),
        time: changed ?? time,
        isMissing: changed === null,
      }
    })
  }

  pathOf(id: string): string | null {
    return this.entries().find(({ path }) => idOf(path) === id)?.path ?? null
  }

  /** A list that cannot be written is no failure: nobody's work is in it. */
  add(path: string, title: string, time: string): void {
    const others = this.entries().filter((entry) => entry.path !== path)
    const entries = [{ path, title, time }, ...others].slice(0, MOST)
    try {
      replacePrivate(this.path, JSON.stringify(entries, null, 2))
    } catch {
      // The next start shows an older list.
    }
  }

  private entries(): Entry[] {
    try {
      const entries: unknown = JSON.parse(readFileSync(this.path, 'utf8'))
      return Array.isArray(entries) ? entries.filter(isEntry) : []
    } catch {
      // The file is missing or damaged.
      return []
    }
  }
}
