import { edition2021, type CellId } from '../form'
import { check, fingerprintOf, placeInTable, type Finding, type Severity } from '../checks'
import type { Report } from '../report'
import { intakeWords as words } from '../words/intake'
import { intakeRuleWords, type IntakeRuleId, type IntakeRuleWords } from '../words/source-faults'

/** A fault of the source, to be reported as a finding. */
export interface SourceFault {
  message: string
  /** The source's own words and places, for the fingerprint. */
  rests: readonly string[]
  cells?: readonly CellId[]
  quote?: string
  section?: Finding['section']
}

/** The finding that reports a fault of the source. The rule's advice is added to the message. */
export function findingBy(
  { why, advice }: IntakeRuleWords,
  rule: string,
  severity: Severity,
  fault: SourceFault,
): Finding {
  return {
    rule,
    severity,
    outcome: 'fail',
    cells: (fault.cells ?? []).map((id) => ({ id, role: 'figure' })),
    ...(fault.section && { section: fault.section }),
    ...(fault.quote !== undefined && { quote: fault.quote }),
    message: fault.message + advice,
    why,
    source: edition2021.source,
    fingerprint: fingerprintOf([rule, ...fault.rests]),
  }
}

export const sourceFinding = (rule: IntakeRuleId, severity: Severity, fault: SourceFault): Finding =>
  findingBy(intakeRuleWords[rule], rule, severity, fault)

/** `READ.EXPORT`: figures by the names of another system; an identity broken among them may be a fault of the export. */
export function exportFinding(report: Report): Finding {
  const broken = check(report).findings.filter(({ rule, outcome }) => /^T\d/.test(rule) && outcome === 'fail')
  const cells = broken.flatMap((finding) => finding.cells.map(({ id }) => id))
  const message = words.exported(broken.flatMap(({ cells: [first] }) => (first ? [placeInTable(first.id)] : [])))
  return sourceFinding('READ.EXPORT', 'warning', { message, rests: cells, cells })
}
