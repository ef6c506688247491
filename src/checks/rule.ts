import type { CellId } from '../form'
import { writtenForm, type CellValue } from '../report'
import { ruleWords, type RuleId } from '../words/checks'
import type { Finding, FindingCell, Repair, Severity } from './finding'
import { fingerprintOf } from './fingerprint'
import type { Subject } from './subject'

export interface Rule {
  /** Stable and never reused: verdicts of people and pages of the guide refer to it. */
  id: RuleId
  severity: Severity
  /** The edition of the form that the rule belongs to. */
  edition: string
  source: string
  why: string
  /** The figures of this year's report that the rule reads. */
  cells: readonly CellId[]
  /** What a blank among them does: it is the fault itself, leaves the rule open, or is left to other rules. */
  onBlank: 'fail' | 'cannotJudge' | 'silent'
  /** Never throws, whatever the report holds. */
  check(subject: Subject): Finding[]
  /** Changes that would settle one of the rule's own findings. */
  repairs?(subject: Subject, finding: Finding): Repair[]
}

export type RuleHead = Pick<Rule, 'id' | 'severity' | 'source'>

/** What differs from finding to finding of one rule; severity, outcome and source only where not the rule's own. */
export interface Found {
  cells: FindingCell[]
  /** The values the finding rests on, for its fingerprint. */
  values: readonly CellValue[]
  message: string
  outcome?: Finding['outcome']
  severity?: Severity
  source?: string
  /** What to do next, where it is not the rule's own advice. */
  advice?: string
  details?: Pick<Finding, 'section' | 'quote' | 'expected' | 'actual'>
}

/** A finding of a rule; the message gets the rule's advice. */
export function findingOf(rule: RuleHead, found: Found): Finding {
  const words = ruleWords[rule.id]
  const outcome = found.outcome ?? 'fail'
  const places = found.cells.map(({ id, role }) => `${role} ${id}`)
  return {
    rule: rule.id,
    severity: found.severity ?? rule.severity,
    outcome,
    cells: found.cells,
    ...found.details,
    message: found.message + (found.advice ?? words.advice),
    why: words.why,
    source: found.source ?? rule.source,
    fingerprint: fingerprintOf([rule.id, outcome, ...places, ...found.values.map(writtenForm)]),
  }
}
