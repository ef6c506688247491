/** What reviewers wrote beside the cells or beside a document, as far as nobody has resolved it. */

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

export interface Unread {
  source: CommentSource
  /** Why, as a clause; empty where the host may not read it, as is to be expected. */
  cause: string
}

export interface OpenComments {
  comments: readonly OpenComment[]
  /** Where there are more comments than the host reads. */
  cut: readonly CommentSource[]
  /** Where the host could not read them: the person has to look. */
  unread: readonly Unread[]
}
