/**
 * 计算合计 restores the formulas of totals that somebody typed over: at once where the typed number is the sum, otherwise
 * only if a person agrees. Nothing else changes.
 */
import type { ReadValue, TabKey, WorkbookSnapshot } from '../../workbook'
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
}

/** The plan is noted first and deleted last, so that the next run finishes one that was cut off. */
export function planTotals(reading: TotalsReading, { restored, kept }: Decision, placed: number, stamp: Stamp): Plan {
  const message = words.done(restored.map(describeTotal), kept.map(describeTotal), placed)
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

/** The typed totals that still stand as they were when the person was asked. */
export function stillTyped(totals: readonly TypedTotal[], now: WorkbookSnapshot): TypedTotal[] {
  return totals.filter(({ tab, row, column, typed }) => {
    const values = now.tabs.find(({ name }) => name === tab)?.values ?? []
    return readAt(values, { row, column }) === typed
  })
}
