/**
 * 计算合计 restores the formulas of totals that somebody typed over: at once where the typed number is the sum, otherwise
 * only if a person agrees. Nothing else changes.
 */
import { readWorkbook, totalCells } from '../../workbook'
import type { ReadValue, TabKey, TabSnapshot, WorkbookSnapshot } from '../../workbook'
import { totalsWords as words } from '../../words/actions'
import { readAt } from '../areas'
import { formulaWrites } from '../formula-writes'
import { isLogged, logRow, logWrite } from '../log'
import type { CellWrite, Plan } from '../plan'
import { propertyNames, storedObject, type Properties } from '../properties'
import type { Stamp } from '../stamp'
import { describeTotal, isHarmless, typedTotals, type TypedTotal } from './typed-totals'

/** The tabs whose values and formulas are read. */
export const totalTabs: readonly TabKey[] = ['table3', 'table4']

export interface TotalsReading {
  /** With formulas. */
  snapshot: WorkbookSnapshot
  properties: Properties
  /** The tabs' ids, by the names they had. */
  ids: Readonly<Record<string, number>>
  /** The tab of 流程记录, null where it is missing. */
  log: string | null
}

/** What a run had begun when it was cut off: the cells to restore and the entry to make. */
interface Pending {
  cells: { tab: string; a1: string; typed: ReadValue }[]
  row: string[]
}

const isText = (value: unknown): value is string => typeof value === 'string'

function pendingOf(properties: Properties): Pending | null {
  const stored = storedObject(properties, propertyNames.pendingTotals)
  if (!stored || !Array.isArray(stored.cells) || !Array.isArray(stored.row)) return null
  return { cells: stored.cells as Pending['cells'], row: stored.row.filter(isText) }
}

export function isInterrupted(properties: Properties): boolean {
  return pendingOf(properties) !== null
}

export interface TypedTotals {
  harmless: TypedTotal[]
  /** Those whose restoring changes a figure. */
  differing: TypedTotal[]
  /** What the person is asked about the differing ones. */
  question: string
  placed: number
}

export function findTypedTotals({ snapshot }: TotalsReading): TypedTotals {
  const { typed, placed } = typedTotals(snapshot)
  const differing = typed.filter((total) => !isHarmless(total))
  const question = words.question(differing.map(describeTotal))
  return { harmless: typed.filter(isHarmless), differing, question, placed }
}

const pendingWrite = (pending: Pending | null): CellWrite => ({
  kind: 'property',
  name: propertyNames.pendingTotals,
  value: pending && JSON.stringify(pending),
})

export interface Decision {
  restored: TypedTotal[]
  /** Typed totals that the person wants to keep. */
  kept: TypedTotal[]
  /** So many were changed or moved while the person was asked. */
  changed: number
}

/** The plan is noted first and deleted last, so that the next run finishes one that was cut off. */
export function planTotals(
  reading: TotalsReading,
  { restored, kept, changed }: Decision,
  placed: number,
  stamp: Stamp,
): Plan {
  const message = words.done(restored.map(describeTotal), kept.map(describeTotal), placed, changed)
  if (restored.length + kept.length === 0) return { writes: [], message }
  const detail = words.logged(restored.map(describeTotal), kept.map(describeTotal))
  const row = logRow(stamp, { event: words.event, detail })
  if (restored.length === 0) return { writes: logWrite(reading.log, row), message }
  const cells = restored.map(({ tab, a1, typed }) => ({ tab, a1, typed }))
  return {
    writes: [
      pendingWrite({ cells, row }),
      ...formulaWrites(restored),
      ...logWrite(reading.log, row),
      pendingWrite(null),
    ],
    message,
  }
}

/** Finishes what an earlier run had begun; `logged` is 流程记录 as it stands. */
export function planUnfinished(reading: TotalsReading, logged: readonly (readonly ReadValue[])[]): Plan {
  const pending = pendingOf(reading.properties)
  if (!pending) return { writes: [], message: '' }
  const isMeant = ({ tab, a1, typed }: TypedTotal) =>
    pending.cells.some((cell) => cell.tab === tab && cell.a1 === a1 && cell.typed === typed)
  const left = typedTotals(reading.snapshot).typed.filter(isMeant)
  const entry = isLogged(logged, pending.row) ? [] : logWrite(reading.log, pending.row)
  return { writes: [...formulaWrites(left), ...entry, pendingWrite(null)], message: words.finished }
}

/** The tabs on which somebody typed over a total. */
export function typedTabs({ ids }: TotalsReading, { harmless, differing }: TypedTotals): number[] {
  return [...new Set([...harmless, ...differing].map(({ tab }) => tab))].flatMap((tab) => ids[tab] ?? [])
}

/** The same reading after a question, with the names that tabs have now and what stands on them. */
export function readingNow(before: TotalsReading, tabs: ReadonlyMap<number, TabSnapshot>): TotalsReading {
  const nameNow = (name: string | null): string | null =>
    (name === null ? undefined : tabs.get(before.ids[name] ?? NaN)?.name) ?? null
  const names = before.snapshot.names.flatMap((named) => {
    const tab = nameNow(named.tab)
    return tab === null ? [] : [{ ...named, tab }]
  })
  return { ...before, snapshot: { tabs: [...tabs.values()], names }, log: nameNow(before.log) }
}

/** The typed totals that hold what they held when the person was asked, where they stand now. */
export function stillTyped(totals: readonly TypedTotal[], { snapshot }: TotalsReading): TypedTotal[] {
  const reading = readWorkbook(snapshot)
  const cells = new Map(totalCells(reading, snapshot).map((total) => [total.cell, total]))
  return totals.flatMap((total): TypedTotal[] => {
    const now = cells.get(total.cell)
    const tab = now && reading.tabs.get(now.place.tab)
    const values = snapshot.tabs.find(({ name }) => name === tab)?.values ?? []
    if (!now || tab === undefined || readAt(values, now.place) !== total.typed) return []
    const { place, a1, formulaR1C1 } = now
    return [{ ...total, tab, row: place.row, column: place.column, a1, formulaR1C1 }]
  })
}
