/** The server was updated while the page stood open: the page says so and loads itself anew, once for each version. */
import type { TabStorage } from './unsent'

const MARK = 'nianbao-loaded-for'

/** Long enough to read why, short enough that little more is written. */
const NOTICE_MS = 2_000
const AGAIN_MS = 500

/** False: the page was already loaded anew for this protocol, and speaks another nevertheless. */
export function mayReload(storage: TabStorage, theirs: number): boolean {
  if (storage.getItem(MARK) === String(theirs)) return false
  storage.setItem(MARK, String(theirs))
  return true
}

export interface PageUpdateOwner {
  storage: TabStorage
  /** Whether something is being written that only the person can finish, as in a cell. */
  isWriting: () => boolean
  /** Keeps what is unsent for the next page; false: it cannot be kept. */
  keep: () => boolean
  reload: () => void
  /** `soon`: the page loads itself anew; `still`: that was of no use; `notKept`: it must not. */
  say: (state: 'soon' | 'still' | 'notKept') => void
  /** Calls after so many milliseconds; a clock, for tests. */
  later: (act: () => void, milliseconds: number) => void
}

export class PageUpdate {
  private isBegun = false

  constructor(private readonly owner: PageUpdateOwner) {}

  /** May be called again for every answer of the server. */
  begin(theirs: number): void {
    if (this.isBegun) return
    this.isBegun = true
    const { storage, say, later } = this.owner
    if (!mayReload(storage, theirs)) return say('still')
    say('soon')
    later(() => this.reloadAtRest(), NOTICE_MS)
  }

  private reloadAtRest(): void {
    const { isWriting, keep, reload, say, later } = this.owner
    if (isWriting()) return later(() => this.reloadAtRest(), AGAIN_MS)
    if (keep()) reload()
    else say('notKept')
  }
}
