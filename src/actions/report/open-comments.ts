/** What reviewers wrote beside the cells or beside a document, as far as nobody has resolved it. */

import type { WhyUnread } from '../../words/generate'

export type { WhyUnread }

/** The workbook, or a document by its name. */
export type CommentSource = 'workbook' | { document: string }

export interface OpenComment {
  source: CommentSource
  /** Empty where the host does not tell it. */
  who: string
  text: string
  /** The words or the cell's contents that it is about; empty where it is about the whole. */
  quoted: string
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
