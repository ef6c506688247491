/** Every change is made in its turn, written to the disk, then told to the pages. */
import { basename, dirname } from 'node:path'
import { storeWords } from '../../words/store'
import type { OfficeEvent, Person } from '../protocol'
import { StoreError } from '../store'
import type { Store } from '../store'
import { WorkingCopy } from './working-copy'
import type { Change } from './working-copy'
import { knownReason, OfficeError } from './error'
import type { OfficeOptions } from './options'
import { Outside } from './outside'
import { logOf } from './own-tabs'
import { Queue } from './queue'
import { Saver } from './saver'
import { Steps } from './steps'
import type { Book } from '../book'
import { Writers } from './writers'

type Listener = (event: OfficeEvent) => void

export interface ChangeOptions {
  isApart?: boolean
  /** Told before the change is made. */
  started?: () => void
}

/** A StoreError, as of a full disk, becomes an OfficeError. */
function asOfficeError(error: unknown): unknown {
  return error instanceof StoreError ? new OfficeError('failed', error.message) : error
}

export class Changes {
  readonly copy: WorkingCopy
  readonly writers: Writers
  readonly steps: Steps
  private readonly queue: Queue
  private readonly saver: Saver
  private readonly listeners = new Set<Listener>()
  /** Why the .xlsx cannot be written now; null: it can. */
  unwritten: string | null = null
  private isClosed = false
  /** Who has the workbook open; set by the office. */
  present: () => readonly Person[] = () => []
  private readonly outside: Outside
  private readonly saving: Parameters<Store['save']>[0]
  /** Where the workbook was kept at the end, because its own folder was gone. */
  rescuedAt: string | null = null

  constructor(
    private readonly store: Store,
    book: Book,
    clock: () => Date,
    private readonly options: Pick<OfficeOptions, 'toXlsx' | 'restSeconds' | 'rescued' | 'onFault'>,
  ) {
    const { toXlsx, restSeconds = 3, onFault } = options
    this.copy = new WorkingCopy(book, store, clock)
    this.writers = new Writers(store, () => this.copy.unwritten)
    this.steps = new Steps(this.writers, () => logOf(this.copy.bench.book))
    this.queue = new Queue({ commit: () => this.copy.commit(), rollBack: () => this.copy.rollBack() })
    const inTurn = this.queue.inTurn.bind(this.queue)
    store.keepBy({
      book: () => this.copy.book,
      notice: (text) => this.tell({ type: 'notice', text }),
      fileGone: () => this.saveAtRest(),
      inTurn,
    })
    this.saving = { book: () => this.copy.book, make: toXlsx, inTurn }
    this.outside = new Outside(store, this.copy, clock, {
      inTurn,
      announce: (change) => this.announce(change),
      tell: (event) => this.tell(event),
      present: () => this.present(),
    })
    this.saver = new Saver({
      rest: restSeconds,
      most: 60,
      again: 30,
      write: () => this.outside.save(this.saving),
      reasonOf: (error) => {
        const known = knownReason(error)
        if (known === null) onFault?.(error)
        return known ?? storeWords.faultSaving(basename(store.path))
      },
      failed: (reason) => {
        void store.witness()
        this.unwritten = reason
        this.tell({ type: 'notice', text: reason })
        this.tell({ type: 'file', isWritten: false, reason })
      },
      written: () => {
        this.unwritten = null
        this.tell({ type: 'file', isWritten: true })
      },
    })
  }

  /** The number of the last acknowledged change. */
  get seq(): number {
    return this.store.seq
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  tell(event: OfficeEvent): void {
    for (const listener of this.listeners) listener(event)
  }

  /** Does `perform` in its turn, and `done` when its changes are on the disk. Rejects with an OfficeError. */
  make<T, Answer>(
    perform: () => T,
    done: (made: T) => Answer,
    { isApart = false, started }: ChangeOptions = {},
  ): Promise<Answer> {
    if (this.isClosed) return Promise.reject(new OfficeError('conflict', storeWords.closed))
    return new Promise((resolve, reject) => {
      const made: T[] = []
      const job = {
        isApart,
        perform: () => void made.push(this.copy.whole(perform)),
        done: () => {
          for (const one of made) resolve(done(one))
        },
        failed: (error: unknown) => reject(asOfficeError(error)),
      }
      // Let the events reach the pages before this process is busy.
      if (started) {
        this.queue.alone(async () => {
          started()
          await new Promise((next) => setImmediate(next))
        })
      }
      this.queue.add(job)
    })
  }

  /** Does what must not overlap with a change. Rejects with an OfficeError. */
  async alone<T>(work: () => T | Promise<T>): Promise<T> {
    if (this.isClosed) throw new OfficeError('conflict', storeWords.closed)
    return this.queue.inTurn(work).catch((error: unknown) => {
      throw asOfficeError(error)
    })
  }

  /** Tells the pages of a change that is on the disk. */
  announce(change: Change): void {
    const { seq, by, kind, patch } = change
    this.writers.wrote(change)
    this.tell({ type: 'patch', seq, by, kind, patch })
    this.saveAtRest()
  }

  saveAtRest(): void {
    if (!this.isClosed) this.saver.changed()
  }

  save(): Promise<void> {
    return this.saver.now()
  }

  /** Finishes what is under way, writes the file and lets the workbook go. Rejects when the file was not written. */
  async close(): Promise<void> {
    this.isClosed = true
    // Without this a save that is due could write after the workbook is closed.
    this.saver.stop()
    await this.saver.whenIdle()
    await this.queue.whenIdle()
    try {
      if (this.store.isBehind) await this.saver.last()
    } catch (error) {
      throw await this.elsewhere(error)
    } finally {
      this.saver.stop()
      await this.store.close()
      this.listeners.clear()
    }
  }

  /** What to tell about a file that was not written. Where not even the journal is in its place, all is kept elsewhere. */
  private async elsewhere(error: unknown): Promise<unknown> {
    const { rescued } = this.options
    if (!(error instanceof StoreError) || rescued === undefined || this.store.isKept) return error
    const { path } = this.store
    this.rescuedAt = await this.store.rescue(this.saving, rescued)
    return new StoreError(storeWords.rescued(basename(path), dirname(path), this.rescuedAt))
  }
}
