/** Comments that were begun and not sent, kept from the first letter on. */
import type { SheetPosition } from '../../protocol'

/** What a comment is said of: a cell, or some words of its text; a remark belongs to another comment. */
export interface CommentPlace extends SheetPosition {
  /** Comment.id */
  to?: string
  quote?: string
}

export interface CommentDraft extends CommentPlace {
  text: string
}

const keyOf = ({ sheet, row, column, to = '', quote = '' }: CommentPlace): string =>
  JSON.stringify([sheet, row, column, to, quote])

export class CommentDrafts {
  private readonly begun = new Map<string, CommentDraft>()
  /** Of earlier pages: what they stand in is to be taken away once they are sent. */
  private readonly shown = new Map<string, () => void>()

  /** @param keep keeps them in the browser */
  constructor(private readonly keep: (drafts: readonly CommentDraft[]) => void) {}

  textOf(place: CommentPlace): string {
    return this.begun.get(keyOf(place))?.text ?? ''
  }

  /** Empty: sent, or given up. */
  write(place: CommentPlace, text: string): void {
    const key = keyOf(place)
    if (text.trim() === '') this.begun.delete(key)
    else this.begun.set(key, { ...place, text })
    this.keep([...this.begun.values()])
    if (this.begun.has(key)) return
    this.shown.get(key)?.()
    this.shown.delete(key)
  }

  /** What an earlier page has left; `list` shows it, and returns what takes it away. */
  restore(left: readonly CommentDraft[], list: (draft: CommentDraft) => () => void): void {
    for (const draft of left) {
      if (this.begun.has(keyOf(draft))) continue
      this.write(draft, draft.text)
      this.shown.set(keyOf(draft), list(draft))
    }
  }
}
