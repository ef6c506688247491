/** Earlier versions of the workbook: a copy a day is kept, what differs can be seen, and one can be taken. */
import { logRow } from '../../actions'
import { deskWords } from '../../words/desk'
import { versionWords as words } from '../../words/versions'
import { knownCellsIn } from '../bench'
import { copyBook, diffBooks, isEmptyPatch, recalculated, shownTime } from '../book'
import type { Book } from '../book'
import { reasonOf } from '../disk-error'
import type { Person, ShownCellChange, TakenVersion, Version, VersionDifferences } from '../protocol'
import { differing, StoreError, versionOf } from '../store'
import type { Store } from '../store'
import { XlsxError } from '../xlsx'
import { causeOf, itself } from './cause'
import type { Changes } from './changes'
import { logLine, logOf } from './edit-log'
import { knownReason, NewerCells, OfficeError, onDisk, withoutId, withoutWriter } from './error'
import { OneByOne } from './one-by-one'
import type { OfficeOptions } from './options'
import { refuseReviewer } from './role'
import type { Change } from './working-copy'

/** People go on typing while the copy of before is made. */
const MOST_TRIES = 5
/** Cells of a tab that are listed. */
const MOST_LISTED = 100

export const captionOf = (name: string): string => {
  const { moment, isDaily, isAside } = versionOf(name)
  if (isAside) return words.aside(moment)
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

/** The cells in which they differ, without those that the program writes for itself. */
function cellsOf(now: Book, target: Book): ShownCellChange[] {
  const known = knownCellsIn(now)
  return differing(now, target).flatMap(({ stands: from, other: to, ...place }) => {
    const { label, isProgram } = known(place)
    return isProgram && label === null ? [] : [{ ...place, from, to, ...(label !== null && { label }) }]
  })
}

const withoutThose = (book: Book, other: Book): string[] => {
  const known = new Set(other.sheets.map(({ id }) => id))
  return book.sheets.flatMap(({ id, name }) => (known.has(id) ? [] : [name]))
}

/** What a person wants, having seen what differs. */
interface Taking {
  person: Person
  name: string
  /** The last change that stood in what was seen. */
  base: number
}

interface Taken {
  change: Change | null
  logged: Change | null
  count: number
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
    const frame = { onlyNow: withoutThose(now, target), onlyThen: withoutThose(target, now) }
    return { name, caption: captionOf(name), seq, count: cells.length, tabs, ...frame }
  }

  /**
   * The workbook becomes that version; as it was, it is kept as a version too. Rejects with NewerCells where others have
   * written since the person saw what differs, into cells that would be replaced. @param base the `seq` of what was seen
   */
  async take(person: Person, name: string, base: number): Promise<TakenVersion> {
    refuseReviewer(person)
    return this.alone(() => this.made({ person, name, base }))
  }

  private async made(taking: Taking): Promise<TakenVersion> {
    const version = await this.read(taking.name)
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      this.refuseSame(version, taking.name)
      const { bytes, seq } = await this.asItIs()
      const made = await this.changes.alone(() => this.makeAt(seq, bytes, version, taking))
      if (made) return this.told(made, taking.name)
    }
    throw new OfficeError('conflict', words.busy)
  }

  private refuseSame(version: Book, name: string): void {
    const now = this.changes.copy.book
    if (isEmptyPatch(diffBooks(now, asVersion(now, version))))
      throw new OfficeError('refused', words.same(captionOf(name)))
  }

  /** The copy of before and the change, in one turn. Null: somebody has written since the copy was made. */
  private async makeAt(seq: number, bytes: Uint8Array, version: Book, taking: Taking): Promise<Taken | null> {
    const { copy } = this.changes
    // Who was answered a moment ago is known, too.
    await new Promise((next) => setImmediate(next))
    if (this.store.seq !== seq) return null
    this.refuseNewer(version, taking)
    const aside = await this.kept(bytes)
    try {
      const taken = this.taken(version, taking, aside)
      await copy.commit()
      return taken
    } catch (error) {
      copy.rollBack()
      throw error
    }
  }

  /** What others wrote since is shown first. */
  private refuseNewer(version: Book, { person, base }: Taking): void {
    const { copy, writers } = this.changes
    const now = copy.bench.book
    const cells = cellsOf(now, asVersion(now, version))
    const isErased = base < this.store.erasedAt && cells.length > 0
    const newer = isErased ? cells.map(withoutWriter) : writers.overwritten(cells, person.id, base).map(withoutId)
    if (newer.length > 0) throw new NewerCells(newer, this.store.seq, words.newer(newer.length))
  }

  private told({ change, logged, count }: Taken, name: string): TakenVersion {
    if (change) {
      this.changes.steps.ran(change, words.logged.event)
      this.changes.announce(change)
      this.options.renew()
    }
    if (logged) this.changes.announce(logged)
    return { seq: change?.seq ?? this.changes.seq, caption: captionOf(name), count }
  }

  private taken(version: Book, { person, name }: Taking, aside: string): Taken {
    const { copy } = this.changes
    const cause = causeOf(person, 'import', words.logged.what(captionOf(name)))
    const now = copy.bench.book
    const target = asVersion(now, version)
    // As many as were shown before: nobody asks for those that the program writes for itself.
    const count = cellsOf(now, target).length
    const change = copy.makeChange(diffBooks(now, target), cause)
    const { clock, version: program } = this.options
    const stamp = { time: shownTime(clock().toISOString()), user: person.name, version: program }
    const { event, detail } = words.logged
    const line = logLine(copy.bench.book, logRow(stamp, { event, detail: detail(captionOf(name), count, aside) }))
    const logged = line && copy.makeChange(line, causeOf(itself, 'run', event))
    return { change, logged, count }
  }

  private async kept(bytes: Uint8Array): Promise<string> {
    try {
      return await this.store.backups.keep(bytes, this.options.clock(), false)
    } catch (error) {
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
