import { withFigures, type Report } from '../report'
import type { Repair } from './finding'

/** The report with a repair's changes made; a row that the repair places leaves `unplaced`. */
export function applyRepair(report: Report, { changes }: Repair): Report {
  const placed = new Set(changes.map(({ cell }) => cell))
  const { unplaced, ...rest } = withFigures(report, Object.fromEntries(changes.map(({ cell, to }) => [cell, to])))
  const left = (unplaced ?? []).filter(({ cells }) => !cells.every((cell) => placed.has(cell)))
  return left.length > 0 ? { ...rest, unplaced: left } : rest
}
