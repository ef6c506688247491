import type { CellId, NarrativeId, TableId } from '../form'
import type { CellValue } from './cell-value'

/** The three narrative sections (一, 五, 六), paragraphs separated by a line feed. */
export type Narrative = Record<NarrativeId, string>

/**
 * A row of a source whose figures fit its cells in more than one way, or in none: its cells stay blank and the row is
 * kept as written until a person chooses.
 */
export interface UnplacedRow {
  table: TableId
  /** The figures the row should have filled, in print order. */
  cells: CellId[]
  /** The figures as written, in the order of the source. */
  written: string[]
  /** Where in the source the row stands, for the person who looks it up. */
  place: string
}

/** One annual report: the canonical record, in the shape it has in JSON. A missing figure is blank. */
export interface Report {
  /** Edition of the form, `2021`. */
  edition: string
  /** The office that reports; empty where unknown. */
  unit: string
  /** The year reported on; null where unknown. */
  year: number | null
  figures: Record<CellId, CellValue>
  narrative: Narrative
  unplaced?: UnplacedRow[]
}

export function emptyReport(unit: string, year: number | null): Report {
  return { edition: '2021', unit, year, figures: {}, narrative: { overview: '', problems: '', other: '' } }
}

/** The report with some figures changed; the given report stays as it is. */
export function withFigures(report: Report, changes: Readonly<Record<CellId, CellValue>>): Report {
  return { ...report, figures: { ...report.figures, ...changes } }
}
