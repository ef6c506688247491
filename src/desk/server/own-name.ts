/** The name that the person at this machine has given: it is asked for once, not at each start. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replacePrivate } from './private-file'

const fileIn = (home: string): string => join(home, 'name.txt')

/** Null: none was given, or it cannot be read. */
export function ownName(home: string): string | null {
  try {
    return readFileSync(fileIn(home), 'utf8').trim() || null
  } catch {
    return null
  }
}

/** Where it cannot be kept, it is asked for again. */
export function keepOwnName(home: string, name: string): void {
  try {
    replacePrivate(fileIn(home), name)
  } catch {
    // The name holds for this time.
  }
}
