import type { CellId } from '../form'
import { writtenForm, type CellValue } from '../report'
import { ruleWords, type RuleId } from '../words/checks'
import type { Finding, FindingCell, Repair, Severity } from './finding'
import { fingerprintOf } from './fingerprint'
import type { Subject } from './subject'

export interface Rule {
  /** Stable and never reused: people's opinions about findings, and the rule pages, refer to it. */
  id: RuleId
  severity: Severity
  /** The edition of the form that the rule belongs to. */
  edition: string
  source: string
  why: string
  /** The figures of this year's report that the rule reads. */
  cells: readonly CellId[]
  /** A blank among them is the fault (`fail`), keeps the rule from judging, or is left to other rules (`silent`). */
  onBlank: 'fail' | 'cannotJudge' | 'silent'
  /** Never throws, whatever the report holds. */
  check(subject: Subject): Finding[]
  /** Repairs that would resolve one of the rule's own findings. */
  repairs?(subject: Subject, finding: Finding): Repair[]
}

export type RuleHead = Pick<Rule, 'id' | 'severity' | 'source'>

/** What a rule has to report: a fault, or that it cannot judge. Severity, outcome and source only if not the rule's. */
export interface Fault {
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

/** The finding that reports a fault. The rule's advice is added to the message. */
export function findingOf(rule: RuleHead, fault: Fault): Finding {
  const words = ruleWords[rule.id]
  const outcome = fault.outcome ?? 'fail'
  const places = fault.cells.map(({ id, role }) => `${role} ${id}`)
  return {
    rule: rule.id,
    severity: fault.severity ?? rule.severity,
    outcome,
    cells: fault.cells,
    ...fault.details,
    message: fault.message + (fault.advice ?? words.advice),
    why: words.why,
    source: fault.source ?? rule.source,
    fingerprint: fingerprintOf([rule.id, outcome, ...places, ...fault.values.map(writtenForm)]),
  }
}
