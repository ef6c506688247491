/** Reviewers' comments on the spreadsheet and on documents that the script has made. */
import type { CommentSource, MadeFile, OpenComment, OpenComments, Unread, WhyUnread } from '../actions'
import type { DriveFile } from './drive-files'
import { mayNotRead } from './refusals'
import { causeOf } from './told'

type DriveComment = GoogleAppsScript.Drive_v3.Drive.V3.Schema.Comment

const DOCUMENT = 'application/vnd.google-apps.document'

/** Google refuses the call without `fields`, and gives at most 100 comments at a time. */
const options = {
  pageSize: 100,
  fields:
    'comments(author(displayName),content,quotedFileContent(value),resolved,replies(author(displayName),content,deleted)),nextPageToken',
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** Google quotes as HTML: a quotation mark comes as `&quot;`. */
const plain = (quoted: string): string =>
  quoted.replace(/&(amp|lt|gt|quot|#39);/g, (entity, name: string) => signs[name] ?? entity)

const saidBy = ({ author, content }: Pick<DriveComment, 'author' | 'content'>) => ({
  who: author?.displayName ?? '',
  text: content ?? '',
})

function openComment(source: CommentSource, comment: DriveComment): OpenComment[] {
  if (comment.resolved === true) return []
  const quoted = plain(comment.quotedFileContent?.value ?? '')
  const remarks = (comment.replies ?? []).filter(({ deleted, content }) => deleted !== true && content).map(saidBy)
  return [{ source, ...saidBy(comment), quoted, remarks, place: '' }]
}

interface Commented {
  source: CommentSource
  id: string
}

/**
 * One call. A refusal is no failure: with `drive.file` Google shows a script the files it has made, and the spreadsheet
 * is seldom one of them.
 */
function commentsOn({ source, id }: Commented): OpenComments {
  try {
    const { comments = [], nextPageToken } = Drive?.Comments.list(id, options) ?? {}
    const open = comments.flatMap((comment) => openComment(source, comment))
    return { comments: open, cut: nextPageToken ? [source] : [], unread: [] }
  } catch (error) {
    console.warn(String(error))
    const why = mayNotRead(error) ? 'refused' : { cause: causeOf(error) }
    return { comments: [], cut: [], unread: [{ sources: [source], why }] }
  }
}

/** Most documents that are asked: with the list, the spreadsheet and three files a report takes seven calls. */
const MOST_DOCUMENTS = 2

const sourceOf = ({ name = '' }: { name?: string }): CommentSource => ({ document: name })

/** One line for all of them; none where there are none. */
const unreadFor = (sources: readonly CommentSource[], why: WhyUnread): Unread[] =>
  sources.length > 0 ? [{ sources, why }] : []

export interface Asked {
  spreadsheet: string
  /** The script's files, the newest first. */
  present: readonly DriveFile[]
  /** Documents that 流程记录 names. */
  named: readonly MadeFile[]
  /** Names of files that are about to be written over. */
  renewed: readonly string[]
}

/** Of its own documents, those that are about to be written over first: these may lose their comments. */
function documentsOf({ present, renewed }: Asked): DriveFile[] {
  const documents = present.filter(({ id, mimeType }) => id && mimeType === DOCUMENT)
  const isRenewed = ({ name = '' }: DriveFile) => renewed.includes(name)
  return [...documents.filter(isRenewed), ...documents.filter((file) => !isRenewed(file))]
}

/** Deleted, or on the Drive of somebody else who has made the report. */
const isGone = ({ url }: MadeFile, documents: readonly DriveFile[]): boolean =>
  !documents.some(({ id = '' }) => url.split(/[/?#]/).includes(id))

/** Whatever a document is called: unit and year, and with them its name, may have changed after somebody commented. */
export function openComments(asked: Asked): OpenComments {
  const documents = documentsOf(asked)
  const read = [
    commentsOn({ source: 'workbook', id: asked.spreadsheet }),
    ...documents.slice(0, MOST_DOCUMENTS).map((file) => commentsOn({ source: sourceOf(file), id: file.id ?? '' })),
  ]
  const gone = asked.named.filter((one) => isGone(one, documents))
  return {
    comments: read.flatMap(({ comments }) => comments),
    cut: read.flatMap(({ cut }) => cut),
    unread: [
      ...read.flatMap(({ unread }) => unread),
      ...unreadFor(documents.slice(MOST_DOCUMENTS).map(sourceOf), 'older'),
      ...unreadFor(gone.map(sourceOf), 'notFound'),
    ],
  }
}
