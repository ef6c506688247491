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
  /** The report with the chosen readings in it. */
  report: Report
  rows: RowChoice[]
}

function readingsOf(report: Report): { message: string; readings: Repair[] }[] {
  const { repairs } = check(report)
  return raggedRows(report).map(({ message, fingerprint }, index) => {
    const cells = report.unplaced?.[index]?.cells ?? []
    const isReading = ({ resolves, changes }: Repair) =>
      resolves.includes(fingerprint) && changes.every(({ cell }) => cells.includes(cell))
    return { message, readings: repairs.filter(isReading) }
  })
}

/** Of several chosen readings of one row the first counts. */
export function chooseReadings(given: Report, choices: readonly string[]): Chosen {
  let report = given
  const rows = readingsOf(given).map(({ message, readings }): RowChoice => {
    const chosen = readings.find((reading) => choices.includes(repairId(reading)))
    if (chosen) report = applyRepair(report, chosen)
    const options = readings.map((reading) => ({ id: repairId(reading), label: reading.label }))
    return { message, options, chosen: chosen ? repairId(chosen) : null }
  })
  return { report, rows }
}
