import { basename, dirname } from 'node:path'
import { storeWords as words } from '../../words/store'
import type { Book } from '../book'
import { reasonOf } from '../disk-error'
import { Backups } from './backups'
import { StoreError } from './error'
import { beginErased, removeErased } from './erased-history'
import { refusalOf } from './folder-gone'
import { KeptJournal } from './kept-journal'
import type { Kept } from './lines'
import type { Lock } from './lock'
import { withMark } from './marks'
import { Neighbours } from './neighbours'
import { Numbering } from './numbering'
import { namesOf, oldFiles } from './old-files'
import type { OldFiles } from './old-files'
import { compared, readOutside } from './outside'
import { withKnownNotes } from './unread-notes'
import type { Compared, OutsideFile } from './outside'
import { rescue } from './rescue'
import { StoreHistory } from './store-history'
import type { Keeper, NewEntry, Saving, StoreOptions, StoreState } from './store-state'
import { Witnessing } from './witnessing'
import { XlsxFile } from './xlsx-file'

const defaultLimit = 16 * 1024 * 1024

/** The workbook's file and journal, while this desk has them open. Calls must not overlap, but for reading. */
export class Store extends StoreHistory {
  private readonly journal: KeptJournal
  private readonly witnessing: Witnessing
  private neighbours: Neighbours
  readonly backups: Backups
  private readonly file: XlsxFile
  private readonly numbering: Numbering

  constructor(
    state: StoreState,
    private readonly lock: Lock,
    private readonly options: StoreOptions,
  ) {
    super(state)
    const { disk, path, xlsx } = state
    this.neighbours = new Neighbours(state)
    this.backups = new Backups(disk, { workbook: path, xlsx, ids: () => [state.id, ...state.erased.erases] })
    this.journal = new KeptJournal(state, () => this.checkLock())
    this.file = new XlsxFile(state, this.journal)
    this.witnessing = new Witnessing(state, options)
    this.numbering = new Numbering(state)
  }

  get kept(): Kept {
    return this.state.kept
  }

  /** The file lacks acknowledged changes, or is gone. */
  get isBehind(): boolean {
    return this.state.savedSeq !== this.state.seq || this.state.disk.facts(this.path) === null
  }

  /** The journal lies in its place, with all that was acknowledged. */
  get isKept(): boolean {
    return this.state.journal.isInPlace()
  }

  /** Writes the workbook with its journal into another folder. Returns its path; rejects with a StoreError. */
  async rescue(saving: Saving, folder: string): Promise<string> {
    const { path } = this.state
    try {
      return await rescue(this.state, saving, folder)
    } catch (error) {
      throw new StoreError(words.notRescued(basename(path), dirname(path), folder, reasonOf(error)))
    }
  }

  keepBy(keeper: Keeper): void {
    this.journal.keeper = keeper
  }

  /** Resolves when all entries are on the disk, numbered in order. Rejects with a StoreError; then none is kept. */
  async append(entries: readonly NewEntry[]): Promise<void> {
    const lines = this.numbering.numbered(entries)
    let sums: string[]
    try {
      this.checkLock()
      sums = await this.journal.append(lines)
    } catch (error) {
      throw this.refusal(error, words.notKept)
    }
    this.witnessing.appended(this.numbering.wrote(lines, sums))
  }

  /** The .xlsx that another program has saved. Rejects with a StoreError where it is no version of this workbook. */
  readOutside(title: string): Promise<OutsideFile> {
    return readOutside(this.state, title)
  }

  /** What it changes of the workbook as it is now. */
  compareOutside(file: OutsideFile, current: Book): Compared & { isOlder: boolean } {
    const { disk, path, id, savedSeq } = this.state
    const known = { ...file, book: withKnownNotes(file.book, file.unreadNotes, current) }
    return { ...compared(disk, path, id, known, current), isOlder: file.seq < savedSeq }
  }

  /** Its changes are in the workbook: the next save may write over it. */
  tookOutside({ hash }: OutsideFile): void {
    this.state.hash = hash
    this.state.savedSeq = -1
  }

  /** Writes the workbook beside its place, where another one stands. Returns the file's name. */
  async saveBeside({ book, make, inTurn }: Saving): Promise<string> {
    const { seq, marked } = await inTurn(() => this.marked(book()))
    return this.file.putBeside(seq, () => make(marked))
  }

  /** The workbook as it goes into a file, with the last change that it holds. */
  marked(book: Book): { seq: number; marked: Book } {
    const { id: journal, seq, entrySum: sum, openings } = this.state
    return { seq, marked: withMark(book, { journal, seq, sum, openings }) }
  }

  /** The .xlsx as it lies there, where it has all changes; else null. */
  savedBytes(): Uint8Array | null {
    return this.file.bytes()
  }

  /** Files that hold what the workbook held before. @param isBegun a new journal stands already, whose files stay */
  oldFiles(isBegun = false): Promise<OldFiles> {
    const { disk, path, id, erased } = this.state
    const ids = isBegun ? erased.erases : [id, ...erased.erases]
    return oldFiles(disk, path, { ids, current: id }, this.backups, this.state.xlsx)
  }

  /** Their names, for people. */
  namesOf(paths: readonly string[]): string[] {
    return namesOf(this.path, paths)
  }

  /** Call it in turn. Returns those that could not be deleted; they are known as long as one is left. */
  removeOld(paths: readonly string[]): Promise<string[]> {
    return removeErased(this.state, this.journal, this.backups, paths)
  }

  /**
   * Begins a journal that knows nothing of what was before but its id, by which what is left of it is found; `entry` is
   * its first change. Call it in turn, and when the .xlsx has all changes: the new journal names it as its own. Rejects
   * with a StoreError; then the old one goes on.
   */
  async beginAnew(book: Book, entry: NewEntry): Promise<void> {
    const last = await beginErased(this.state, this.journal, book, entry)
    this.numbering.hasBegun = true
    this.neighbours = new Neighbours(this.state)
    this.witnessing.forget()
    this.witnessing.appended([last])
  }

  /** What is new beside the workbook: it is open in another program, or a sync client has made a copy. */
  news(book: () => Book): Promise<string[]> {
    return this.neighbours.news(book)
  }

  /**
   * Writes the whole file. Rejects with an OutsideChange where another program has written it, else with a StoreError; the
   * old file stays, and the journal has what it lacks.
   */
  async save({ book, make, inTurn }: Saving): Promise<void> {
    const { seq, marked } = await inTurn(() => this.marked(book()))
    const bytes = await make(marked)
    await this.checkJournal(inTurn)
    await inTurn(() => this.put(bytes, seq, book()))
  }

  /** Notes outside the journal how far it goes. */
  witness(): Promise<void> {
    return this.witnessing.now()
  }

  async close(): Promise<void> {
    try {
      await this.journal.close()
      await this.witness()
    } finally {
      this.lock.release()
    }
  }

  /** `seq`: the last change in the bytes; `book`: as it is now. */
  private async put(bytes: Uint8Array, seq: number, book: Book): Promise<void> {
    try {
      this.checkLock()
    } catch (error) {
      throw this.refusal(error, (reason) => words.notSaved(basename(this.path), reason))
    }
    await this.file.put(bytes, seq)
    await this.rotateIfGrown(book)
    await this.witnessing.saved(seq)
  }

  /** Only when the file has all changes: a change in neither is lost if the file is edited elsewhere. */
  private async rotateIfGrown(book: Book): Promise<void> {
    const { journal, hash, savedSeq: seq } = this.state
    const limit = this.options.journalLimit ?? Math.max(defaultLimit, journal.least)
    if (journal.grown <= limit || this.isBehind || hash === null) return
    await this.journal.rotate(book, { seq, hash, isDone: true })
  }

  private async checkJournal(inTurn: Saving['inTurn']): Promise<void> {
    try {
      await this.journal.check(inTurn)
    } catch (error) {
      throw this.refusal(error, (reason) => words.notSaved(basename(this.path), reason))
    }
  }

  /** A lock that is gone is placed again, unless somebody else has written into the journal meanwhile. */
  private checkLock(): void {
    this.lock.check(() => !this.state.journal.hasGrown())
  }

  private refusal(error: unknown, tell: (reason: string) => string): StoreError {
    return refusalOf(this.state.disk, this.path, error, tell)
  }
}
