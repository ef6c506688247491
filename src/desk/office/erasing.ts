/** Erases for good what the workbook held before: the journal, what memory knows of it, and copies of earlier days. */
import { logRow } from '../../actions'
import { eraseWords as words } from '../../words/versions'
import { shownTime } from '../book'
import type { Erased, ErasePreview, Person } from '../protocol'
import { StoreError } from '../store'
import type { Store } from '../store'
import { causeOf, itself } from './cause'
import type { Changes } from './changes'
import { logLine } from './edit-log'
import { OfficeError } from './error'
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
  clock: () => Date
}

export class Erasing {
  constructor(private readonly parts: ErasingParts) {}

  /** What would be erased, for the question. */
  async preview(person: Person): Promise<ErasePreview> {
    refuseReviewer(person)
    const { store } = this.parts
    return { changes: store.seq, files: store.namesOf(await store.oldFiles()) }
  }

  /**
   * Rejects with an OfficeError. Each step can be done again: the old journal is replaced at one stroke, when the .xlsx
   * has all changes; what is deleted is deleted after that.
   */
  async erase(person: Person): Promise<Erased> {
    refuseReviewer(person)
    const { changes, store, versions, writeLog } = this.parts
    await writeLog()
    await this.saved()
    const files = await store.oldFiles()
    const count = store.seq
    await changes.alone(() => this.begin(person, count))
    await this.saved()
    const left = await store.removeOld(files)
    await versions.keepDaily()
    await store.witness()
    return { changes: count, left: store.namesOf(left) }
  }

  private async begin(person: Person, count: number): Promise<void> {
    const { changes, store, known, clock } = this.parts
    const { copy } = changes
    if (store.isBehind) throw new OfficeError('conflict', words.failed)
    await store.beginAnew(copy.book)
    for (const part of [changes.steps, changes.writers, known]) part.forget()
    const time = clock().toISOString()
    const cause = causeOf(person, 'run', words.logged.event)
    await store.append([{ ...cause, time, cells: [], patch: { cells: {} } }])
    const stamp = { time: shownTime(time), user: person.name, version: '' }
    const { event, detail } = words.logged
    const line = logLine(copy.bench.book, logRow(stamp, { event, detail: detail(count) }))
    const logged = line && copy.makeChange(line, causeOf(itself, 'run', event))
    await copy.commit()
    if (logged) changes.announce(logged)
  }

  private async saved(): Promise<void> {
    try {
      await this.parts.changes.save()
    } catch (error) {
      throw error instanceof StoreError ? new OfficeError('failed', error.message) : error
    }
  }
}
