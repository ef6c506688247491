/** The journal while it is written to: what is deleted, replaced or changed there by others is written anew, and said. */
import { basename } from 'node:path'
import { journalWords as words } from '../../words/journal'
import { codeOf } from '../disk-error'
import { StoreError } from './error'
import { archiveJournal, Journal, JournalGone } from './journal'
import type { Beginning } from './journal'
import type { EntryLine, SaveLine } from './lines'
import type { Keeper, StoreState } from './store-state'

/** The file's times are looked at so often where nobody edits. */
const LOOK_MS = 30_000
/** The whole file is read at most so often, but for saves. */
const READ_MS = 5_000

export class KeptJournal {
  keeper: Keeper | null = null
  private readonly timer = setInterval(() => this.look(), LOOK_MS).unref()
  private readAt = 0
  private reading: Promise<void> | null = null

  constructor(private readonly state: StoreState) {}

  /** A journal that is gone is put back first: nobody is told that a change is kept that no file holds. */
  async append(lines: readonly (EntryLine | SaveLine)[]): Promise<string[]> {
    const sums = await this.appended(lines)
    // Who has written their change waits for nothing else.
    if (this.state.journal.look()) this.checkSoon()
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
      const aside = archiveJournal(this.state.disk, this.state.path)
      await this.anew()
      this.keeper?.notice(words.altered(basename(aside)))
    })
  }

  /** Begins a new file in the place of this one. Rejects with the file system's error; then this one stays. */
  async replace(beginning: Beginning): Promise<void> {
    const { journal: old, disk, path } = this.state
    this.state.journal = await Journal.start(disk, path, beginning)
    await old.close()
  }

  async close(): Promise<void> {
    clearInterval(this.timer)
    await this.reading
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
      if (!(error instanceof JournalGone)) return ofDisk(error)
      void this.keeper?.inTurn(() => this.putBackIfGone()).catch(ofDisk)
    }
  }

  private async putBackIfGone(): Promise<void> {
    try {
      this.state.journal.look()
    } catch (error) {
      if (error instanceof JournalGone) await this.putBack()
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
    if (isWhole) {
      this.keeper?.notice(aside === null ? words.gone : words.goneAside(aside))
      return
    }
    await this.anew()
    this.keeper?.notice(words.goneAnew)
  }

  /** Begins a new file with the workbook as it is in memory. */
  private async anew(): Promise<void> {
    const { journal: old, id, seq, entrySum, kept, hash, savedSeq } = this.state
    if (!this.keeper) throw new StoreError(words.goneAnew)
    const saves = hash === null || savedSeq < 0 ? [] : [{ seq: savedSeq, hash, isDone: true }]
    await this.replace({ journal: id, seq, entrySum, kept, saves, book: this.keeper.book(), previous: old.sum })
  }
}

/** What the disk refuses now is noticed by the next change, which says so. */
function ofDisk(error: unknown): void {
  if (codeOf(error) === null && !(error instanceof StoreError)) throw error
}
