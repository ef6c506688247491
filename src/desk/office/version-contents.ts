/** What an earlier version holds, held against the workbook as it is now. */
import { officeWords } from '../../words/office'
import { versionWords as words } from '../../words/versions'
import { knownCellsIn } from '../bench'
import { copyBook, recalculated } from '../book'
import type { Book } from '../book'
import type { OthersCell, Person, SheetPosition, ShownCellChange } from '../protocol'
import { differing, versionOf } from '../store'
import type { Author } from './authors'
import { logOf } from './own-tabs'

/** What people call a copy. */
export const captionOf = (name: string): string => {
  const { moment, isDaily, isAside } = versionOf(name)
  if (isAside) return words.aside(moment)
  return isDaily ? moment : words.before(moment)
}

/** What the workbook would be: the version, with the comments and 流程记录 of now, which are no contents of it. */
export function asVersion(now: Book, version: Book): Book {
  const log = logOf(now)
  const own = version.sheets.filter(({ id }) => id !== log?.id)
  const at = version.sheets.findIndex(({ id }) => id === log?.id)
  const sheets = log ? own.toSpliced(at < 0 ? own.length : at, 0, log) : own
  const isThere = new Set(sheets.map(({ id }) => id))
  const comments = (now.comments ?? []).filter(({ sheet }) => isThere.has(sheet))
  return recalculated(copyBook({ ...version, sheets, comments }))
}

/** The cells in which they differ, without those that the program writes for itself. */
export function cellsOf(now: Book, target: Book): ShownCellChange[] {
  const known = knownCellsIn(now)
  return differing(now, target).flatMap(({ stands: from, other: to, ...place }) => {
    const { label, isProgram } = known(place)
    return isProgram && label === null ? [] : [{ ...place, from, to, ...(label !== null && { label }) }]
  })
}

/** Those in which another than the person wrote what would go. */
export function cellsOfOthers(
  cells: readonly ShownCellChange[],
  { id }: Person,
  authorOf: (place: SheetPosition) => Author | null,
): OthersCell[] {
  return cells.flatMap((cell) => {
    const author = authorOf(cell)
    return author && author.by !== id ? [{ ...cell, who: author.who || officeWords.someone, time: author.time }] : []
  })
}

/** Names of the tabs that the other one does not have. */
export const withoutThose = (book: Book, other: Book): string[] => {
  const known = new Set(other.sheets.map(({ id }) => id))
  return book.sheets.flatMap(({ id, name }) => (known.has(id) ? [] : [name]))
}
