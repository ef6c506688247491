/** The comments on cells that nobody has resolved, as a command asks for them. */
import type { OpenComment, OpenComments } from '../../actions'
import { areaA1 } from '../../workbook'
import { cellAt, displayValue } from '../book'
import type { Book, Comment } from '../book'

/** None where its tab is gone. */
function openComment(book: Book, { sheet: id, row, column, entries }: Comment): OpenComment[] {
  const sheet = book.sheets.find((one) => one.id === id)
  const [first] = entries
  if (!sheet || !first) return []
  const cell = cellAt(sheet, row, column)
  const quoted = displayValue(cell?.value, cell?.style?.numberFormat)
  return [
    {
      source: 'workbook',
      who: first.who,
      text: first.text,
      quoted,
      place: `${sheet.name} ${areaA1({ row, column, rows: 1, columns: 1 })}`,
    },
  ]
}

export function openCommentsOf(book: Book, comments: readonly Comment[]): OpenComments {
  const open = comments.filter(({ resolved }) => !resolved)
  return { comments: open.flatMap((comment) => openComment(book, comment)), cut: [], unread: [] }
}
