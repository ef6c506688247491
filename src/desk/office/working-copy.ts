/** The workbook with changes that are not on the disk yet, and what is to be written about them. */
import { applyPatch, isEmptyPatch, patchBack } from '../book'
import type { Book } from '../book'
import { Bench } from '../bench'
import type { Ran, StoredFile } from '../bench'
import type { BookPatch, CellChange, EntryKind } from '../protocol'
import { cellChanges } from '../store'
import type { NewEntry, Store } from '../store'

/** Who makes a change, and what it is called. */
export interface Cause {
  by: string
  who: string
  kind: EntryKind
  what: string
}

export interface Change extends Cause {
  seq: number
  patch: BookPatch
  backward: BookPatch
  cells: CellChange[]
}

export class WorkingCopy {
  private entries: NewEntry[] = []
  private current: Book
  private workbench: Bench
  private files: readonly StoredFile[]

  constructor(
    private acknowledged: Book,
    private readonly store: Store,
    private readonly clock: () => Date,
  ) {
    this.current = acknowledged
    this.workbench = new Bench(structuredClone(acknowledged))
    this.files = store.kept.files
  }

  /** Where changes are made; its book holds what `next` holds. */
  get bench(): Bench {
    return this.workbench
  }

  /** The files that commands have made so far. */
  get stored(): readonly StoredFile[] {
    return this.files
  }

  /** The workbook with all acknowledged changes and no other. */
  get book(): Book {
    return this.acknowledged
  }

  /** The workbook with the changes that are not on the disk yet, too. */
  get next(): Book {
    return this.current
  }

  /** The number of the last change, written or not. */
  get seq(): number {
    return this.store.seq + this.entries.length
  }

  /** Adds what a command has changed; null: it changed nothing. */
  takeRan({ patch, stored }: Ran, cause: Cause): Change | null {
    if (stored) this.files = stored
    return this.take(patch, cause, stored)
  }

  /** Adds a change that no command made; the bench is told of it. */
  makeChange(patch: BookPatch, cause: Cause): Change | null {
    return this.take(this.workbench.apply(patch), cause)
  }

  /** Adds a change that the bench has made or does not see, as comments. */
  take(patch: BookPatch, cause: Cause, stored: readonly StoredFile[] | null = null): Change | null {
    if (isEmptyPatch(patch) && !stored) return null
    const before = this.current
    this.current = applyPatch(before, patch)
    const cells = cellChanges(before, this.current, patch)
    this.entries.push({
      time: this.clock().toISOString(),
      ...cause,
      cells,
      patch,
      ...(stored && { kept: { files: stored } }),
    })
    return { ...cause, seq: this.seq, patch, backward: patchBack(before, this.current, patch), cells }
  }

  async commit(): Promise<void> {
    if (this.entries.length) await this.store.append(this.entries)
    this.entries = []
    this.acknowledged = this.current
  }

  rollBack(): void {
    this.entries = []
    this.current = this.acknowledged
    this.workbench = new Bench(structuredClone(this.acknowledged))
    this.files = this.store.kept.files
  }
}
