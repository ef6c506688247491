/** The workbook in a journal's first lines: cut into small pieces, so that damage to one of them costs little. */
import { a1 } from '../../workbook'
import { positionOf } from '../book'
import type { Book, Cell, Sheet } from '../book'
import type { PartLine } from './lines'

/** Characters of a piece, about: a wrong bit in a line of this length is put right in a moment. */
const PIECE = 3_000

/** Cuts a list where the pieces have grown long enough. */
function* cut<T>(items: Iterable<T>, lengthOf: (item: T) => number): Generator<T[]> {
  let piece: T[] = []
  let length = 0
  for (const item of items) {
    piece.push(item)
    length += lengthOf(item)
    if (length < PIECE) continue
    yield piece
    piece = []
    length = 0
  }
  if (piece.length > 0) yield piece
}

type Keyed = readonly [key: string, cell: Cell]

/** Row by row: the names of the first and the last cell say what a piece holds. */
function sortedCells({ cells }: Sheet): Keyed[] {
  const at = (key: string) => positionOf(key)
  return Object.entries(cells).sort(([one], [other]) => {
    const [a, b] = [at(one), at(other)]
    return a.row - b.row || a.column - b.column
  })
}

interface Piece {
  patch: PartLine['patch']
  /** Of its cells; empty where they need none. */
  name: string
}

function* cellPieces(sheet: Sheet): Generator<Piece> {
  for (const cells of cut(sortedCells(sheet), ([key, cell]) => key.length + JSON.stringify(cell).length)) {
    const [first, last] = [cells[0], cells.at(-1)]
    if (!first || !last) continue
    const name = `${sheet.name}!${a1(positionOf(first[0]))}–${a1(positionOf(last[0]))}`
    yield { patch: { cells: { [sheet.id]: Object.fromEntries(cells) } }, name }
  }
}

function* pieces({ title, properties, names, sheets, comments = [] }: Book): Generator<Piece> {
  yield { patch: { cells: {}, title, properties }, name: '' }
  for (const sheet of sheets) yield { patch: { cells: {}, sheets: [{ ...sheet, cells: {} }] }, name: sheet.name }
  if (names.length > 0) yield { patch: { cells: {}, names }, name: '' }
  for (const sheet of sheets) yield* cellPieces(sheet)
  for (const threads of cut(comments, (thread) => JSON.stringify(thread).length)) {
    yield { patch: { cells: {}, commentChanges: threads.map((comment) => ({ id: comment.id, comment })) }, name: '' }
  }
}

/** The lines that follow a head. @param about what the first of them holds beside the workbook's title */
export function partsOf(book: Book, about: Required<Pick<PartLine, 'kept' | 'journal'>>): PartLine[] {
  let before = ''
  const lines = [...pieces(book)].map(({ patch, name }, at): PartLine => {
    const line: PartLine = { line: 'part', patch, ...(at === 0 && about), ...(before !== '' && { before }) }
    before = name
    return line
  })
  return before === '' ? lines : [...lines, { line: 'part', patch: { cells: {} }, before }]
}
