import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { storeWords as words } from '../../words/store'
import type { Book } from '../book'
import type { HistoryEntry, SheetPosition, TrailEntry } from '../protocol'
import { reasonOf } from '../disk-error'
import { StoreError } from './error'
import { replaceFile } from './files'
import { archiveJournal, archivesOf, Journal, journalOf } from './journal'
import { decodeLine, journalIn } from './lines'
import type { EntryLine, SaveLine, Kept } from './lines'
import type { Lock } from './lock'
import { hashOf, withMark } from './recover'

export interface StoreState {
  path: string
  journal: Journal
  /** Id of this journal and its archives. */
  id: string
  seq: number
  /** The last change in the file; -1: the file must be written. */
  savedSeq: number
  kept: Kept
}

export type PatchEntry = Pick<EntryLine, 'seq' | 'by' | 'kind' | 'patch' | 'edit' | 'overwrote'>

export type NewEntry = Omit<EntryLine, 'line' | 'seq'>

export interface Saving {
  /** The workbook after the last change. */
  book: () => Book
  /** Makes the file's bytes. Changes that come meanwhile are for the next save. */
  make: (book: Book) => Promise<Uint8Array>
  /** Does what must not overlap with a change. */
  inTurn: <T>(work: () => T | Promise<T>) => Promise<T>
}

interface StoreOptions {
  journalLimit?: number
}

/** Of a line of the journal, without reading it whole. */
const numberOf = (line: string): number =>
  Number(/^\{"line":"entry","seq":(\d+),/.exec(line)?.[1] ?? /"seq":(\d+)/.exec(line)?.[1])

const defaultLimit = 16 * 1024 * 1024

/** The workbook's file and journal, while this desk has them open. Calls must not overlap, but for reading. */
export class Store {
  constructor(
    private readonly state: StoreState,
    private readonly lock: Lock,
    private readonly options: StoreOptions,
  ) {}

  get path(): string {
    return this.state.path
  }

  /** Number of the last acknowledged change. */
  get seq(): number {
    return this.state.seq
  }

  get kept(): Kept {
    return this.state.kept
  }

  /** The file lacks acknowledged changes. */
  get isBehind(): boolean {
    return this.state.savedSeq !== this.state.seq
  }

  /** Resolves when all entries are on the disk, numbered in order. Rejects with a StoreError; then none is kept. */
  async append(entries: readonly NewEntry[]): Promise<void> {
    this.lock.check()
    const lines = entries.map((entry, at): EntryLine => ({ line: 'entry', seq: this.seq + 1 + at, ...entry }))
    try {
      await this.state.journal.append(lines)
    } catch (error) {
      throw new StoreError(words.notKept(reasonOf(error)))
    }
    this.state.seq += lines.length
    this.state.kept = lines.findLast((line) => line.kept)?.kept ?? this.state.kept
  }

  /** Writes the whole file. Rejects with a StoreError; then the old file stays, and the journal has what it lacks. */
  async save({ book, make, inTurn }: Saving): Promise<void> {
    const { seq, marked } = await inTurn(() => {
      const { id, seq: last } = this.state
      return { seq: last, marked: withMark(book(), id, last) }
    })
    const bytes = await make(marked)
    await inTurn(() => this.put(bytes, seq, book()))
  }

  /** `seq`: the last change in the bytes; `book`: as it is now. */
  private async put(bytes: Uint8Array, seq: number, book: Book): Promise<void> {
    const { path, journal } = this.state
    this.lock.check()
    const mark: SaveLine = { line: 'save', seq, hash: hashOf(bytes), isDone: false }
    try {
      await replaceFile(path, bytes, { beforeSwap: () => journal.append([mark]) })
      await journal.append([{ ...mark, isDone: true }])
    } catch (error) {
      throw new StoreError(words.notSaved(basename(path), reasonOf(error)))
    }
    this.state.savedSeq = seq
    // Begin a new journal only when the file has all changes: a change in neither is lost if the file is edited elsewhere.
    const isLarge = journal.size > (this.options.journalLimit ?? defaultLimit)
    if (isLarge && !this.isBehind) await this.rotate(book, mark)
  }

  /** Newest first. */
  history({ sheet, row, column }: SheetPosition): HistoryEntry[] {
    const place = `"sheet":${sheet},"row":${row},"column":${column},`
    return this.entries((text) => text.includes(place)).flatMap(({ cells, seq, time, who, kind, what }) => {
      const change = cells.find((cell) => cell.sheet === sheet && cell.row === row && cell.column === column)
      return change ? [{ seq, time, who, kind, what, from: change.from, to: change.to }] : []
    })
  }

  /** What was done before the change of this number, newest first. */
  trail(limit: number, before = Infinity): TrailEntry[] {
    return this.entries((text) => numberOf(text) < before, limit).map(({ seq, time, who, kind, what, cells }) => {
      return { seq, time, who, kind, what, cells }
    })
  }

  /** The latest changes, oldest first; their numbers follow each other. */
  latest(limit: number): EntryLine[] {
    return this.entries(() => true, limit).reverse()
  }

  /** As `latest`, with what a page needs of them. */
  patches(limit: number): PatchEntry[] {
    return this.latest(limit).map(({ seq, by, kind, patch, edit, overwrote }) => {
      return { seq, by, kind, patch, ...(edit !== undefined && { edit }), ...(overwrote && { overwrote }) }
    })
  }

  async close(): Promise<void> {
    await this.state.journal.close()
    this.lock.release()
  }

  private entries(isWanted: (text: string) => boolean, limit = Infinity): EntryLine[] {
    const entries = new Map<number, EntryLine>()
    const files = [journalOf(this.path), ...archivesOf(this.path).reverse()]
    for (const file of files.filter(existsSync)) {
      const lines = readFileSync(file, 'utf8').split('\n')
      // Beside a workbook that was written over lies the journal of the other one.
      if (journalIn(lines[0] ?? '') !== this.state.id) continue
      for (const text of lines.reverse()) {
        if (entries.size >= limit) return [...entries.values()]
        if (!text.startsWith('{"line":"entry"') || !isWanted(text)) continue
        const line = decodeLine(text)?.line
        if (line?.line === 'entry' && !entries.has(line.seq)) entries.set(line.seq, line)
      }
    }
    return [...entries.values()]
  }

  /** Continues the journal in a new file. If that fails, the old one goes on growing. */
  private async rotate(book: Book, mark: SaveLine): Promise<void> {
    const { path, id, seq, kept, journal: old } = this.state
    try {
      archiveJournal(path)
      const saves = [{ seq: mark.seq, hash: mark.hash, isDone: true }]
      const journal = await Journal.start(path, { journal: id, seq, book, kept, saves })
      this.state.journal = journal
      await old.close()
    } catch (error) {
      throw new StoreError(words.notSaved(basename(path), reasonOf(error)))
    }
  }
}
