/** The workbook with changes that are not on the disk yet, and what is to be written about them. */
import { applyPatch, copyBook, isEmptyPatch } from '../book'
import type { Book, BookChange } from '../book'
import { Bench } from '../bench'
import type { Ran, StoredFile } from '../bench'
import type { BookPatch, CellChange, EntryKind, Overwrote } from '../protocol'
import { cellChanges } from '../store'
import type { NewEntry, Store } from '../store'

/** Who makes a change, and what it is called. */
export interface Cause {
  by: string
  who: string
  kind: EntryKind
  what: string
  /** The name that the page gave to an edit. */
  edit?: string
  /** A short sum of what the edit writes. */
  editSum?: string
  /** What it replaced of others' that its author had not seen. */
  overwrote?: Overwrote[]
}

export interface Change extends Cause {
  seq: number
  patch: BookPatch
  backward: BookPatch
  cells: CellChange[]
}

/** A change that is not on the disk yet. */
interface Waiting {
  entry: NewEntry
  back: BookPatch
}

export class WorkingCopy {
  /** Where changes are made. Its book holds the changes that are not on the disk yet, too. */
  readonly bench: Bench
  private waiting: Waiting[] = []
  private files: readonly StoredFile[]

  /** @param book belongs to the working copy from now on */
  constructor(
    book: Book,
    private readonly store: Store,
    private readonly clock: () => Date,
  ) {
    this.bench = new Bench(book)
    this.files = store.kept.files
  }

  /** The files that commands have made so far. */
  get stored(): readonly StoredFile[] {
    return this.files
  }

  /** A copy of the workbook with all acknowledged changes and no other. */
  get book(): Book {
    const book = copyBook(this.bench.book)
    for (const { back } of [...this.waiting].reverse()) applyPatch(book, back)
    return book
  }

  /** Reads the same without a copy where that can be; what is kept of it must be copied. */
  read<T>(look: (book: Book) => T): T {
    return look(this.waiting.length === 0 ? this.bench.book : this.book)
  }

  /** The number of the last change, written or not. */
  get seq(): number {
    return this.store.seq + this.waiting.length
  }

  /** Adds what a command has changed; null: it changed nothing. */
  takeRan({ patch, back, stored }: Ran, cause: Cause): Change | null {
    if (stored) this.files = stored
    return this.take({ patch, back }, cause, stored)
  }

  /** Makes a change on the bench that no command makes, and adds it. `told`: for the history, instead of its cells. */
  makeChange(patch: BookPatch, cause: Cause, told?: CellChange[]): Change | null {
    const change = this.take(this.bench.apply(patch), cause)
    const last = this.waiting.at(-1)
    if (change && told && last) last.entry.cells = change.cells = told
    return change
  }

  /** All that the work changes, or nothing: what it added before it threw is taken back. Earlier changes stay. */
  whole<T>(work: () => T): T {
    const { files } = this
    const count = this.waiting.length
    try {
      return work()
    } catch (error) {
      this.takeBack(count)
      this.files = files
      throw error
    }
  }

  /** Adds a change that the bench has made. Where that fails, the bench is as it was before the change. */
  take({ patch, back }: BookChange, cause: Cause, stored: readonly StoredFile[] | null = null): Change | null {
    if (isEmptyPatch(patch) && !stored) return null
    try {
      return this.added({ patch, back }, cause, stored)
    } catch (error) {
      this.bench.apply(back)
      throw error
    }
  }

  private added({ patch, back }: BookChange, cause: Cause, stored: readonly StoredFile[] | null): Change {
    const cells = cellChanges(this.bench.book, { patch, back })
    const kept = stored && { kept: { files: stored } }
    this.waiting.push({ entry: { time: this.clock().toISOString(), ...cause, cells, patch, ...kept }, back })
    return { ...cause, seq: this.seq, patch, backward: back, cells }
  }

  /** The changes that are not on the disk yet, in their order. */
  get unwritten(): readonly Pick<Change, 'seq' | 'by' | 'who' | 'kind' | 'cells'>[] {
    return this.waiting.map(({ entry }, at) => ({ ...entry, seq: this.store.seq + 1 + at }))
  }

  async commit(): Promise<void> {
    if (this.waiting.length) await this.store.append(this.waiting.map(({ entry }) => entry))
    this.waiting = []
  }

  rollBack(): void {
    this.takeBack(0)
    this.files = this.store.kept.files
  }

  /** Takes back what waits, the latest first, but for the first `count` changes. */
  private takeBack(count: number): void {
    for (const { back } of this.waiting.splice(count).reverse()) this.bench.apply(back)
  }
}
