/** The name that was given in this browser, for the next link: each start of the desk has links of its own. */

type NameStorage = Pick<Storage, 'getItem' | 'setItem'>

const KEY = 'nianbao-name'

/** Null: none was given, or the browser keeps nothing. */
export function knownName(storage: NameStorage): string | null {
  try {
    return storage.getItem(KEY)
  } catch {
    return null
  }
}

/** Where it cannot be kept, it is asked for again. */
export function keepName(storage: NameStorage, name: string): void {
  try {
    storage.setItem(KEY, name)
  } catch {
    // The name holds for this time.
  }
}
