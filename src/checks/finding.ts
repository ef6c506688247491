import type { CellId, NarrativeId } from '../form'
import type { CellValue } from '../report'

export type Severity = 'error' | 'warning' | 'info'

/** `cannotJudge`: what the rule needs is blank or unreadable, so it neither holds nor fails. */
export type Judgement = 'fail' | 'cannotJudge'

/** How a cell takes part in a finding: an addend, the total or balance it should equal, or the figure itself. */
export type CellRole = 'addend' | 'subtrahend' | 'total' | 'figure' | 'lastYear'

export interface FindingCell {
  id: CellId
  role: CellRole
}

/** Something a rule has to report. Its texts are Chinese, without any formatting of a host. */
export interface Finding {
  /** Stable id of the rule, never reused. */
  rule: string
  severity: Severity
  outcome: Judgement
  /** The cells concerned, the one to look at first in front; none for a finding about the report as a whole. */
  cells: FindingCell[]
  section?: NarrativeId
  /** The words of the source or narrative that the finding is about. */
  quote?: string
  expected?: CellValue
  actual?: CellValue
  /** Says what is wrong and where, the two values, and what to do. */
  message: string
  why: string
  /** The legal source or the form's own instruction. */
  source: string
  /** Stable while the rule, the place and the values it rests on stay the same. */
  fingerprint: string
}

export interface CellChange {
  cell: CellId
  from: CellValue
  to: CellValue
}

/** Changes that would resolve findings. `safe` keeps the meaning of what was written; `ask` waits for a person. */
export interface Repair {
  kind: 'safe' | 'ask'
  label: string
  changes: CellChange[]
  /** Fingerprints of the findings it resolves. */
  resolves: string[]
  /** How many other repairs are just as likely; absent where none is. The label says it too. */
  alike?: number
}

export interface CheckResult {
  findings: Finding[]
  /** Best first, for the report as a whole. */
  repairs: Repair[]
}
