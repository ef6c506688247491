/** The page was away for long, or another workbook is open: what was typed for one is never sent to another. */
import type { BookAnswer } from '../../protocol'
import type { StartAnswer } from '../../start-protocol'
import { api } from '../api'
import type { SavingLine } from '../ui/saving'
import type { Edits } from './edits'
import type { Leaving } from './leaving'
import type { ClosedBook } from './closed-book'
import type { TypingDesk } from './typing'

export interface ReopeningOwner {
  start: StartAnswer
  leaving: Leaving
  edits: Edits
  typing: TypingDesk
  saving: SavingLine
  closed: ClosedBook
  /** Takes the book as it is now, and lays the unsent edits over it. */
  renew: (answer: BookAnswer) => void
}

export class Reopening {
  private isBegun = false

  constructor(private readonly owner: ReopeningOwner) {}

  async begin(): Promise<void> {
    if (this.isBegun) return
    this.isBegun = true
    try {
      await this.reopen()
    } finally {
      this.isBegun = false
    }
  }

  private async reopen(): Promise<void> {
    const { start, leaving, edits, typing, saving, closed, renew } = this.owner
    const { open } = await api.start()
    const isSame = open?.file === start.open?.file && open?.title === start.open?.title
    if (isSame) renew(await api.book())
    else if (open) await closed.begin(open)
    else if (!leaving.isHeld) leaving.leave()
    else saving.blocked({ unsaved: edits.stop().length, isTyping: typing.isBegun })
  }
}
