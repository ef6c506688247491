/** Earlier versions of the workbook: a copy a day is kept, what differs can be seen, and one can be taken. */
import { logRow } from '../../actions'
import { versionWords as words } from '../../words/versions'
import { knownCellsIn } from '../bench'
import { copyBook, diffBooks, isEmptyPatch, recalculated, shownTime } from '../book'
import type { Book } from '../book'
import { codeOf, reasonOf } from '../disk-error'
import type { Person, TakenVersion, Version, VersionDifferences } from '../protocol'
import { differing, StoreError, versionOf } from '../store'
import type { Store } from '../store'
import { XlsxError } from '../xlsx'
import { causeOf, itself } from './cause'
import type { Changes } from './changes'
import { logLine, logOf } from './edit-log'
import { OfficeError, onDisk } from './error'
import { OneByOne } from './one-by-one'
import type { OfficeOptions } from './options'
import { refuseReviewer } from './role'

/** Cells of a tab that are listed. */
const MOST_LISTED = 100

export const captionOf = (name: string): string => {
  const { moment, isDaily } = versionOf(name)
  return isDaily ? moment : words.before(moment)
}

/** What the workbook would be: the version, with the comments and 流程记录 of now, which are no contents of it. */
function asVersion(now: Book, version: Book): Book {
  const log = logOf(now)
  const own = version.sheets.filter(({ id }) => id !== log?.id)
  const at = version.sheets.findIndex(({ id }) => id === log?.id)
  const sheets = log ? own.toSpliced(at < 0 ? own.length : at, 0, log) : own
  const isThere = new Set(sheets.map(({ id }) => id))
  const comments = (now.comments ?? []).filter(({ sheet }) => isThere.has(sheet))
  return recalculated(copyBook({ ...version, sheets, comments }))
}

const withoutThose = (book: Book, other: Book): string[] => {
  const known = new Set(other.sheets.map(({ id }) => id))
  return book.sheets.flatMap(({ id, name }) => (known.has(id) ? [] : [name]))
}

interface VersionOptions extends Pick<OfficeOptions, 'toXlsx' | 'version' | 'onFault'> {
  clock: () => Date
  /** Tells the people, those who come later included. */
  tell: (text: string) => void
  /** Marks of a check are renewed after a moment. */
  renew: () => void
}

export class Versions {
  private readonly turns = new OneByOne()

  constructor(
    private readonly changes: Changes,
    private readonly store: Store,
    private readonly options: VersionOptions,
  ) {}

  /** The latest first. Rejects with an OfficeError. */
  list(): Promise<Version[]> {
    return onDisk(() => this.store.backups.list().map((name) => ({ name, caption: captionOf(name) })))
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
      if (this.store.backups.isDue(this.options.clock())) await this.keep(true)
    } catch (error) {
      if (codeOf(error) !== null) this.options.tell(words.notKept(reasonOf(error)))
      else if (error instanceof Error) this.options.onFault?.(error)
    }
  }

  /** Leaves a copy of the workbook as it is now. Returns its name. */
  async keep(isDaily: boolean): Promise<string> {
    const { changes, store, options } = this
    const now = await changes.alone(() => store.savedBytes() ?? store.marked(changes.copy.book).marked)
    const bytes = now instanceof Uint8Array ? now : await options.toXlsx(now)
    return store.backups.keep(bytes, options.clock(), isDaily)
  }

  /** What differs, before it is taken. */
  async differences(person: Person, name: string): Promise<VersionDifferences> {
    refuseReviewer(person)
    const version = await this.read(name)
    const now = this.changes.copy.book
    const target = asVersion(now, version)
    const known = knownCellsIn(now)
    const cells = differing(now, target).flatMap(({ stands: from, other: to, ...place }) => {
      const { label, isProgram } = known(place)
      return isProgram && label === null ? [] : [{ ...place, from, to, ...(label !== null && { label }) }]
    })
    const tabs = now.sheets.flatMap(({ id, name: tab }) => {
      const own = cells.filter(({ sheet }) => sheet === id)
      return own.length > 0 ? [{ tab, cells: own.slice(0, MOST_LISTED), count: own.length }] : []
    })
    const frame = { onlyNow: withoutThose(now, target), onlyThen: withoutThose(target, now) }
    return { name, caption: captionOf(name), count: cells.length, tabs, ...frame }
  }

  /** The workbook becomes that version; as it was, it is kept as a version too. */
  async take(person: Person, name: string): Promise<TakenVersion> {
    refuseReviewer(person)
    return this.alone(() => this.make(person, name))
  }

  private async make(person: Person, name: string): Promise<TakenVersion> {
    const version = await this.read(name)
    const isSame = isEmptyPatch(this.patchTo(version))
    if (isSame) throw new OfficeError('refused', words.same(captionOf(name)))
    const aside = await this.kept()
    return this.changes.make(
      () => this.taken(person, version, { name, aside }),
      ({ change, logged, count }) => {
        if (change) {
          this.changes.steps.ran(change, words.logged.event)
          this.changes.announce(change)
          this.options.renew()
        }
        if (logged) this.changes.announce(logged)
        return { seq: change?.seq ?? this.changes.seq, caption: captionOf(name), count }
      },
      { isApart: true },
    )
  }

  private patchTo(version: Book) {
    const now = this.changes.copy.bench.book
    return diffBooks(now, asVersion(now, version))
  }

  private taken(person: Person, version: Book, { name, aside }: { name: string; aside: string }) {
    const { copy } = this.changes
    const cause = causeOf(person, 'import', `${words.logged.event}：${captionOf(name)}`)
    const change = copy.makeChange(this.patchTo(version), cause)
    const count = change?.cells.length ?? 0
    const { clock, version: program } = this.options
    const stamp = { time: shownTime(clock().toISOString()), user: person.name, version: program }
    const { event, detail } = words.logged
    const line = logLine(copy.bench.book, logRow(stamp, { event, detail: detail(captionOf(name), count, aside) }))
    const logged = line && copy.makeChange(line, causeOf(itself, 'run', event))
    return { change, logged, count }
  }

  private async kept(): Promise<string> {
    try {
      return await this.keep(false)
    } catch (error) {
      if (error instanceof OfficeError) throw error
      throw new OfficeError('failed', words.notKept(reasonOf(error)))
    }
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
