/** The journal while it is written to: what is deleted, replaced or changed there by others is written anew, and said. */
import { basename } from 'node:path'
import { journalWords as words } from '../../words/journal'
import type { Book } from '../book'
import { codeOf, reasonOf } from '../disk-error'
import { StoreError } from './error'
import { folderGone, isFolderGone } from './folder-gone'
import { JournalGone } from './held-file'
import { Journal } from './journal'
import { archiveJournal, beginAfter } from './journal-files'
import type { Beginning } from './journal'
import type { EntryLine, SavedFile, SaveLine } from './lines'
import type { Keeper, StoreState } from './store-state'

/** The file's times are looked at so often where nobody edits. */
const LOOK_MS = 30_000
/** The whole file is read at most so often, but for saves. */
const READ_MS = 5_000

export class KeptJournal {
  keeper: Keeper | null = null
  private readonly timer = setInterval(() => this.look(), LOOK_MS).unref()
  private readAt = 0
  /** The last try to go on in a new file has failed. */
  private isStuck = false
  private reading: Promise<void> | null = null

  private isFolderGone = false

  /** @param mayWrite throws a StoreError where another desk has the workbook by now */
  constructor(
    private readonly state: StoreState,
    private readonly mayWrite: () => void,
  ) {}

  /** A journal that is gone is put back first: nobody is told that a change is kept that no file holds. */
  async append(lines: readonly (EntryLine | SaveLine)[]): Promise<string[]> {
    const sums = await this.appended(lines)
    const saves = lines.filter((line) => line.line === 'save')
    if (saves.length > 0) this.state.saves = [...this.state.saves, ...saves]
    // Who has written their change waits for nothing else, and it is kept whatever is found now.
    this.look()
    return sums
  }

  /**
   * Reads the whole journal: if it is not what was written, it is written anew from memory. Changes may be made
   * meanwhile. `inTurn` does what must not overlap with one.
   */
  async check(inTurn = this.keeper?.inTurn): Promise<void> {
    if (!inTurn || (await this.isIntact())) return
    await inTurn(async () => {
      if (await this.isIntact()) return
      const { disk, path } = this.state
      const aside = archiveJournal(disk, path)
      await beginAfter(disk, path, aside, () => this.anew())
      this.keeper?.notice(words.altered(basename(aside)))
    })
  }

  /** Begins a new file in the place of this one. Rejects with the file system's error; then this one stays. */
  async replace(beginning: Beginning, lines: readonly EntryLine[] = []): Promise<void> {
    const { journal: old, disk, path } = this.state
    this.state.journal = await Journal.start(disk, path, beginning, lines)
    // The new one has everything already.
    await old.close().catch(ofDisk)
  }

  /** Continues in a new file, which begins with the workbook. Where that fails, the old one goes on growing; it is told once. */
  async rotate(book: Book, saved: SavedFile): Promise<void> {
    const { disk, path } = this.state
    const beginning = this.beginning(book, [saved])
    try {
      await beginAfter(disk, path, archiveJournal(disk, path), () => this.replace(beginning))
      this.isStuck = false
    } catch (error) {
      if (!this.isStuck) this.keeper?.notice(words.notContinued(reasonOf(error)))
      this.isStuck = true
    }
  }

  async close(): Promise<void> {
    clearInterval(this.timer)
    await this.reading
    await this.putBackIfGone().catch(ofDisk)
    await this.check((work) => Promise.resolve(work())).catch(ofDisk)
    await this.state.journal.close()
  }

  private async appended(lines: readonly (EntryLine | SaveLine)[]): Promise<string[]> {
    try {
      return await this.state.journal.append(lines)
    } catch (error) {
      if (!(error instanceof JournalGone)) throw error
    }
    await this.putBack()
    return this.state.journal.append(lines)
  }

  /** A journal that is gone is put back by who writes next. */
  private async isIntact(): Promise<boolean> {
    const { journal } = this.state
    try {
      journal.look()
      this.readAt = Date.now()
      return await journal.isIntact()
    } catch (error) {
      if (error instanceof JournalGone) return true
      throw error
    }
  }

  private look(): void {
    try {
      if (this.state.journal.look()) this.checkSoon()
    } catch (error) {
      if (error instanceof JournalGone) return void this.keeper?.inTurn(() => this.putBackSoon()).catch(ofDisk)
      ofDisk(error)
      this.checkSoon()
    }
  }

  /** Where the folder itself is gone, people are told once. */
  private async putBackSoon(): Promise<void> {
    const { disk, path } = this.state
    const wasGone = this.isFolderGone
    this.isFolderGone = isFolderGone(disk, path)
    if (!this.isFolderGone) await this.putBackIfGone()
    else if (!wasGone) this.keeper?.notice(folderGone(path))
  }

  private async putBackIfGone(): Promise<void> {
    try {
      this.state.journal.look()
    } catch (error) {
      if (!(error instanceof JournalGone)) return
      this.mayWrite()
      await this.putBack()
    }
  }

  private checkSoon(): void {
    if (this.reading || Date.now() - this.readAt < READ_MS) return
    this.reading = this.check()
      .catch(ofDisk)
      .then(() => {
        this.reading = null
      })
  }

  private async putBack(): Promise<void> {
    const { isWhole, aside } = await this.state.journal.restore()
    // With its folder the .xlsx was gone as well.
    if (!this.state.disk.facts(this.state.path)) this.keeper?.fileGone()
    if (isWhole) {
      this.keeper?.notice(aside === null ? words.gone : words.goneAside(aside))
      return
    }
    await this.anew(aside)
    this.keeper?.notice(words.goneAnew(aside))
  }

  /** Begins a new file with the workbook as it is in memory. @param aside what another file that lay there is called now */
  private async anew(aside: string | null = null): Promise<void> {
    const { hash, savedSeq } = this.state
    if (!this.keeper) throw new StoreError(words.goneAnew(aside))
    const saves = hash === null || savedSeq < 0 ? [] : [{ seq: savedSeq, hash, isDone: true }]
    await this.replace(this.beginning(this.keeper.book(), saves))
  }

  /** Of a file that goes on from this one. */
  private beginning(book: Book, saves: SavedFile[]): Beginning {
    const { id, seq, entrySum, kept, openings, erased, unmarked, journal } = this.state
    const about = { ...(unmarked !== undefined && { unmarked }), erased, saves, book, previous: journal.sum }
    return { journal: id, seq, entrySum, kept, openings, ...about }
  }
}

/** What the disk refuses now is noticed by the next change, which says so. */
function ofDisk(error: unknown): void {
  if (codeOf(error) === null && !(error instanceof StoreError)) throw error
}
