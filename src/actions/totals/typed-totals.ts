/** Totals that somebody typed over their formula. */
import type { CellId } from '../../form'
import { derivedTotals, plainDigits, readFigure } from '../../report'
import { readWorkbook, totalCells } from '../../workbook'
import type { ReadValue, WorkbookSnapshot } from '../../workbook'
import { totalsWords as words } from '../../words/actions'
import { readAt } from '../areas'
import { placeLabel } from '../place-label'

export interface TypedTotal {
  cell: CellId
  /** The tab's name as it is now, and the cell on it. */
  tab: string
  row: number
  column: number
  a1: string
  formulaR1C1: string
  /** What stands there, as read. */
  typed: ReadValue
  /** The sum of the addends; null where all are blank, undefined where one cannot be read. */
  sum: number | null | undefined
}

/** True where restoring the formula changes no figure. */
export function isHarmless({ typed, sum }: TypedTotal): boolean {
  return sum === null ? typed === '' : sum !== undefined && numericOf(typed) === sum
}

function numericOf(typed: ReadValue): number | null {
  if (typeof typed === 'number') return typed
  const figure = typeof typed === 'string' ? readFigure(typed) : null
  return typeof figure === 'number' ? figure : null
}

export interface TypedAndPlaced {
  typed: TypedTotal[]
  /** How many totals have a place at all; fewer than the form has where the layout is damaged. */
  placed: number
}

/** The snapshot must have formulas. */
export function typedTotals(snapshot: WorkbookSnapshot): TypedAndPlaced {
  const reading = readWorkbook(snapshot)
  const sums = derivedTotals(reading.report)
  const cells = totalCells(reading, snapshot)
  const typed = cells.flatMap(({ cell, place, a1, formulaR1C1, hasFormula }): TypedTotal[] => {
    const tab = reading.tabs.get(place.tab)
    const values = snapshot.tabs.find(({ name }) => name === tab)?.values
    if (hasFormula !== false || tab === undefined || !values) return []
    const { row, column } = place
    return [{ cell, tab, row, column, a1, formulaR1C1, typed: readAt(values, place), sum: sums[cell] }]
  })
  return { typed, placed: cells.length }
}

/** `三、依申请公开 “（七）总计”·自然人：填的是 8，各项之和 9`. */
export function describeTotal({ cell, typed, sum }: TypedTotal): string {
  const computed = sum === undefined ? words.open : sum === null ? words.blank : plainDigits(sum)
  return words.total(placeLabel(cell), typed === '' ? words.blank : String(typed), computed)
}
