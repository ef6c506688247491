import { totalIdentities, type CellId } from '../form'
import { meaningOf } from './read-figure'
import { numberOf, sumExactly, type CellValue } from './cell-value'
import { withFigures, type Report } from './report'

type Figures = Record<CellId, CellValue>

/**
 * The sum of the addends: blanks are left out, and a row of blanks has a blank total. An addend that is no number
 * leaves the total open (`undefined`), because its sum cannot be known.
 */
function sumOf(figures: Figures, addends: readonly CellId[]): number | null | undefined {
  const meanings = addends.map((id) => meaningOf(figures[id]))
  if (meanings.some((meaning) => meaning.kind === 'unreadable')) return undefined
  const numbers = addends.flatMap((id) => numberOf(figures[id]) ?? [])
  return numbers.length === 0 ? null : sumExactly(numbers)
}

/** Every total as its identity derives it from the inputs: cell id → number, null (blank) or undefined (open). */
export function derivedTotals(report: Report): Record<CellId, number | null | undefined> {
  const figures = { ...report.figures }
  const derived: Record<CellId, number | null | undefined> = {}
  for (const { left, right } of totalIdentities) {
    const total = right[0]?.cell
    if (total === undefined) continue
    const sum = sumOf(
      figures,
      left.map((term) => term.cell),
    )
    derived[total] = sum
    if (sum !== undefined) figures[total] = sum
  }
  return derived
}

/** The report with every total computed from its addends; a total whose addends are unreadable keeps what it has. */
export function totals(report: Report): Report {
  const recalculated = Object.entries(derivedTotals(report)).filter(
    (entry): entry is [CellId, number | null] => entry[1] !== undefined,
  )
  return withFigures(report, Object.fromEntries(recalculated))
}
