/** Rows of a source that fit their cells in more than one way: what a person can choose. */
import { applyRepair, check, raggedRows, type Repair } from '../../checks'
import type { Report } from '../../report'
import { repairId } from '../sidebar/repaired-cells'

export interface RowChoice {
  message: string
  options: { id: string; label: string }[]
  /** The chosen option's id; null: none, and the cells stay blank. */
  chosen: string | null
}

export interface Chosen {
  /** The report with the chosen placements in it. */
  report: Report
  rows: RowChoice[]
}

function placementsOf(report: Report): { message: string; placements: Repair[] }[] {
  const { repairs } = check(report)
  return raggedRows(report).map(({ message, fingerprint }, index) => {
    const cells = report.unplaced?.[index]?.cells ?? []
    const isPlacement = ({ resolves, changes }: Repair) =>
      resolves.includes(fingerprint) && changes.every(({ cell }) => cells.includes(cell))
    return { message, placements: repairs.filter(isPlacement) }
  })
}

/** Of several chosen placements of one row the first counts. */
export function choosePlacements(given: Report, choices: readonly string[]): Chosen {
  let report = given
  const rows = placementsOf(given).map(({ message, placements }): RowChoice => {
    const chosen = placements.find((placement) => choices.includes(repairId(placement)))
    if (chosen) report = applyRepair(report, chosen)
    const options = placements.map((placement) => ({ id: repairId(placement), label: placement.label }))
    return { message, options, chosen: chosen ? repairId(chosen) : null }
  })
  return { report, rows }
}
