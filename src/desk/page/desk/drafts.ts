/** What the server does not have yet, kept by the browser from letter to letter: a page that dies gives it back. */
import type { Typing } from '../view/view'
import type { CommentDraft } from './comment-drafts'
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
  comments?: readonly CommentDraft[]
  /** When it was last said that the page lives, in milliseconds. */
  alive: number
}

/** So often a page says that it lives; one that has not for twice as long is dead. */
export const ALIVE_MS = 2_000

/** What a page has left. */
export interface Left extends KeptEdits {
  typing: Typing[]
  comments: CommentDraft[]
}

/** `alive`: when the tab was last said to live. */
type IsDead = (tab: string, alive: number) => boolean

const PREFIX = 'nianbao-typing '
const prefixOf = ({ file, title }: WorkbookName): string => `${PREFIX}${JSON.stringify([file, title])} `

const namesIn = (storage: DraftStorage): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')

/** A workbook of which this browser has something that the desk does not have. */
export interface Drafted extends WorkbookName {
  /** Edits, texts in fields, comments. */
  count: number
}

function countOf({ typing, waiting = [], unsent, comments = [] }: Draft): number {
  return Number(typing !== null) + waiting.length + unsent.length + comments.length
}

/** Of all workbooks, whichever is open. */
export function draftedIn(storage: DraftStorage): Drafted[] {
  const found = new Map<string, Drafted>()
  for (const key of namesIn(storage).filter((one) => one.startsWith(PREFIX))) {
    const name = key.slice(PREFIX.length, key.lastIndexOf(' '))
    const [file, title] = JSON.parse(name) as [string, string]
    const draft = JSON.parse(storage.getItem(key) ?? 'null') as Draft | null
    const count = (found.get(name)?.count ?? 0) + (draft ? countOf(draft) : 0)
    if (count > 0) found.set(name, { file, title, count })
  }
  return [...found.values()]
}

export class Drafts {
  private readonly prefix: string
  private typing: Typing | null = null
  private waiting: readonly Typing[] = []
  private edits: KeptEdits = { unsent: [], questions: [] }
  private comments: readonly CommentDraft[] = []

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

  keepComments(comments: readonly CommentDraft[]): void {
    this.comments = comments
    this.beat()
  }

  /** The page goes away, and says so: what it has is for the next one at once. */
  leave(): void {
    this.beat(0)
  }

  /** To be called every `ALIVE_MS`. */
  beat(alive = this.now()): void {
    const { typing, waiting, comments } = this
    const { unsent, questions } = this.edits
    const key = this.prefix + this.tab
    try {
      const draft: Draft = { typing, waiting, unsent, questions, comments, alive }
      if (typing || waiting.length + unsent.length + questions.length + comments.length > 0)
        this.storage.setItem(key, JSON.stringify(draft))
      else this.storage.removeItem(key)
    } catch {
      // The browser keeps nothing: the warning before leaving is all there is.
    }
  }

  /** What this tab and dead ones have left, and is then kept no longer. */
  take(isDead: IsDead = (_, alive) => this.now() - alive >= 2 * ALIVE_MS): Left {
    const drafts = this.keys().flatMap((key) => this.taken(key, isDead) ?? [])
    return {
      typing: drafts.flatMap(({ typing, waiting = [] }) => [...(typing ? [typing] : []), ...waiting]),
      unsent: drafts.flatMap(({ unsent }) => unsent),
      questions: drafts.flatMap(({ questions = [] }) => questions),
      comments: drafts.flatMap(({ comments = [] }) => comments),
    }
  }

  /** Other tabs have something, living or dead. */
  get hasOthers(): boolean {
    return this.keys().some((key) => key !== this.prefix + this.tab)
  }

  private keys(): string[] {
    return namesIn(this.storage).filter((key) => key.startsWith(this.prefix))
  }

  private taken(key: string, isDead: IsDead): Draft | null {
    const draft = JSON.parse(this.storage.getItem(key) ?? 'null') as Draft | null
    const tab = key.slice(this.prefix.length)
    if (!draft || (tab !== this.tab && !isDead(tab, draft.alive))) return null
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
