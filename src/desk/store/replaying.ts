/** Applies the lines of a journal one after the other, and notes what is missing between them. */
import { journalWords } from '../../words/journal'
import { applyPatch, contentOf, newBook } from '../book'
import type { Book, BookPatch } from '../book'
import type { CellChange } from '../protocol'
import type { LineAt } from './indexing'
import type { JournalIndex } from './journal-index'
import { nothingErased, summaryOf, withOpening } from './lines'
import type { EntryLine, HeadLine, JournalLine, Kept, Opening, SavedFile, Summary } from './lines'
import { placeKey } from './replayed'
import type { Losses } from './replayed'

const emptyBook = (): Book => ({ title: '', sheets: [], names: [], properties: {} })

const LAST_ROW = 2_000
const LAST_COLUMN = 100

function addMissing(book: Book, id: number, { sheets = [] }: BookPatch): void {
  if ([...book.sheets, ...sheets].some((sheet) => sheet.id === id)) return
  const [blank] = newBook('', journalWords.tab(id)).sheets
  if (blank) book.sheets.push({ ...blank, id, rows: LAST_ROW, columns: LAST_COLUMN })
}

/** Whether anything is missing between the first and the last line that can be read. */
export const hasHoles = ({ lines, regions, foreign }: JournalIndex): boolean =>
  lines[0]?.n !== 0 ||
  regions.some(({ isWithin, isTorn }) => isWithin || !isTorn) ||
  foreign.length > 0 ||
  lines.some((line, at) => at > 0 && line.previous !== lines[at - 1]?.sum)

export class Replaying {
  head: HeadLine | null = null
  id: string | null = null
  book: Book | null = null
  kept: Kept | null = null
  readonly saves: SavedFile[] = []
  openings: readonly Opening[] = []
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
        this.openings = line.openings ?? []
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
    if (line.isFirst) this.openings = withOpening(this.openings, line.seq, sum)
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
