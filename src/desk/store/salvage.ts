/** A workbook whose journal has lost something: of journal and .xlsx the one that holds a cell's value gives it. */
import { journalWords as words } from '../../words/journal'
import { parseArea } from '../../workbook'
import { contentOf, shownTime } from '../book'
import type { Book, Sheet } from '../book'
import type { Scalar, SheetPosition } from '../protocol'
import { cellName } from './changes'
import { placeKey } from './replayed'
import type { LostCell } from './fragments'
import type { Losses, LostRange, Replayed } from './replayed'

/** A cell of which two values are known and nobody can tell which is the last. */
export interface Doubt extends SheetPosition {
  cell: string
  /** In the workbook. */
  stands: Scalar | null
  other: Scalar | null
}

/** Cells that a message names, at most; the history and the comments name all. */
const MOST_NAMED = 30

const contentAt = (book: Book, { sheet, row, column }: SheetPosition): Scalar | null =>
  contentOf(book.sheets.find(({ id }) => id === sheet)?.cells[`${row},${column}`])

/** Null: the workbook has no such cell. */
function placeNamed(book: Book, { cell, place }: LostCell): SheetPosition | null {
  const at = cell.lastIndexOf('!')
  const tab = book.sheets.find(({ id, name }) => (place ? id === place.sheet : name === cell.slice(0, at)))
  const { row, column } = place ?? parseArea(cell.slice(at + 1))?.area ?? { row: 0, column: 0 }
  const isInside = tab !== undefined && row >= 1 && row <= tab.rows && column >= 1 && column <= tab.columns
  return isInside ? { sheet: tab.id, row, column } : null
}

/** Cells whose content is not the same, by the tabs of the first book. */
export function differing(book: Book, other: Book): Doubt[] {
  const others = new Map(other.sheets.map((sheet) => [sheet.id, sheet.cells]))
  return book.sheets.flatMap((sheet) => differingIn(sheet, others.get(sheet.id) ?? {}))
}

function differingIn(sheet: Sheet, cells: Sheet['cells']): Doubt[] {
  if (sheet.cells === cells) return []
  return Object.keys({ ...sheet.cells, ...cells }).flatMap((key) => {
    const [stands, other] = [contentOf(sheet.cells[key]), contentOf(cells[key])]
    if (stands === other) return []
    const [row = 0, column = 0] = key.split(',').map(Number)
    return [{ sheet: sheet.id, row, column, cell: cellName(sheet, row, column), stands, other }]
  })
}

export interface Verdict {
  doubts: Doubt[]
  /** Changed in a lost change; what they were given is not known. */
  unknown: string[]
  /** Only what they held meanwhile is lost. */
  past: string[]
}

/**
 * What lost changes mean for a workbook that has all that can be read.
 *
 * @param seq the .xlsx holds all changes up to this one; -1: there is no .xlsx
 */
export function judged(book: Book, { losses, touched }: Replayed, seq: number): Verdict {
  const verdict: Verdict = { doubts: [], unknown: [], past: [] }
  for (const lost of losses.cells) {
    const place = placeNamed(book, lost)
    const isLater = place !== null && (touched.get(placeKey(place)) ?? -1) > lost.seq
    if (lost.seq <= seq || isLater) verdict.past.push(lost.cell)
    else if (lost.value === undefined || !place) verdict.unknown.push(lost.cell)
    else {
      const stands = contentAt(book, place)
      if (stands !== lost.value) verdict.doubts.push({ ...place, cell: lost.cell, stands, other: lost.value })
    }
  }
  const doubted = new Set(verdict.doubts.map(({ cell }) => cell))
  const unknown = [...new Set(verdict.unknown)].filter((cell) => !doubted.has(cell))
  const named = new Set([...unknown, ...doubted])
  return { doubts: verdict.doubts, unknown, past: [...new Set(verdict.past)].filter((cell) => !named.has(cell)) }
}

const momentOf = (at: LostRange['since']): string => (at ? words.moment(shownTime(at.time), at.who) : '')

const first = (names: readonly string[]): string[] => names.slice(0, MOST_NAMED)

/** Of cells in doubt, one sentence. */
export function doubtMessages(doubts: readonly Doubt[]): string[] {
  const lines = doubts.slice(0, MOST_NAMED).map(({ cell, stands, other }) => words.doubt(cell, stands, other))
  return doubts.length > 0 ? [words.doubts(lines, doubts.length)] : []
}

/** What to tell of it, one sentence each. */
export function lossMessages(losses: Losses, { doubts, unknown, past }: Verdict, filled: readonly string[]): string[] {
  return [
    ...losses.ranges.map(({ from, to, since, until, isTail }) => {
      const say = isTail ? words.lostTail : words.lost
      return say(to - from + 1, momentOf(since), momentOf(until))
    }),
    ...(losses.isBaseLost ? [words.baseLost] : []),
    ...(losses.pieces.length > 0 ? [words.pieces(losses.pieces)] : []),
    ...(filled.length > 0 ? [words.fromFile(first(filled), filled.length)] : []),
    ...(unknown.length > 0 ? [words.lostCells(first(unknown), unknown.length)] : []),
    ...(past.length > 0 ? [words.lostPast(first(past), past.length)] : []),
    ...doubtMessages(doubts),
  ]
}

/** Comments on so many cells, at most. */
const MOST_COMMENTED = 200

/** Asks about each cell in a comment on it, as a change of the book. */
export function askingPatch(doubts: readonly Doubt[], why: string, time: string, newId: () => string) {
  const commentChanges = doubts.slice(0, MOST_COMMENTED).map(({ sheet, row, column, stands, other }) => {
    const id = newId()
    const entries = [{ who: words.program, time, text: words.doubtComment(stands, other, why) }]
    return { id, comment: { id, sheet, row, column, resolved: false, entries } }
  })
  return { cells: {}, commentChanges }
}
