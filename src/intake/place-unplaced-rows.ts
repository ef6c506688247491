import { edition2021, identities, type CellId } from '../form'
import { numberOf, withFigures, type CellValue, type Report, type UnplacedRow } from '../report'
import { raggedPlacements, type Finding } from '../checks'
import { intakeWords as words } from '../words/intake'
import { tabNames } from '../words/tabs'
import { sourceFinding } from './findings'

/** Whether an identity that can be judged reads each of the figures, and all such identities hold. */
function isConfirmed(report: Report, figures: Readonly<Record<CellId, CellValue>>): boolean {
  const numberAt = (cell: CellId) => numberOf(cell in figures ? figures[cell] : report.figures[cell]) ?? NaN
  const sum = (terms: readonly { cell: CellId; sign: number }[]) =>
    terms.reduce((total, { cell, sign }) => total + sign * numberAt(cell), 0)
  const holding = identities.filter(({ left, right }) => Math.abs(sum(left) - sum(right)) < 1e-6)
  const confirmed = new Set(holding.flatMap(({ left, right }) => [...left, ...right].map(({ cell }) => cell)))
  return Object.entries(figures).every(([cell, value]) => value === null || confirmed.has(cell))
}

/**
 * The figures of the only reading of a row that satisfies every identity; undefined where there are several, none, or
 * no identity to judge by. A cell that the source lost stays blank, for a 0 there would not be in the source.
 */
function onlyReading(report: Report, row: UnplacedRow): Record<CellId, CellValue> | undefined {
  if (row.table === 'table2' || row.written.length === row.cells.length) return undefined
  const alone: Report = { ...report, edition: edition2021.edition, unplaced: [row] }
  const placements = raggedPlacements(alone)
  const [reading] = placements
  if (!reading || placements.length > 1) return undefined
  const values = reading.changes.map(({ cell, to }) => [cell, to] as const)
  const blanks = values.filter(([, value]) => value === null).length
  if (blanks !== Math.max(0, row.cells.length - row.written.length)) return undefined
  const figures = Object.fromEntries(values)
  return isConfirmed(report, figures) ? figures : undefined
}

function repairedFinding({ table, cells, written, place }: UnplacedRow): Finding {
  const message = words.repaired(words.placeIn(tabNames[table], place), cells.length, written)
  const quote = written.join(' ')
  return sourceFinding('READ.REPAIRED_ROW', 'warning', { message, rests: [...cells, ...written], cells, quote })
}

/** Places rows with too many or too few figures where only one reading satisfies every identity, and reports each. */
export function placeUnplacedRows(report: Report): { report: Report; findings: Finding[] } {
  const { unplaced = [], ...rest } = report
  const certain = unplaced.flatMap((row) => {
    const figures = onlyReading(report, row)
    return figures ? [{ row, figures }] : []
  })
  const left = unplaced.filter((row) => !certain.some((entry) => entry.row === row))
  const placed = certain.reduce<Report>((so, { figures }) => withFigures(so, figures), rest)
  return {
    report: left.length > 0 ? { ...placed, unplaced: left } : placed,
    findings: certain.map(({ row }) => repairedFinding(row)),
  }
}
