/** Erases for good what the workbook held before: the journal, what memory knows of it, and copies of earlier days. */
import { logRow } from '../../actions'
import { deskWords } from '../../words/desk'
import { eraseWords as words } from '../../words/versions'
import { shownTime } from '../book'
import type { Erased, ErasePreview, Person } from '../protocol'
import type { Store } from '../store'
import { causeOf, itself } from './cause'
import type { Changes } from './changes'
import { logLine } from './edit-log'
import { knownReason, OfficeError, onDisk } from './error'
import type { KnownEdits } from './known-edits'
import { refuseReviewer } from './role'
import type { Versions } from './versions'

export interface ErasingParts {
  changes: Changes
  store: Store
  known: KnownEdits
  versions: Versions
  /** What stands in 流程记录 is written before: its lines are no part of what is erased. */
  writeLog: () => Promise<void>
  /** Forgets what memory still tells of the workbook as it was. */
  forget: () => void
  clock: () => Date
  onFault: (error: unknown) => void
}

/** People go on typing while the workbook is saved. */
const MOST_TRIES = 5

export class Erasing {
  constructor(private readonly parts: ErasingParts) {}

  /** What would be erased, for the question. */
  async preview(person: Person): Promise<ErasePreview> {
    refuseReviewer(person)
    const { store } = this.parts
    return onDisk(async () => {
      const { own, unknown } = await store.oldFiles()
      return { changes: store.peoplesChanges(), files: store.namesOf(own), unknown: store.namesOf(unknown) }
    })
  }

  /**
   * Rejects with an OfficeError where nothing was erased. Where it stops on the way the answer says so, and a second time
   * goes on: the new journal takes the place of the old one at one stroke, and names it until no file of it is left.
   */
  async erase(person: Person): Promise<Erased> {
    refuseReviewer(person)
    return this.parts.versions.alone(() => onDisk(() => this.erased(person)))
  }

  private async erased(person: Person): Promise<Erased> {
    const { store, writeLog } = this.parts
    await writeLog()
    // What cannot be found now is not begun.
    await store.oldFiles()
    const before = store.erasedAt
    const changes = store.peoplesChanges()
    try {
      const count = await this.begun(person)
      return { changes: count, ...(await this.removed()) }
    } catch (error) {
      if (store.erasedAt === before) throw error
      return { changes, ...(await this.stillThere()), unfinished: words.stopped(this.reasonOf(error)) }
    }
  }

  /** Deletes what is left of before, and makes the day's copy anew. */
  private async removed(): Promise<Pick<Erased, 'left' | 'unknown'>> {
    const { changes, store, versions } = this.parts
    await changes.save()
    const { own } = await store.oldFiles(true)
    // A save that is under way has half-written files as well.
    const left = await changes.alone(() => store.removeOld(own))
    await versions.makeDaily()
    await store.witness()
    // The day's copy may have given its name another one.
    const { unknown } = await store.oldFiles(true)
    return { left: store.namesOf(left), unknown: store.namesOf(unknown) }
  }

  /** As far as the disk tells. */
  private async stillThere(): Promise<Pick<Erased, 'left' | 'unknown'>> {
    const { store } = this.parts
    try {
      const { own, unknown } = await store.oldFiles(true)
      return { left: store.namesOf(own), unknown: store.namesOf(unknown) }
    } catch (error) {
      this.reasonOf(error)
      return { left: [], unknown: [] }
    }
  }

  /** What people are told; a fault of the program is reported as well. */
  private reasonOf(error: unknown): string {
    const known = knownReason(error)
    if (known === null) this.parts.onFault(error)
    return known ?? deskWords.failed
  }

  /** Returns how many changes there were. */
  private async begun(person: Person): Promise<number> {
    const { changes } = this.parts
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      await changes.save()
      const count = await changes.alone(() => this.begin(person))
      if (count !== null) return count
    }
    throw new OfficeError('conflict', words.busy)
  }

  /** Null: somebody has written since the save. */
  private async begin(person: Person): Promise<number | null> {
    const { changes, store, known, clock, forget } = this.parts
    const { copy } = changes
    // Who was answered a moment ago is known, too.
    await new Promise((next) => setImmediate(next))
    if (store.isBehind) return null
    const count = store.peoplesChanges()
    const { event } = words.logged
    const time = clock().toISOString()
    const entry = { ...causeOf(person, 'run', event), time, cells: [], patch: { cells: {} } }
    await store.beginAnew(copy.book, { ...entry, edits: known.earlier() })
    for (const part of [changes.steps, changes.writers, known]) part.forget()
    forget()
    await this.log(person, time, count)
    return count
  }

  /** One line in 流程记录. */
  private async log(person: Person, time: string, count: number): Promise<void> {
    const { changes } = this.parts
    const { copy } = changes
    const { event, detail } = words.logged
    const stamp = { time: shownTime(time), user: person.name, version: '' }
    const line = logLine(copy.bench.book, logRow(stamp, { event, detail: detail(count) }))
    const logged = line && copy.makeChange(line, causeOf(itself, 'run', event))
    try {
      await copy.commit()
    } catch (error) {
      copy.rollBack()
      throw error
    }
    if (logged) changes.announce(logged)
  }
}
