/** What the person writes into cells: shown at once, sent in order, given back when it was not taken. */
import { pageWords } from '../../../words/desk-page'
import type { BookPatch, EditAnswer, SheetPosition, UnderstoodText } from '../../protocol'
import { api } from '../api'
import { askTotal } from '../ui/ask-total'
import type { RefusedList } from '../ui/refused'
import type { TypedEdit } from '../view/view'
import { Outbox } from './outbox'
import type { Letter, Saving } from './outbox'
import type { ShownBook } from './shown-book'
import { newEditId } from './unsent'
import type { Unsent } from './unsent'

export interface EditsOwner {
  shown: ShownBook
  show: (patch: BookPatch) => void
  nameOf: (place: SheetPosition) => string
  select: (place: SheetPosition) => void
  /** Puts the keyboard into the cells. */
  focus: () => void
  warn: (text: string) => void
  /** With the edits that the server does not have yet. */
  saving: (saving: Saving, unsent: readonly Unsent[]) => void
  refused: RefusedList
  /** Texts that stand for numbers. */
  understood: (texts: readonly UnderstoodText[]) => void
}

export class Edits {
  private readonly outbox: Outbox

  constructor(private readonly owner: EditsOwner) {
    this.outbox = new Outbox({
      send: api.edit,
      onSaving: (saving) => owner.saving(saving, this.outbox.unsent()),
      onAnswer: (answer) => this.answered(answer),
      onRefused: (letter, reason) => this.takeBack(letter, reason),
      later: (act, milliseconds) => window.setTimeout(act, milliseconds),
    })
  }

  /** Edits the server does not have yet. */
  get count(): number {
    return this.outbox.count
  }

  /** Resolves when the server has every edit that is here now. */
  whenEmpty(): Promise<void> {
    return this.outbox.whenEmpty()
  }

  /** Stops sending, and returns the edits that were not sent. */
  stop(): Unsent[] {
    return this.outbox.stop()
  }

  /** Sends the edits that were kept while the page was loaded anew. */
  resume(unsent: readonly Unsent[]): void {
    for (const one of unsent) this.send(one)
  }

  typed(edit: TypedEdit): void {
    this.send({ id: newEditId(), edit })
  }

  /** Asks before a total is typed over: a formula computes it. */
  async overTotal(edit: TypedEdit): Promise<void> {
    const { nameOf, focus } = this.owner
    const [block] = edit.blocks
    if (!block) return
    const isWanted = await askTotal(nameOf(block), block.values.flat().join(' '))
    if (isWanted) this.typed({ ...edit, isConfirmed: true })
    focus()
  }

  private answered({ overwrote = [], understood = [] }: EditAnswer): void {
    const { shown, show, warn } = this.owner
    show(shown.answered())
    this.owner.understood(understood)
    for (const { who, value, cell } of overwrote) {
      warn(pageWords.saving.overwrote(cell, who, value === null ? pageWords.saving.emptied : String(value)))
    }
  }

  private takeBack(letter: Letter, reason: string): void {
    const { shown, show, nameOf, select, focus, refused } = this.owner
    const { blocks, isConfirmed } = letter.edit
    const [first] = blocks
    show(shown.withdrawn(letter))
    if (!first) return
    refused.add({
      text: pageWords.saving.refused(nameOf(first), shortened(first.values.flat().join(' ')), reason),
      again: () => {
        select(first)
        this.typed({ blocks, base: shown.seq, ...(isConfirmed && { isConfirmed }) })
      },
      discard: focus,
    })
  }

  private send(unsent: Unsent): void {
    this.owner.show(this.owner.shown.typed(this.outbox.add(unsent)))
  }
}

const most = 40
const shortened = (text: string): string => (text.length > most ? `${text.slice(0, most)}…` : text)
