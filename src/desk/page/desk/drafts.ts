/** What the server does not have yet, kept by the browser from letter to letter: a page that dies gives it back. */
import type { Typing } from '../view/view'
import type { Unsent, WorkbookName } from './unsent'

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

interface Draft {
  /** What stands only in the field. */
  typing: Typing | null
  /** What is on its way. */
  unsent: readonly Unsent[]
  /** When it was last said that the page lives, in milliseconds. */
  alive: number
}

/** So often a page says that it lives; one that has not for twice as long is dead. */
export const ALIVE_MS = 2_000

const prefixOf = ({ file, title }: WorkbookName): string => `nianbao-typing ${JSON.stringify([file, title])} `

export class Drafts {
  private readonly prefix: string
  private typing: Typing | null = null
  private unsent: readonly Unsent[] = []

  /** `tab` names this tab of the browser, also after it was loaded anew. */
  constructor(
    private readonly storage: DraftStorage,
    workbook: WorkbookName,
    private readonly tab: string,
    private readonly now: () => number,
  ) {
    this.prefix = prefixOf(workbook)
  }

  keep(typing: Typing | null): void {
    this.typing = typing
    this.beat()
  }

  keepUnsent(unsent: readonly Unsent[]): void {
    this.unsent = unsent
    this.beat()
  }

  /** To be called every `ALIVE_MS`. */
  beat(): void {
    const { typing, unsent } = this
    const key = this.prefix + this.tab
    try {
      const draft: Draft = { typing, unsent, alive: this.now() }
      if (typing || unsent.length > 0) this.storage.setItem(key, JSON.stringify(draft))
      else this.storage.removeItem(key)
    } catch {
      // The browser keeps nothing: the warning before leaving is all there is.
    }
  }

  /** What dead pages have left, and is then kept no longer: this tab's own, and that of tabs that are gone. */
  take(): { typing: Typing[]; unsent: Unsent[] } {
    const keys = Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index) ?? '')
    const drafts = keys.filter((key) => key.startsWith(this.prefix)).flatMap((key) => this.taken(key) ?? [])
    return {
      typing: drafts.flatMap(({ typing }) => typing ?? []),
      unsent: drafts.flatMap(({ unsent }) => unsent),
    }
  }

  private taken(key: string): Draft | null {
    const draft = JSON.parse(this.storage.getItem(key) ?? 'null') as Draft | null
    const isOwn = key === this.prefix + this.tab
    if (!draft || (!isOwn && this.now() - draft.alive < 2 * ALIVE_MS)) return null
    this.storage.removeItem(key)
    return draft
  }
}

/** A name for this tab of the browser that lasts as long as it does. */
export function tabName(storage: Pick<Storage, 'getItem' | 'setItem'>): string {
  const known = storage.getItem('nianbao-tab')
  if (known !== null) return known
  const name = [...crypto.getRandomValues(new Uint32Array(2))].join('-')
  try {
    storage.setItem('nianbao-tab', name)
  } catch {
    // Then each load of the page has a name of its own.
  }
  return name
}
