import { officeWords as words } from '../../words/office'
import type { Book, Comment, CommentRequest, SheetPosition } from '../protocol'
import { OfficeError } from './error'

const mostLetters = 2000

function checkedText(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') throw new OfficeError('refused', words.commentBlank)
  if (trimmed.length > mostLetters) throw new OfficeError('refused', words.commentLong(mostLetters))
  return trimmed
}

function changed(comments: readonly Comment[], id: string, change: (comment: Comment) => Comment): Comment[] {
  if (!comments.some((comment) => comment.id === id)) throw new OfficeError('conflict', words.commentGone)
  return comments.map((comment) => (comment.id === id ? change(comment) : comment))
}

export interface Author {
  who: string
  /** ISO 8601, UTC. */
  time: string
  /** For a new comment. */
  id: string
}

/** Throws an OfficeError for a place that the workbook does not have: no file could hold what stands there. */
export function refuseOutside(book: Book, { sheet, row, column }: SheetPosition): void {
  const tab = book.sheets.find((one) => one.id === sheet)
  if (!tab) throw new OfficeError('conflict', words.noSheet)
  if (row > tab.rows || column > tab.columns) throw new OfficeError('refused', words.outside(tab.rows, tab.columns))
}

/** All comments after the request. Throws an OfficeError. */
export function commentsAfter(book: Book, request: CommentRequest, { who, time, id }: Author): Comment[] {
  const comments = book.comments ?? []
  switch (request.do) {
    case 'comment': {
      const { sheet, row, column } = request
      refuseOutside(book, { sheet, row, column })
      const entry = { who, time, text: checkedText(request.text) }
      return [...comments, { id, sheet, row, column, resolved: false, entries: [entry] }]
    }
    case 'reply': {
      const entry = { who, time, text: checkedText(request.text) }
      return changed(comments, request.id, (one) => ({ ...one, resolved: false, entries: [...one.entries, entry] }))
    }
    case 'resolve':
      return changed(comments, request.id, (one) => ({ ...one, resolved: request.resolved }))
  }
}

/** What the audit trail says about it. */
export function commentText(request: CommentRequest): string {
  return request.do === 'resolve' ? (request.resolved ? words.resolved : words.reopened) : request.text.trim()
}
