/** What a workbook's files tell of earlier changes. */
import type { HistoryEntry, SheetPosition, TrailEntry } from '../protocol'
import { History } from './history'
import type { EntryLine } from './lines'
import type { PatchEntry, StoreState } from './store-state'

/** The latest changes up to the change `seq`, none left out. */
function unbroken(latest: readonly EntryLine[], seq: number): EntryLine[] {
  const isBroken = (at: number) => latest[at]?.seq !== seq - (latest.length - 1 - at)
  let from = latest.length
  while (from > 0 && !isBroken(from - 1)) from -= 1
  return latest.slice(from)
}

/** With what a page needs of the changes. */
function patchesOf(entries: readonly EntryLine[]): PatchEntry[] {
  return entries.map(({ seq, by, kind, patch, edit, editSum, overwrote }) => {
    const named = { ...(edit !== undefined && { edit }), ...(editSum !== undefined && { editSum }) }
    return { seq, by, kind, patch, ...named, ...(overwrote && { overwrote }) }
  })
}

export class StoreHistory {
  constructor(protected readonly state: StoreState) {}

  get path(): string {
    return this.state.path
  }

  /** Number of the last acknowledged change. */
  get seq(): number {
    return this.state.seq
  }

  /** Number of the change that tells that the history before it was erased; 0: it never was. */
  get erasedAt(): number {
    return this.state.erased.erasedAt
  }

  /** How many changes people have made that the history tells of. */
  peoplesChanges(): number {
    return this.past.countOfPeople(this.erasedAt)
  }

  /** Newest first. */
  history(place: SheetPosition): HistoryEntry[] {
    const { sheet, row, column } = place
    return this.past.of(place).flatMap(({ cells, seq, time, who, kind, what }) => {
      const change = cells.find((cell) => cell.sheet === sheet && cell.row === row && cell.column === column)
      return change ? [{ seq, time, who, kind, what, from: change.from, to: change.to }] : []
    })
  }

  /** What was done before the change of this number, newest first. */
  trail(limit: number, before = Infinity): TrailEntry[] {
    return this.past
      .entries((number) => number < before, limit)
      .map(({ seq, time, who, kind, what, cells }) => ({ seq, time, who, kind, what, cells }))
  }

  /** The latest changes, oldest first. Where a journal was lost some are missing between them. */
  latest(limit: number): EntryLine[] {
    return this.past.entries(() => true, limit).reverse()
  }

  /** The latest changes up to the last one of all, none left out, with what a page needs of them. */
  patches(limit: number): PatchEntry[] {
    return patchesOf(unbroken(this.latest(limit), this.seq))
  }

  private get past(): History {
    const { disk, path, id } = this.state
    return new History(disk, path, id)
  }
}
