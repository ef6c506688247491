import { officeWords as words } from '../../words/office'
import { commentLimitWords as limits } from '../../words/comment-limits'
import { contains } from '../../workbook'
import { cellAt, commentById, contentsFor } from '../book'
import type { CommentChange } from '../book'
import type { Book, Comment, CommentRequest, SheetPosition } from '../protocol'
import { OfficeError } from './error'

const mostLetters = 2000
/** So many are opened in two seconds. */
const MOST_COMMENTS = 50_000
/** On one comment. */
export const MOST_REMARKS = 1_000

function checkedText(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') throw new OfficeError('refused', words.commentBlank)
  if (trimmed.length > mostLetters) throw new OfficeError('refused', words.commentLong(mostLetters))
  return trimmed
}

/** Throws an OfficeError if the comment is not there any more. */
function standing(book: Book, id: string): Comment {
  const comment = commentById(book, id)
  if (!comment) throw new OfficeError('conflict', words.commentGone)
  return comment
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

/** Of a merge, or the place itself: nobody would see a comment beneath a merge. */
function firstCell(book: Book, { sheet, row, column }: SheetPosition): SheetPosition {
  const merges = book.sheets.find(({ id }) => id === sheet)?.merges ?? []
  const merge = merges.find((area) => contains(area, row, column))
  return { sheet, row: merge?.row ?? row, column: merge?.column ?? column }
}

/** What the request changes of the comments. Throws an OfficeError. */
export function commentChange(book: Book, request: CommentRequest, { who, time, id }: Author): CommentChange {
  switch (request.do) {
    case 'comment': {
      refuseOutside(book, request)
      const { sheet, row, column } = firstCell(book, request)
      if ((book.comments?.length ?? 0) >= MOST_COMMENTS)
        throw new OfficeError('refused', limits.comments(MOST_COMMENTS))
      const entry = { who, time, text: checkedText(request.text) }
      const tab = book.sheets.find((one) => one.id === sheet)
      const about = contentsFor(tab && cellAt(tab, row, column))
      return { id, comment: { id, sheet, row, column, resolved: false, about, entries: [entry] } }
    }
    case 'reply': {
      const left = standing(book, request.id).entries.length
      if (left >= MOST_REMARKS) throw new OfficeError('refused', limits.remarks(MOST_REMARKS))
      const entry = { who, time, text: checkedText(request.text) }
      return { id: request.id, resolved: false, left, entries: [entry] }
    }
    case 'resolve':
      standing(book, request.id)
      return { id: request.id, resolved: request.resolved }
  }
}

/** What the audit trail says about it. */
export function commentText(request: CommentRequest): string {
  return request.do === 'resolve' ? (request.resolved ? words.resolved : words.reopened) : request.text.trim()
}
