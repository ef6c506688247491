/** What a journal gives: the state of the workbook, and what of the journal is lost. */
import type { Book } from '../book'
import type { LostCell } from './fragments'
import type { JournalIndex } from './journal-index'
import { nothingErased } from './lines'
import type { Erasure, HeadLine, Kept, Opening, SavedFile, Summary } from './lines'

export const noneKept = (): Kept => ({ files: [] })

/** Changes that are not in the journal any more, and what stands around them. */
export interface LostRange {
  /** Their numbers, both inclusive. */
  from: number
  to: number
  /** The change before and the one after them. */
  since: Pick<Summary, 'time' | 'who'> | null
  until: Pick<Summary, 'time' | 'who'> | null
  /** The last ones: nothing stands behind them. */
  isTail?: boolean
}

export interface Losses {
  ranges: LostRange[]
  cells: LostCell[]
  /** As `cells`, of a last line that was cut short: it may have been acknowledged or not. */
  torn: LostCell[]
  /** Cells of the workbook at the head, by the names of the first and the last of each piece. */
  pieces: string[]
  /** The head or a piece of it is missing: cells that no later change names may be as well. */
  isBaseLost: boolean
}

export interface Replayed {
  index: JournalIndex
  head: HeadLine | null
  /** Id of the journal; null: nothing tells it. */
  id: string | null
  /** The last change's number, and the checksum of its line. */
  seq: number
  entrySum: string
  /** The last change. */
  last: Summary | null
  /** Null: neither the head nor a piece of it can be read. */
  book: Book | null
  kept: Kept
  saves: SavedFile[]
  openings: readonly Opening[]
  erased: Erasure
  losses: Losses
  /** Number of the last readable change of each cell; only where something is lost. */
  touched: ReadonlyMap<string, number>
}

export const placeKey = ({ sheet, row, column }: { sheet: number; row: number; column: number }): string =>
  `${sheet},${row},${column}`

/** Of a workbook without a journal. */
export const nothingKnown: Replayed = {
  index: {
    path: '',
    lines: [],
    regions: [],
    mended: 0,
    converted: 0,
    isDisordered: false,
    foreign: [],
    length: 0,
    size: 0,
  },
  head: null,
  id: null,
  seq: 0,
  entrySum: '',
  last: null,
  book: null,
  kept: noneKept(),
  saves: [],
  openings: [],
  erased: nothingErased,
  losses: { ranges: [], cells: [], torn: [], pieces: [], isBaseLost: false },
  touched: new Map(),
}
