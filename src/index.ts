/** The library: the pure core, without Node or Google. */
export { check } from './checks'
export type {
  CellChange,
  CellRole,
  CheckOptions,
  CheckResult,
  Finding,
  FindingCell,
  Outcome,
  Repair,
  Severity,
} from './checks'
export { documentOf, toDocx, toHtml, toText } from './document'
export type { Document } from './document'
export { EmptySourceError, readSource as read, UnreadableSourceError } from './intake'
export type { Reading, SourceKind, SourceProblem, TextKind } from './intake'
export { claims } from './narrative'
export type { Claim, ClaimKind, ClaimOptions } from './narrative'
export { ReportShapeError, totals } from './report'
export type { CellValue, Narrative, Report, UnplacedRow } from './report'
