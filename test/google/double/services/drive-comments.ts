/** Comments on files of Drive: those of documents as the test gave them, the spreadsheet's own as the book has them. */
import { cellAt, displayValue } from '../../../../src/desk/book'
import type { Comment } from '../../../../src/desk/book'
import type { DriveComments, ListedComment } from './drive-face'
import type { Has } from './kinds'
import type { StoredComment } from './protocol'
import { running } from './running'

const listed = ({ who, text, quoted, resolved, remarks = [] }: StoredComment): ListedComment => ({
  author: { displayName: who },
  content: text,
  ...(quoted !== '' && { quotedFileContent: { value: quoted } }),
  resolved,
  replies: remarks.map((one) => ({
    author: { displayName: one.who },
    ...(one.text !== undefined && { content: one.text }),
    ...(one.isDeleted && { deleted: true }),
  })),
})

const asHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;')

/** Google quotes the cell as it was shown then; its place stays in an anchor that nobody can read. */
function ofCell({ sheet: id, row, column, resolved, about, entries }: Comment): StoredComment {
  const sheet = running().book.sheets.find((one) => one.id === id)
  const cell = sheet && cellAt(sheet, row, column)
  const quoted = asHtml(about ?? displayValue(cell?.value, cell?.style?.numberFormat))
  const [first, ...remarks] = entries
  return { who: first?.who ?? '', text: first?.text ?? '', quoted, resolved, remarks }
}

/** Null for a file that the script may not see. */
function commentsOf(fileId: string): StoredComment[] | null {
  const { setup, book } = running()
  if (fileId === setup.spreadsheet.id) return setup.readsEveryFile ? (book.comments ?? []).map(ofCell) : null
  return setup.files.some(({ id }) => id === fileId) ? (setup.comments[fileId] ?? []) : null
}

interface ListOptions {
  fields?: string
  pageSize?: number
}

const failed = (method: string): string => `API call to drive.comments.${method} failed with error: `

function checkFields(method: string, { fields }: ListOptions): void {
  if (!fields) throw new Error(`${failed(method)}The 'fields' parameter is required for this method.`)
}

export class DoubleDriveComments implements Pick<DriveComments, Has<'Drive.Comments'>> {
  /** On a document that the script has made. */
  create({ content }: { content: string }, fileId: string, options: object = {}): { id: string } {
    checkFields('create', options)
    const { setup } = running()
    if (!setup.files.some(({ id }) => id === fileId)) throw new Error(`${failed('create')}File not found: ${fileId}.`)
    const comments = (setup.comments[fileId] ??= [])
    comments.push({ who: setup.user, text: content, quoted: '', resolved: false })
    return { id: `comment-${comments.length}` }
  }
  /** One page; the token that leads to the next one is never taken up. */
  list(fileId: string, options: object = {}): ReturnType<DriveComments['list']> {
    checkFields('list', options)
    const { pageSize = 20 } = options as ListOptions
    const comments = commentsOf(fileId)
    if (!comments) throw new Error(`${failed('list')}File not found: ${fileId}.`)
    const isCut = comments.length > pageSize
    return { comments: comments.slice(0, pageSize).map(listed), ...(isCut && { nextPageToken: 'next' }) }
  }
}
