import { edition2021, type CellId } from '../form'
import { check, fingerprintOf, placeInTable, type Finding, type Severity } from '../checks'
import type { Report } from '../report'
import { intakeRuleWords, intakeWords as words, type IntakeRuleId } from '../words/intake'

/** What differs from finding to finding of one rule about the source. */
export interface FoundInSource {
  message: string
  /** What the finding rests on besides its rule, for its fingerprint: the source's own words and places. */
  rests: readonly string[]
  cells?: readonly CellId[]
  quote?: string
  section?: Finding['section']
}

/** A finding about the source; the message gets the rule's advice. */
export function sourceFinding(rule: IntakeRuleId, severity: Severity, found: FoundInSource): Finding {
  const { why, advice } = intakeRuleWords[rule]
  return {
    rule,
    severity,
    outcome: 'fail',
    cells: (found.cells ?? []).map((id) => ({ id, role: 'figure' })),
    ...(found.section && { section: found.section }),
    ...(found.quote !== undefined && { quote: found.quote }),
    message: found.message + advice,
    why,
    source: edition2021.source,
    fingerprint: fingerprintOf([rule, ...found.rests]),
  }
}

/** `READ.EXPORT`: figures by the names of another system; an identity broken among them may be a fault of the export. */
export function exportFinding(report: Report): Finding {
  const broken = check(report).findings.filter(({ rule, outcome }) => /^T\d/.test(rule) && outcome === 'fail')
  const cells = broken.flatMap((finding) => finding.cells.map(({ id }) => id))
  const message = words.exported(broken.flatMap(({ cells: [first] }) => (first ? [placeInTable(first.id)] : [])))
  return sourceFinding('READ.EXPORT', 'warning', { message, rests: cells, cells })
}
