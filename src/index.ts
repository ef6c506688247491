/** The library: the pure core, without Node or Google. */
import { documentOf as printed, type Document } from './document'
import { filledReport } from './narrative'
import type { Report } from './report'

export { check } from './checks'
export type {
  CellChange,
  CellRole,
  CheckOptions,
  CheckResult,
  Finding,
  FindingCell,
  Judgement,
  Repair,
  Severity,
} from './checks'
export { toDocx, toHtml, toText } from './document'
export type { Document } from './document'
export { EmptySourceError, readSource as read, UnreadableSourceError } from './intake'
export type { Reading, SourceKind, SourceProblem, TextKind } from './intake'
export { fieldsOf, fillFields } from './narrative'
export type { FieldListing, FilledText } from './narrative'
export { claims } from './narrative'
export type { Claim, ClaimKind, ClaimOptions } from './narrative'
export { ReportShapeError, totals } from './report'
export type { CellValue, Narrative, Report, UnplacedRow } from './report'

/** The report as a document, the fields 【…】 of its narrative filled in; `lastYear` gives them the figures of last year. */
export function documentOf(report: Report, options: { draft?: boolean; lastYear?: Report | null } = {}): Document {
  const { draft = false, lastYear = null } = options
  return printed(filledReport(report, lastYear), { draft })
}
