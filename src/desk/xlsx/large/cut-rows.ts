/** The rows of a sheet in pieces that the library reads each for itself. */
import { attributeOf } from '../contents/scan'
import { pieceEnds } from './rows'
import type { Rows } from './rows'
import { itemsOf, ROWS } from './splitter'
import type { Area } from '../../../workbook'

export interface Piece extends Rows {
  xml: string
}

const ROW = /^<row(?=[\s/>])[^<>]*>/

function cellsIn(row: string): number {
  let count = 0
  for (let at = row.indexOf('<c'); at >= 0; at = row.indexOf('<c', at + 2)) count += 1
  return count
}

/** Gathers rows into pieces. The first one begins at the top, the last one goes to the end of the sheet. */
class Gathering {
  private rows: string[] = []
  private cells = 0
  private first = 1
  private seen = 0
  private last = 0

  constructor(
    private readonly most: number,
    private readonly mayEnd: (row: number) => boolean,
  ) {}

  /** Takes a row; before it a piece may be full. */
  add(row: string): Piece | undefined {
    this.seen += 1
    const start = ROW.exec(row)?.[0] ?? ''
    const known = attributeOf(start, 'r')
    const number = known === undefined ? this.seen : Number.parseInt(known, 10)
    const isFull = this.cells >= this.most && number > this.last && this.mayEnd(this.last)
    const piece = isFull ? this.end(this.last) : undefined
    // A row without a number has that of its place, which the piece does not show.
    this.rows.push(known === undefined ? row.replace('<row', `<row r="${number}"`) : row)
    this.cells += cellsIn(row) + 1
    this.last = Math.max(this.last, number)
    return piece
  }

  end(last: number): Piece {
    const piece = { first: this.first, last, xml: this.rows.join('') }
    this.rows = []
    this.cells = 0
    this.first = last + 1
    return piece
  }
}

export function* cutRows(blocks: Iterable<string>, merges: readonly Area[], most: number): Generator<Piece> {
  const gathering = new Gathering(most, pieceEnds(merges))
  for (const block of blocks) {
    for (const row of itemsOf(block, ROWS)) {
      const piece = gathering.add(row)
      if (piece) yield piece
    }
  }
  yield gathering.end(Infinity)
}
