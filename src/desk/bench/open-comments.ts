/** The comments on cells that nobody has resolved, as a command asks for them. */
import type { OpenComment, OpenComments } from '../../actions'
import { areaA1 } from '../../workbook'
import { reportWords } from '../../words/generate'
import { cellAt, contentsFor, quoteOf, saidIn } from '../book'
import type { Book, Comment } from '../book'

/** What it was said of, and what stands there by now. */
function aboutOf(comment: Comment, present: string): Pick<OpenComment, 'quoted' | 'now'> {
  // Of a comment on words of a text, those; else all that stood in the cell.
  const words = quoteOf(comment)
  if (words !== null) return { quoted: words }
  const { about } = comment
  // Of an earlier version, or written in another program.
  if (about === undefined) return { quoted: '', now: present }
  if (about === present) return { quoted: about }
  return { quoted: about === '' ? reportWords.comments.blank : about, now: present }
}

/** None where its tab is gone. */
function openComment(book: Book, comment: Comment): OpenComment[] {
  const { sheet: id, row, column, entries } = comment
  const sheet = book.sheets.find((one) => one.id === id)
  const [first, ...remarks] = entries
  if (!sheet || !first) return []
  return [
    {
      source: 'workbook',
      who: first.who,
      text: saidIn(comment),
      ...aboutOf(comment, contentsFor(cellAt(sheet, row, column))),
      remarks: remarks.map(({ who, text }) => ({ who, text })),
      place: `${sheet.name} ${areaA1({ row, column, rows: 1, columns: 1 })}`,
    },
  ]
}

export function openCommentsOf(book: Book, comments: readonly Comment[]): OpenComments {
  const open = comments.filter(({ resolved }) => !resolved)
  return { comments: open.flatMap((comment) => openComment(book, comment)), cut: [], unread: [] }
}
