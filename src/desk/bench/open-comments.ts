/** The comments on cells that nobody has resolved, as a command asks for them. */
import type { OpenComment, OpenComments } from '../../actions'
import { areaA1 } from '../../workbook'
import { cellAt, displayValue, quoteOf, saidIn } from '../book'
import type { Book, Comment } from '../book'

/** None where its tab is gone. */
function openComment(book: Book, comment: Comment): OpenComment[] {
  const { sheet: id, row, column, entries } = comment
  const sheet = book.sheets.find((one) => one.id === id)
  const [first] = entries
  if (!sheet || !first) return []
  const cell = cellAt(sheet, row, column)
  // Of a comment on words of a text, those; else all that stands in the cell.
  const quoted = quoteOf(comment) ?? displayValue(cell?.value, cell?.style?.numberFormat)
  return [
    {
      source: 'workbook',
      who: first.who,
      text: saidIn(comment),
      quoted,
      place: `${sheet.name} ${areaA1({ row, column, rows: 1, columns: 1 })}`,
    },
  ]
}

export function openCommentsOf(book: Book, comments: readonly Comment[]): OpenComments {
  const open = comments.filter(({ resolved }) => !resolved)
  return { comments: open.flatMap((comment) => openComment(book, comment)), cut: [], unread: [] }
}
