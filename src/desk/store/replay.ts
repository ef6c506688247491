/** The state of a workbook as its journal gives it, and what of the journal is lost. */
import { journalWords } from '../../words/journal'
import { applyPatch, contentOf, newBook } from '../book'
import type { Book, BookPatch } from '../book'
import type { CellChange } from '../protocol'
import type { Disk } from './disk'
import { fragmentsIn } from './fragments'
import type { LostCell } from './fragments'
import { readIndexed, textOf } from './journal-index'
import type { LineAt } from './indexing'
import type { JournalIndex } from './journal-index'
import { nothingErased, summaryOf } from './lines'
import type { EntryLine, Erasure, HeadLine, JournalLine, Kept, SavedFile, Summary } from './lines'

const noneKept = (): Kept => ({ files: [] })

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
  erased: Erasure
  losses: Losses
  /** Number of the last readable change of each cell; only where something is lost. */
  touched: ReadonlyMap<string, number>
}

export const placeKey = ({ sheet, row, column }: { sheet: number; row: number; column: number }): string =>
  `${sheet},${row},${column}`

const emptyBook = (): Book => ({ title: '', sheets: [], names: [], properties: {} })

const LAST_ROW = 2_000
const LAST_COLUMN = 100

function addMissing(book: Book, id: number, { sheets = [] }: BookPatch): void {
  if ([...book.sheets, ...sheets].some((sheet) => sheet.id === id)) return
  const [blank] = newBook('', journalWords.tab(id)).sheets
  if (blank) book.sheets.push({ ...blank, id, rows: LAST_ROW, columns: LAST_COLUMN })
}

/** Whether anything is missing between the first and the last line that can be read. */
const hasHoles = ({ lines, regions, foreign }: JournalIndex): boolean =>
  lines[0]?.n !== 0 ||
  regions.some(({ isWithin, isTorn }) => isWithin || !isTorn) ||
  foreign.length > 0 ||
  lines.some((line, at) => at > 0 && line.previous !== lines[at - 1]?.sum)

class Replaying {
  head: HeadLine | null = null
  id: string | null = null
  book: Book | null = null
  kept: Kept | null = null
  readonly saves: SavedFile[] = []
  erased = nothingErased
  readonly losses: Losses = { ranges: [], cells: [], torn: [], pieces: [], isBaseLost: false }
  readonly touched = new Map<string, number>()
  seq = 0
  entrySum = ''
  last: Summary | null = null
  private parts = 0
  private next = 0
  /** Lines before the next entry are missing that were acknowledged. */
  private isMissing = false

  /** @param lastWrite number of the first line of the last write, of which any part may be missing */
  constructor(
    private readonly isHoled: boolean,
    private readonly lastWrite: number,
  ) {}

  take(line: JournalLine, { sum, n }: LineAt): void {
    if (n > this.next && this.next < this.lastWrite) this.isMissing = true
    this.next = n + 1
    switch (line.line) {
      case 'head':
        this.head = line
        this.id = line.journal
        this.seq = line.seq
        this.entrySum = line.entrySum ?? ''
        this.saves.push(...line.saves)
        this.erased = { erasedAt: line.erasedAt ?? 0, erases: line.erases ?? [] }
        this.book = line.book ?? emptyBook()
        this.keep(line)
        return
      case 'part':
        this.parts += 1
        this.keep(line)
        this.id ??= line.journal ?? null
        this.put(line.patch)
        return
      case 'save':
        this.saves.push({ seq: line.seq, hash: line.hash, isDone: line.isDone })
        if (line.isErased) this.erased = { ...this.erased, erases: [] }
        return
      case 'entry':
        this.entry(line, sum)
    }
  }

  /** After the last line. */
  finish(): void {
    const { head, parts } = this
    this.losses.isBaseLost = head === null || parts < (head.parts ?? 0)
  }

  /** Old journals kept more. */
  private keep({ kept }: { kept?: Kept }): void {
    if (kept) this.kept = { files: kept.files }
  }

  private entry(line: EntryLine, sum: string): void {
    const isFirst = this.head === null && this.last === null
    if (this.isMissing && line.seq > this.seq + 1 && !isFirst) this.lost(line)
    this.isMissing = false
    if (this.isHoled) this.lookForLost(line)
    if (this.book) this.put(line.patch)
    this.seq = Math.max(this.seq, line.seq)
    this.entrySum = sum
    if (line.edits) this.erased = { ...this.erased, erasedAt: line.seq }
    this.keep(line)
    this.last = summaryOf(line)
  }

  /** Cells of a tab of which nothing else is left get one, so that they are not lost as well. */
  private put(patch: BookPatch): void {
    const book = (this.book ??= emptyBook())
    if (this.isHoled) for (const id of Object.keys(patch.cells).map(Number)) addMissing(book, id, patch)
    applyPatch(book, patch)
  }

  private lost({ seq, time, who, last }: EntryLine): void {
    this.losses.ranges.push({ from: this.seq + 1, to: seq - 1, since: this.last, until: { time, who } })
    if (last?.seq !== seq - 1) return
    const { cells, ...about } = last
    for (const cell of cells) this.losses.cells.push({ cell, seq: about.seq, who: about.who, time: about.time })
  }

  /** A cell that held something else than the changes before say: a lost change had written it. */
  private lookForLost({ cells, seq }: EntryLine): void {
    for (const change of cells) {
      const key = placeKey(change)
      if (this.book && !this.stands(change)) {
        const { sheet, row, column, cell, from } = change
        this.losses.cells.push({ cell, place: { sheet, row, column }, seq: seq - 1, value: from })
      }
      this.touched.set(key, seq)
    }
  }

  private stands({ sheet, row, column, from }: CellChange): boolean {
    const tab = this.book?.sheets.find(({ id }) => id === sheet)
    return contentOf(tab?.cells[`${row},${column}`]) === from
  }
}

/** What can be told of stretches in which no line can be read. */
function readFragments(disk: Disk, { path, regions, lines }: JournalIndex, { losses, seq }: Replayed): void {
  const kept = new Set(lines.flatMap((line) => (line.kind === 'entry' && line.seq !== null ? [line.seq] : [])))
  for (const region of regions) {
    const next = lines.find(({ start, kind }) => kind === 'entry' && start >= region.end)
    const lost = (next?.seq ?? seq + 2) - 1
    const { cells, before, pieces } = fragmentsIn(textOf(disk, path, region), lost, region.isWithin)
    losses.cells.push(...before.filter((cell) => !kept.has(cell.seq)))
    losses.pieces.push(...pieces)
    if (region.isWithin || !region.isTorn) losses.cells.push(...cells)
    else losses.torn.push(...cells)
  }
}

/** A tab of which only cells are left, where one name of a tab is missing. */
function nameTabs({ book, losses }: Replayed): void {
  const nameless = book?.sheets.filter(({ id, name }) => name === journalWords.tab(id)) ?? []
  const names = losses.pieces.filter((piece) => piece !== '' && !piece.includes('!'))
  const [sheet, name] = [nameless[0], names[0]]
  if (sheet && name !== undefined && nameless.length === 1 && names.length === 1) sheet.name = name
}

/** Names of the pieces of the head that are missing, as the piece behind each tells. */
function missingPieces(index: JournalIndex, at: number, before: string | undefined): string[] {
  const [line, last] = [index.lines[at], index.lines[at - 1]]
  return before !== undefined && line && last?.n !== line.n - 1 ? [before] : []
}

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
  erased: nothingErased,
  losses: { ranges: [], cells: [], torn: [], pieces: [], isBaseLost: false },
  touched: new Map(),
}

export function replay(disk: Disk, index: JournalIndex): Replayed {
  const isHoled = hasHoles(index)
  const replaying = new Replaying(isHoled, index.lines.at(-1)?.write ?? 0)
  let number = 0
  for (const { at, line } of readIndexed(disk, index)) {
    if (line.line === 'part') replaying.losses.pieces.push(...missingPieces(index, number, line.before))
    replaying.take(line, at)
    number += 1
  }
  replaying.finish()
  const { head, id, seq, entrySum, last, book, kept, saves, erased, losses, touched } = replaying
  const replayed = {
    index,
    head,
    id,
    seq,
    entrySum,
    last,
    book,
    kept: kept ?? noneKept(),
    saves,
    erased,
    losses,
    touched,
  }
  if (index.regions.length > 0) readFragments(disk, index, replayed)
  nameTabs(replayed)
  return replayed
}

/** Applies the changes after the change `seq`. Returns how many there were. */
export function applyAfter(disk: Disk, index: JournalIndex, book: Book, seq: number): number {
  let count = 0
  const lines = index.lines.filter((line) => line.kind === 'entry' && (line.seq ?? 0) > seq)
  for (const { line } of readIndexed(disk, { ...index, lines })) {
    if (line.line !== 'entry') continue
    applyPatch(book, line.patch)
    count += 1
  }
  return count
}
