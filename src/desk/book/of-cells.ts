/** What is computed from a tab's cells is remembered, and brought up to date by the cells that were replaced since. */
import type { Sheet } from './model'

type Cells = Sheet['cells']

/** Whoever is further behind than this computes anew. */
const MOST_NOTED = 2_000

interface Replaced {
  /** How many keys were noted before the first of `keys`. */
  before: number
  keys: string[]
}

const replaced = new WeakMap<Cells, Replaced>()

export function noteReplaced(cells: Cells, key: string): void {
  const noted = replaced.get(cells)
  if (!noted) replaced.set(cells, { before: 0, keys: [key] })
  else if (noted.keys.length < MOST_NOTED) noted.keys.push(key)
  else replaced.set(cells, { before: noted.before + noted.keys.length, keys: [key] })
}

const countOf = (cells: Cells): number => {
  const noted = replaced.get(cells)
  return noted ? noted.before + noted.keys.length : 0
}

/** The keys of the cells that were replaced after the first `count`; null if they are no longer known. */
function keysAfter(cells: Cells, count: number): ReadonlySet<string> | null {
  const { before, keys } = replaced.get(cells) ?? { before: 0, keys: [] }
  return count < before ? null : new Set(keys.slice(count - before))
}

export interface OfCells<T> {
  make: (sheet: Sheet) => T
  /** The result after the cells with these keys were replaced; null: make it anew. It may change `before` itself. */
  renew: (before: T, sheet: Sheet, keys: ReadonlySet<string>) => T | null
}

/** A function of a tab's cells that remembers its last result. */
export function ofCells<T>({ make, renew }: OfCells<T>): (sheet: Sheet) => T {
  const results = new WeakMap<Cells, { count: number; value: T }>()
  return (sheet) => {
    const { cells } = sheet
    const count = countOf(cells)
    const known = results.get(cells)
    const keys = known && keysAfter(cells, known.count)
    const value = (known && keys && (keys.size === 0 ? known.value : renew(known.value, sheet, keys))) ?? make(sheet)
    results.set(cells, { count, value })
    return value
  }
}
