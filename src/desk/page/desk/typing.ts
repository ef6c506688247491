/** What stands only in the field: told in the saving line, kept for the case that the page dies, asked about. */
import { pageWords } from '../../../words/desk-page'
import { ask } from '../ui/dialogs'
import { h } from '../ui/dom'
import type { RefusedList } from '../ui/refused'
import type { SheetView, Typing } from '../view/view'
import { ALIVE_MS } from './drafts'
import type { Drafts } from './drafts'
import type { Messages } from './messages'
import type { SheetPosition } from '../../protocol'

export interface TypingOwner {
  drafts: Drafts
  view: () => SheetView | null
  nameOf: (place: SheetPosition) => string
  /** As it is shown now. */
  contentOf: (place: SheetPosition) => string
  editing: (isEditing: boolean) => void
  messages: Messages
  refused: RefusedList
}

const words = pageWords.typing

export class TypingDesk {
  private current: Typing | null = null

  constructor(private readonly owner: TypingOwner) {
    window.setInterval(() => owner.drafts.beat(), ALIVE_MS)
  }

  /** Something would be lost if the page went away now. */
  get isBegun(): boolean {
    return this.current !== null
  }

  changed(typing: Typing | null): void {
    const { drafts, editing } = this.owner
    this.current = typing
    drafts.keep(typing)
    editing(typing !== null)
  }

  /** True: the person goes on writing. */
  async invalid(typing: Typing, reason: string): Promise<boolean> {
    const { nameOf, view } = this.owner
    const message = words.invalid(nameOf(typing), typing.text, reason)
    const captions = { YES: words.correct, NO: words.giveUp }
    const { button } = await ask({ title: words.invalidTitle, message, buttons: 'YES_NO' }, captions)
    view()?.focus()
    return button !== 'NO'
  }

  overtaken(typing: Typing): void {
    const { nameOf, contentOf, messages } = this.owner
    messages.warn(words.overtaken(nameOf(typing), contentOf(typing) || pageWords.saving.emptied))
  }

  /** A text was given up by Esc: it can be brought back for a while. */
  givenUp(typing: Typing): void {
    const { messages, nameOf, view } = this.owner
    const back = h(
      'button',
      { type: 'button', class: 'small', onClick: () => view()?.giveBack(typing) },
      pageWords.text.bringBack,
    )
    messages.show({ text: pageWords.text.givenUp(nameOf(typing)), actions: [back], seconds: 30 })
  }

  /** What stood in the field of pages that died: the first goes into its cell, others wait to be chosen. */
  giveBack([first, ...others]: readonly Typing[]): void {
    const { view, messages, nameOf } = this.owner
    for (const typing of others) this.list(typing)
    if (!first) return
    view()?.giveBack(first)
    if (view()?.typing() === null) return this.list(first)
    messages.show({ text: words.back(nameOf(first), shortened(first.text)), seconds: 12 })
  }

  private list(typing: Typing): void {
    const { refused, nameOf, view } = this.owner
    const place = nameOf(typing)
    refused.add({
      text: words.back(place, shortened(typing.text)),
      again: () => view()?.giveBack(typing),
      discard: () => view()?.focus(),
    })
  }
}

const most = 60
const shortened = (text: string): string => (text.length > most ? `${text.slice(0, most)}…` : text)
