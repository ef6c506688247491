/** What the server does not have yet, kept by the browser from letter to letter: a page that dies gives it back. */
import type { Typing } from '../view/view'
import type { KeptEdits } from './edits'
import type { WorkbookName } from './unsent'

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

interface Draft {
  /** What stands only in the field. */
  typing: Typing | null
  /** Of earlier pages, not chosen yet. */
  waiting?: readonly Typing[]
  unsent: KeptEdits['unsent']
  questions?: KeptEdits['questions']
  /** When it was last said that the page lives, in milliseconds. */
  alive: number
}

/** So often a page says that it lives; one that has not for twice as long is dead. */
export const ALIVE_MS = 2_000

const prefixOf = ({ file, title }: WorkbookName): string => `nianbao-typing ${JSON.stringify([file, title])} `

export class Drafts {
  private readonly prefix: string
  private typing: Typing | null = null
  private waiting: readonly Typing[] = []
  private edits: KeptEdits = { unsent: [], questions: [] }

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

  keepWaiting(waiting: readonly Typing[]): void {
    this.waiting = waiting
    this.beat()
  }

  keepEdits(edits: KeptEdits): void {
    this.edits = edits
    this.beat()
  }

  /** To be called every `ALIVE_MS`. */
  beat(): void {
    const { typing, waiting } = this
    const { unsent, questions } = this.edits
    const key = this.prefix + this.tab
    try {
      const draft: Draft = { typing, waiting, unsent, questions, alive: this.now() }
      if (typing || waiting.length + unsent.length + questions.length > 0)
        this.storage.setItem(key, JSON.stringify(draft))
      else this.storage.removeItem(key)
    } catch {
      // The browser keeps nothing: the warning before leaving is all there is.
    }
  }

  /** What dead pages have left, and is then kept no longer: this tab's own, and that of tabs that are gone. */
  take(): { typing: Typing[] } & KeptEdits {
    const keys = Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index) ?? '')
    const drafts = keys.filter((key) => key.startsWith(this.prefix)).flatMap((key) => this.taken(key) ?? [])
    return {
      typing: drafts.flatMap(({ typing, waiting = [] }) => [...(typing ? [typing] : []), ...waiting]),
      unsent: drafts.flatMap(({ unsent }) => unsent),
      questions: drafts.flatMap(({ questions = [] }) => questions),
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
