/** A repair cell by cell: what is written where. */
import { applyRepair, fingerprintOf, type CellChange, type Repair } from '../../checks'
import { totalIdentities } from '../../form'
import { derivedTotals, writtenForm, type CellValue, type Report } from '../../report'
import type { Place, WorkbookReading } from '../../workbook'

export interface RepairedCell extends CellChange {
  place: Place
  /** True where the formula of a total is restored, since that gives the value. */
  isFormula: boolean
}

/** Made of the changes and their values: so what was shown is what is applied. */
export function repairId({ changes }: Repair): string {
  return fingerprintOf(changes.flatMap(({ cell, from, to }) => [cell, writtenForm(from), writtenForm(to)]))
}

const isPlain = (value: CellValue | undefined): boolean => typeof value !== 'object' || value === null

/** A formula adds up numbers only: a text among its addends is passed over, whatever number it stands for. */
function isSum(after: Report, { cell, to }: CellChange): boolean {
  const identity = totalIdentities.find(({ right }) => right[0]?.cell === cell)
  const isAdded = identity?.left.every((addend) => isPlain(after.figures[addend.cell])) ?? false
  return isAdded && derivedTotals(after)[cell] === to
}

/** Null where one of the cells has no certain place. */
export function repairedCells(repair: Repair, { report, places }: WorkbookReading): RepairedCell[] | null {
  const after = applyRepair(report, repair)
  const cells = repair.changes.flatMap((change): RepairedCell[] => {
    const place = places.get(change.cell)
    return place ? [{ ...change, place, isFormula: isSum(after, change) }] : []
  })
  return cells.length === repair.changes.length ? cells : null
}
