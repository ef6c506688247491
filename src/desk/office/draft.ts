/** The workbook with changes that are not on the disk yet, and what is to be written about them. */
import { applyPatch, isEmptyPatch, patchBack } from '../book'
import type { Book } from '../book'
import type { Kept, LiveHost, LiveResult } from '../host'
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

export class Draft {
  private entries: NewEntry[] = []
  private current: Book

  constructor(
    private acknowledged: Book,
    private readonly store: Store,
    private readonly host: () => LiveHost,
    private readonly clock: () => Date,
  ) {
    this.current = acknowledged
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

  /** Adds what a call of the host has changed; null: it changed nothing. */
  takeResult(result: LiveResult, cause: Cause, keptBefore: Kept): Change | null {
    const isKept = JSON.stringify(result.kept) !== JSON.stringify(keptBefore)
    return this.take(result.patch, cause, isKept ? result.kept : undefined)
  }

  /** Adds a change that no script made. The host is told of it. */
  makeChange(patch: BookPatch, cause: Cause): Change | null {
    return this.take(this.host().apply(patch), cause)
  }

  /** Adds a change outside the cells, which scripts do not see. */
  take(patch: BookPatch, cause: Cause, kept?: Kept): Change | null {
    if (isEmptyPatch(patch) && !kept) return null
    const before = this.current
    this.current = applyPatch(before, patch)
    const cells = cellChanges(before, this.current, patch)
    this.entries.push({ time: this.clock().toISOString(), ...cause, cells, patch, ...(kept && { kept }) })
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
    this.host().reset(this.store.kept)
  }
}
