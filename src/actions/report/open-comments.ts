/** What reviewers wrote beside the cells or beside a document, as far as nobody has resolved it. */

import type { WhyUnread } from '../../words/generate'

export type { WhyUnread }

/** The workbook, or a document by its name. */
export type CommentSource = 'workbook' | { document: string }

interface Remark {
  who: string
  text: string
}

export interface OpenComment {
  source: CommentSource
  /** Empty where the host does not tell it. */
  who: string
  text: string
  /** The words or the cell's contents that it was said of; empty where it is about the whole, or nobody knows them. */
  quoted: string
  /** What stands there by now; absent where that is what was quoted, or the host does not know it. */
  now?: string
  /** What was answered since, the earliest first. */
  remarks: readonly Remark[]
  /** Tab and cell; empty where the host does not know them. */
  place: string
}

/** Sources that were not read for one reason. */
export interface Unread {
  sources: readonly CommentSource[]
  why: WhyUnread
}

export interface OpenComments {
  comments: readonly OpenComment[]
  /** Where there are more comments than the host reads. */
  cut: readonly CommentSource[]
  /** Where the host could not read them: the person has to look. */
  unread: readonly Unread[]
}
