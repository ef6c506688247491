/** Notes that a damaged part of the file has lost: what the desk itself knows of them stays. */
import { parseArea } from '../../workbook'
import { cellKey } from '../book'
import type { Book, Comment, Sheet } from '../book'
import type { UnreadNotes } from '../xlsx'

/** Whether a cell's note is one of those that could not be read. */
function isUnread({ addresses }: UnreadNotes): (key: string) => boolean {
  // One without an address can be any.
  if (addresses.includes('')) return () => true
  const areas = addresses.flatMap((address) => parseArea(address)?.area ?? [])
  const keys = new Set(areas.map(({ row, column }) => cellKey(row, column)))
  return (key) => keys.has(key)
}

function withNotes(sheet: Sheet, known: Sheet, isLost: (key: string) => boolean): Sheet {
  const cells = { ...sheet.cells }
  for (const [key, { note }] of Object.entries(known.cells)) {
    if (note !== undefined && isLost(key) && cells[key]?.note === undefined) cells[key] = { ...cells[key], note }
  }
  return { ...sheet, cells }
}

function lostComments(book: Book, known: Book, { id }: Sheet, isLost: (key: string) => boolean): Comment[] {
  const there = new Set((book.comments ?? []).map((comment) => comment.id))
  return (known.comments ?? []).filter(
    ({ id: own, sheet, row, column }) => sheet === id && isLost(cellKey(row, column)) && !there.has(own),
  )
}

/** The workbook of a file, with the notes and comments of `known` where its own could not be read. */
export function withKnownNotes(book: Book, unread: readonly UnreadNotes[], known: Book): Book {
  return unread.reduce((made, lost) => {
    const sheet = made.sheets.find(({ name }) => name === lost.tab)
    const before = known.sheets.find(({ id }) => id === sheet?.id)
    if (!sheet || !before) return made
    const isLost = isUnread(lost)
    const comments = [...(made.comments ?? []), ...lostComments(made, known, sheet, isLost)]
    return {
      ...made,
      sheets: made.sheets.map((one) => (one === sheet ? withNotes(sheet, before, isLost) : one)),
      ...(comments.length > 0 && { comments }),
    }
  }, book)
}
