/** The dialog of 生成年度报告: links to the files, and what reviewers wrote that nobody has resolved. */
import { reportWords as words } from '../../words/generate'
import { clipped, oneLine } from '../../words/one-line'
import { escaped } from '../escaped'
import { tag, text } from '../sidebar/markup'
import type { CommentSource, OpenComment, OpenComments, Unread } from './open-comments'
import type { MadeFile } from './files'
import { linkedOf, type ReportMade } from './plan-report'

const style = 'body{font:14px/1.6 sans-serif;margin:12px}ul{padding-left:1.2em}'

const fileHtml = ({ name, url }: MadeFile): string =>
  `<li><a href="${escaped(url)}" target="_blank" rel="noopener">${escaped(name)}</a></li>`

const nameOf = (source: CommentSource): string =>
  source === 'workbook' ? words.comments.workbook : words.comments.document(source.document)

/** Letters of what a comment is about: a text can be a narrative of thousands. */
const MOST_QUOTED = 40

const quotation = (text: string): string => clipped(oneLine(text), MOST_QUOTED)

/** Of many answers the last ones. */
const MOST_REMARKS = 5

function lineOf({ source, who, text: remark, quoted, now, remarks }: OpenComment): string {
  const about = words.comments.about(quotation(quoted), now === undefined ? null : quotation(now))
  const answers = remarks.slice(-MOST_REMARKS).map((one) => words.comments.remark(one.who, oneLine(one.text)))
  const earlier = remarks.length - answers.length
  return (
    words.comments.line(nameOf(source), who, remark, about) +
    (earlier > 0 ? words.comments.earlier(earlier) : '') +
    answers.join('')
  )
}

const unreadLine = ({ sources, why }: Unread): string => words.comments.unread(sources.map(nameOf), why)

/**
 * For 流程记录: open comments, and documents whose comments could not be read and may be gone after this. Without
 * places: only the desk knows them, and both hosts write the same.
 */
export const remarksOf = ({ comments, cut, unread }: OpenComments): string[] => [
  ...comments.map(lineOf),
  ...(cut.length > 0 ? [words.comments.cut(cut.map(nameOf))] : []),
  ...unread.filter(({ sources }) => !sources.includes('workbook')).map(unreadLine),
]

/** The place stands in an element of its own: only the desk knows it. */
function commentHtml(comment: OpenComment): string {
  const { place } = comment
  const where = place === '' ? '' : tag('span', { class: 'place' }, escaped(`${place} `))
  return tag('li', {}, where + escaped(lineOf(comment)))
}

function commentsHtml({ comments, cut, unread }: OpenComments): string {
  const told = words.comments
  return [
    comments.length > 0 ? text(told.open(comments.length)) : '',
    comments.length > 0 ? tag('ul', {}, ...comments.map(commentHtml)) : '',
    cut.length > 0 ? text(told.cut(cut.map(nameOf))) : '',
    ...unread.map((one) => text(unreadLine(one))),
  ].join('')
}

/** So many are named; the sidebar has them all. */
const MOST_WARNINGS = 8

/** Which warnings stand, whether the report is a draft or not. */
function warningsHtml(warnings: readonly string[]): string {
  if (warnings.length === 0) return ''
  const named = warnings.slice(0, MOST_WARNINGS).map((message) => tag('li', {}, escaped(message)))
  const left = warnings.length - named.length
  return (
    text(words.warnings(warnings.length)) + tag('ul', {}, ...named) + (left > 0 ? text(words.moreWarnings(left)) : '')
  )
}

/** The dialog's page, with whose Drive the files are on; nothing in it is taken for markup. */
export function reportDialog(
  { files, isDraft, counts, warnings }: ReportMade,
  comments: OpenComments,
  driveOwner: string | null,
): string {
  const linked = linkedOf(files)
  const { lead, hint } = words.dialog(isDraft, counts, linked.length < files.length)
  const whose = driveOwner === null ? '' : `<p>${escaped(words.inDrive(driveOwner))}</p>`
  return (
    '<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8">' +
    `<style>${style}</style>` +
    `<p>${escaped(lead)}</p><ul>${linked.map(fileHtml).join('')}</ul>${whose}<p>${escaped(hint)}</p>` +
    `${warningsHtml(warnings)}${commentsHtml(comments)}</html>`
  )
}

const LOW = 300
const HIGH = 440

/** Pixels: higher where there are warnings or comments to read. */
export const dialogHeight = ({ warnings }: ReportMade, { comments }: OpenComments): number =>
  warnings.length + comments.length > 0 ? HIGH : LOW
