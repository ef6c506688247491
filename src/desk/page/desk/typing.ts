/** What stands only in the field: told in the saving line, kept for the case that the page dies, asked about. */
import { pageWords } from '../../../words/desk-page'
import { ask } from '../ui/dialogs'
import { h } from '../ui/dom'
import type { RefusedList } from '../ui/refused'
import type { NoticeFor, SheetView, Typing } from '../view/view'
import { textOf } from '../text/literal'
import { ALIVE_MS } from './drafts'
import type { Drafts } from './drafts'
import type { Author } from './events'
import { differsFrom, excerpt } from './excerpt'
import type { Messages } from './messages'
import { shortened } from './shortened'
import type { SheetPosition } from '../../protocol'

export interface TypingOwner {
  drafts: Drafts
  view: () => SheetView | null
  /** Null: the tab's cells are there; else resolves when they have come. */
  ready: (sheet: number) => Promise<boolean> | null
  nameOf: (place: SheetPosition) => string
  /** Person.id */
  me: string
  /** The last change the page has. */
  seq: () => number
  /** Name of a person who is here. */
  whoIs: (id: string) => string
  /** As the server has it. */
  contentOf: (place: SheetPosition) => string
  editing: (isEditing: boolean) => void
  /** How many texts of earlier pages wait to be gone on with. */
  begun: (texts: number) => void
  messages: Messages
  refused: RefusedList
}

const words = pageWords.typing

export class TypingDesk {
  private current: Typing | null = null
  /** In the list, not chosen yet. */
  private waiting: readonly Typing[] = []
  private isClosed = false
  private readonly closing = new AbortController()

  constructor(private readonly owner: TypingOwner) {
    window.setInterval(() => owner.drafts.beat(), ALIVE_MS)
  }

  /** Something would be lost if the page went away now. */
  get isBegun(): boolean {
    return this.current !== null
  }

  changed(typing: Typing | null): void {
    const { drafts, editing, messages } = this.owner
    if (this.isClosed) return
    // Taken or given up: what was said of it as not finished holds no longer.
    if (this.current && !typing) messages.forget(this.current)
    this.current = typing
    drafts.keep(typing)
    editing(typing !== null)
  }

  /** True: the person goes on writing. */
  async invalid(typing: Typing, reason: string): Promise<boolean> {
    const { nameOf, view } = this.owner
    const message = words.invalid(nameOf(typing), typing.text, reason)
    const captions = { YES: words.correct, NO: words.giveUp }
    const about = { title: words.invalidTitle, message, buttons: 'YES_NO' } as const
    const { button } = await ask(about, { captions, safe: 'YES', settled: this.closing.signal })
    view()?.focus()
    return button !== 'NO'
  }

  /**
   * The workbook is closed: nothing is asked any more. What is still being typed is not written, for the person has not
   * said that it is done: it stays a draft of this workbook.
   */
  close(): void {
    this.isClosed = true
    this.closing.abort()
    this.owner.view()?.drop()
  }

  /** Does what may change cells, and tells in the open field if another has changed its cell. */
  watch(author: Author | null, act: () => void): void {
    const { view, contentOf, me } = this.owner
    const typing = view()?.typing() ?? null
    const before = typing && contentOf(typing)
    act()
    if (typing && author?.by !== me && contentOf(typing) !== before) this.overtaken(typing, before ?? '', author)
  }

  private overtaken(typing: Typing, before: string, author: Author | null): void {
    const { view, contentOf, whoIs } = this.owner
    const isStep = author?.kind === 'undo' || author?.kind === 'redo'
    const content = contentOf(typing) || pageWords.saving.emptied
    const now = excerpt(content, differsFrom(content, before), MOST)
    const tell = isStep
      ? ([words.undone, words.undoneText] as const)
      : ([words.overtaken, words.overtakenText] as const)
    const textFor: NoticeFor = (key, isNarrative) => tell[isNarrative ? 1 : 0](whoIs(author?.by ?? ''), now, key)
    view()?.setNotice(textFor, () => void this.look(typing))
  }

  /** A text was given up by Esc: it can be brought back for a while. */
  givenUp(typing: Typing): void {
    const { messages, nameOf, seq } = this.owner
    const bring = () => {
      messages.forget(typing)
      this.open(typing)
    }
    const back = h('button', { type: 'button', class: 'small', onClick: bring }, pageWords.text.bringBack)
    const text = pageWords.text.givenUp(nameOf(typing))
    messages.showAt(typing, seq(), { text, actions: [back], seconds: 30 })
  }

  /**
   * What stood in the field of pages that died: the first goes into its cell, others wait to be chosen; all of them
   * where the person is writing, or (`isLate`) has gone on to something else.
   */
  giveBack(left: readonly Typing[], isLate = false): void {
    const [first, ...others] = left
    for (const typing of others) this.list(typing)
    if (first && isLate) this.list(first)
    else if (first) void this.bring(first)
  }

  private async bring(typing: Typing): Promise<void> {
    const { view, messages, nameOf, ready, seq } = this.owner
    const coming = ready(typing.sheet)
    if (coming) {
      this.keepWaiting([...this.waiting, typing])
      await coming
      this.keepWaiting(this.waiting.filter((one) => one !== typing))
    }
    if (view()?.typing() !== null || !this.open(typing)) return this.list(typing)
    messages.showAt(typing, seq(), { text: words.back(nameOf(typing), shortened(typing.text)), seconds: 12 })
  }

  /** Puts the text into its cell; where the cell was changed since it was begun, that is told. */
  private open(typing: Typing): boolean {
    const { view } = this.owner
    const stands = view()?.giveBack(typing) ?? null
    if (stands === null) return false
    const { from = stands } = typing
    const now = excerpt(stands || pageWords.saving.emptied, differsFrom(stands, from), MOST)
    const textFor: NoticeFor = (key, isNarrative) =>
      isNarrative ? words.outdatedText(now, key) : words.outdated(now, key)
    if (from !== stands) view()?.setNotice(textFor, () => void this.look(typing))
    return true
  }

  /** What is being written beside what stands there; the person may take the latter. */
  private async look(place: SheetPosition): Promise<void> {
    const { view, nameOf, contentOf } = this.owner
    const written = view()?.typing()
    if (!written) return
    const { wantsStanding } = await import('./both-texts')
    const isGivenUp = await wantsStanding(nameOf(place), contentOf(place), textOf(written.text, undefined))
    if (isGivenUp) {
      view()?.drop()
      this.givenUp(written)
    }
    view()?.focus()
  }

  private list(typing: Typing): void {
    const { refused, nameOf, view } = this.owner
    const place = nameOf(typing)
    const done = (act: () => void) => () => {
      this.keepWaiting(this.waiting.filter((one) => one !== typing))
      act()
    }
    this.keepWaiting([...this.waiting, typing])
    refused.add({
      text: words.back(place, shortened(typing.text)),
      again: done(() => this.open(typing)),
      discard: done(() => view()?.focus()),
    })
  }

  private keepWaiting(waiting: readonly Typing[]): void {
    this.waiting = waiting
    this.owner.drafts.keepWaiting(waiting)
    this.owner.begun(waiting.length)
  }
}

/** Shown of what a cell holds by now, from where it differs on. */
const MOST = 60
