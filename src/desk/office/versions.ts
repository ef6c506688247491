/** Earlier versions of the workbook: a copy a day is kept, what differs can be seen, and one can be taken. */
import { deskWords } from '../../words/desk'
import { versionWords as words } from '../../words/versions'
import type { Book } from '../book'
import { reasonOf } from '../disk-error'
import type { Person, TakenVersion, Version, VersionDifferences } from '../protocol'
import { StoreError } from '../store'
import type { Store } from '../store'
import { XlsxError } from '../xlsx'
import { authorsIn } from './authors'
import type { Changes } from './changes'
import { knownReason, OfficeError, onDisk } from './error'
import type { LogKeeper } from './log-keeper'
import { OneByOne } from './one-by-one'
import type { OfficeOptions } from './options'
import { refuseReviewer } from './role'
import { Taker } from './taking'
import { asVersion, captionOf, cellsOf, cellsOfOthers, withoutThose } from './version-contents'

/** Cells of a tab that are listed, and of others'. */
const MOST_LISTED = 100

interface VersionOptions extends Pick<OfficeOptions, 'toXlsx' | 'version' | 'onFault'> {
  clock: () => Date
  log: LogKeeper
  /** Tells the people, those who come later included. */
  tell: (text: string) => void
  /** Marks of a check are renewed after a moment. */
  renew: () => void
}

export class Versions {
  private readonly turns = new OneByOne()
  private readonly taker: Taker

  constructor(
    private readonly changes: Changes,
    private readonly store: Store,
    private readonly options: VersionOptions,
  ) {
    const { clock, log, version, renew } = options
    this.taker = new Taker({ changes, log, store, clock, version, renew, asItIs: () => this.asItIs() })
  }

  /** The latest first. Rejects with an OfficeError. */
  list(): Promise<Version[]> {
    return onDisk(async () => (await this.store.backups.list()).map((name) => ({ name, caption: captionOf(name) })))
  }

  /** Does what must not overlap with the making, the taking and the erasing of versions. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.run(work)
  }

  /** Resolves when none of that is under way. */
  whenIdle(): Promise<void> {
    return this.turns.whenIdle()
  }

  /** The day's first opening leaves a copy. Never rejects for the disk's sake: the people are told. */
  keepDaily(): Promise<void> {
    return this.alone(() => this.makeDaily())
  }

  /** As `keepDaily`, for who is alone already. */
  async makeDaily(): Promise<void> {
    try {
      if (await this.store.backups.isDue(this.options.clock())) await this.keep(true)
    } catch (error) {
      const known = knownReason(error)
      if (known === null) this.options.onFault?.(error)
      this.options.tell(words.notKept(known ?? deskWords.failed))
    }
  }

  /** Leaves a copy of the workbook as it is now. Returns its name. */
  async keep(isDaily: boolean): Promise<string> {
    const { bytes } = await this.asItIs()
    return this.store.backups.keep(bytes, this.options.clock(), isDaily)
  }

  /** The file's bytes, and the last change that they hold. */
  private async asItIs(): Promise<{ bytes: Uint8Array; seq: number }> {
    const { changes, store, options } = this
    const { now, seq } = await changes.alone(() => ({
      now: store.savedBytes() ?? store.marked(changes.copy.book).marked,
      seq: store.seq,
    }))
    return { bytes: now instanceof Uint8Array ? now : await options.toXlsx(now), seq }
  }

  /** What differs, before it is taken. */
  async differences(person: Person, name: string): Promise<VersionDifferences> {
    refuseReviewer(person)
    const version = await this.read(name)
    const { book: now, seq } = await this.changes.alone(() => ({ book: this.changes.copy.book, seq: this.store.seq }))
    const target = asVersion(now, version)
    const cells = cellsOf(now, target)
    const tabs = now.sheets.flatMap(({ id, name: tab }) => {
      const own = cells.filter(({ sheet }) => sheet === id)
      return own.length > 0 ? [{ tab, cells: own.slice(0, MOST_LISTED), count: own.length }] : []
    })
    const theirs = cellsOfOthers(cells, person, authorsIn(this.store))
    const others = { cells: theirs.slice(0, MOST_LISTED), count: theirs.length }
    const frame = { onlyNow: withoutThose(now, target), onlyThen: withoutThose(target, now) }
    return { name, caption: captionOf(name), seq, count: cells.length, tabs, others, ...frame }
  }

  /**
   * The workbook becomes that version; as it was, it is kept as a version too. Rejects with NewerCells where others have
   * written since the person saw what differs, into cells that would be replaced. @param base the `seq` of what was seen
   */
  async take(person: Person, name: string, base: number): Promise<TakenVersion> {
    refuseReviewer(person)
    return this.alone(async () => this.taker.take(await this.read(name), { person, name, base }))
  }

  private async read(name: string): Promise<Book> {
    try {
      const book = await this.store.backups.read(name)
      if (book) return book
    } catch (error) {
      if (error instanceof XlsxError) throw new OfficeError('refused', words.damaged(captionOf(name)))
      if (error instanceof StoreError) throw new OfficeError('refused', error.message)
      throw new OfficeError('failed', reasonOf(error))
    }
    throw new OfficeError('conflict', words.unknown)
  }
}
