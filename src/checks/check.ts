import type { Report } from '../report'
import type { CheckResult, Finding, Severity } from './finding'
import { repairsFor, type Evidence } from './repairs'
import { rules } from './rules'
import { subjectOf, type ReportPart } from './subject'

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

const byGravity = (a: Finding, b: Finding) => GRAVITY[a.severity] - GRAVITY[b.severity]

export interface CheckOptions {
  /** Last year's report of the same office, for the yearly identities; without it they say nothing. */
  lastYear?: Report | null
  /** What could not be read, as has been told already: that it is blank is not told again. */
  unread?: ReadonlySet<ReportPart>
  /** What is told of the figures elsewhere; asked for only where something has to be mended. */
  evidence?: () => readonly Evidence[]
}

/**
 * Every finding about a report, errors first, and what would settle them, best first. Never throws: what a report from
 * outside holds in place of a figure or a text is reported or treated as blank.
 */
export function check(report: Report, options: CheckOptions = {}): CheckResult {
  const subject = subjectOf(report, options.lastYear ?? null, options.unread ?? new Set())
  const findings = rules.flatMap((rule) => rule.check(subject)).sort(byGravity)
  return { findings, repairs: repairsFor(subject, rules, findings, options.evidence ?? (() => [])) }
}
