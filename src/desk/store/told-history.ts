/** What the pages are told of earlier changes. */
import type { HistoryEntry, SheetPosition, TrailEntry } from '../protocol'
import type { History } from './history'
import type { EntryLine } from './lines'
import type { PatchEntry } from './store-state'

/** Of one cell, newest first. */
export function historyOf(past: History, place: SheetPosition): HistoryEntry[] {
  const { sheet, row, column } = place
  return past.of(place).flatMap(({ cells, seq, time, who, kind, what }) => {
    const change = cells.find((cell) => cell.sheet === sheet && cell.row === row && cell.column === column)
    return change ? [{ seq, time, who, kind, what, from: change.from, to: change.to }] : []
  })
}

/** What was done before the change of that number, newest first. */
export function trailOf(past: History, limit: number, before: number): TrailEntry[] {
  return past
    .entries((number) => number < before, limit)
    .map(({ seq, time, who, kind, what, cells }) => ({ seq, time, who, kind, what, cells }))
}

/** The latest of them up to the change `seq`, none left out. */
export function unbroken(latest: readonly EntryLine[], seq: number): EntryLine[] {
  const isBroken = (at: number) => latest[at]?.seq !== seq - (latest.length - 1 - at)
  let from = latest.length
  while (from > 0 && !isBroken(from - 1)) from -= 1
  return latest.slice(from)
}

/** With what a page needs of them. */
export function patchesOf(entries: readonly EntryLine[]): PatchEntry[] {
  return entries.map(({ seq, by, kind, patch, edit, editSum, overwrote }) => {
    const named = { ...(edit !== undefined && { edit }), ...(editSum !== undefined && { editSum }) }
    return { seq, by, kind, patch, ...named, ...(overwrote && { overwrote }) }
  })
}
