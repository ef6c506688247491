/** Reviewers' comments on the spreadsheet and on documents that the script has made. */
import type { CommentSource, OpenComment, OpenComments } from '../actions'
import type { DriveFile } from './drive-files'
import { mayNotRead } from './refusals'
import { causeOf } from './told'

type DriveComment = GoogleAppsScript.Drive_v3.Drive.V3.Schema.Comment

const DOCUMENT = 'application/vnd.google-apps.document'

/** Google refuses the call without `fields`, and gives at most 100 comments at a time. */
const options = {
  pageSize: 100,
  fields: 'comments(author(displayName),content,quotedFileContent(value),resolved),nextPageToken',
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** Google quotes as HTML: a quotation mark comes as `&quot;`. */
const plain = (quoted: string): string =>
  quoted.replace(/&(amp|lt|gt|quot|#39);/g, (entity, name: string) => signs[name] ?? entity)

function openComment(source: CommentSource, comment: DriveComment): OpenComment[] {
  if (comment.resolved === true) return []
  const quoted = plain(comment.quotedFileContent?.value ?? '')
  return [{ source, who: comment.author?.displayName ?? '', text: comment.content ?? '', quoted, place: '' }]
}

interface Commented {
  source: CommentSource
  id: string
}

/**
 * One call. A refusal is no failure: with `drive.file` Google shows a script the files it has made, and the spreadsheet
 * is seldom one of them.
 */
function read({ source, id }: Commented): OpenComments {
  try {
    const { comments = [], nextPageToken } = Drive?.Comments.list(id, options) ?? {}
    const open = comments.flatMap((comment) => openComment(source, comment))
    return { comments: open, cut: nextPageToken ? [source] : [], unread: [] }
  } catch (error) {
    console.warn(String(error))
    return { comments: [], cut: [], unread: [{ source, cause: mayNotRead(error) ? '' : causeOf(error) }] }
  }
}

/**
 * @param present the script's files: every document among them, since unit and year, and with them its name, may have
 *   changed after somebody commented
 */
export function openComments(spreadsheet: string, present: readonly DriveFile[]): OpenComments {
  const made = present.flatMap(({ id, name = '', mimeType }): Commented[] =>
    id && mimeType === DOCUMENT ? [{ source: { document: name }, id }] : [],
  )
  const told = [{ source: 'workbook' as const, id: spreadsheet }, ...made].map(read)
  return {
    comments: told.flatMap(({ comments }) => comments),
    cut: told.flatMap(({ cut }) => cut),
    unread: told.flatMap(({ unread }) => unread),
  }
}
