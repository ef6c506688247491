import { edition2019 } from '../form'
import { typedRange } from '../narrative'
import type { Report } from '../report'
import { basicRules } from './basic-rules'
import type { CheckResult, Finding, Repair, Severity } from './finding'
import { statementsOf } from './narrative-rule'
import { asOneRow } from './one-row'
import { raggedRule } from './ragged-rows'
import { evidenceOf, repairsFor, type Evidence } from './repairs'
import type { Rule } from './rule'
import { rules } from './rules'
import { subjectOf, type ReportPart, type Subject } from './subject'

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

const byGravity = (a: Finding, b: Finding) => GRAVITY[a.severity] - GRAVITY[b.severity]

export interface CheckOptions {
  /** Last year's report of the same office; without it the identities between two years are not judged. */
  lastYear?: Report | null
  /** What could not be read. The reader has reported it already, so no rule reports it as blank. */
  unread?: ReadonlySet<ReportPart>
  /** What else states figures, to rank the repairs; the narrative if not given. Called only if an identity fails. */
  evidence?: () => readonly Evidence[]
}

/** A report of the older edition has other figures, so the rules about figures of this edition do not apply. */
const rulesFor = (edition: unknown) => (edition === edition2019.edition ? [...basicRules, raggedRule] : rules)

/** Rules read the narrative with its fields filled in; a finding quotes it as typed, with the field. */
function asTyped(finding: Finding, { typed, filled }: Subject): Finding {
  const { section, quote } = finding
  if (section === undefined || quote === undefined || quote === '' || typed[section].includes(quote)) return finding
  const start = filled[section].text.indexOf(quote)
  if (start < 0) return finding
  const range = typedRange(filled[section], { start, end: start + quote.length })
  return { ...finding, quote: typed[section].slice(range.start, range.end) }
}

interface Judged {
  subject: Subject
  applicable: readonly Rule[]
  findings: Finding[]
}

function judged(report: Report, { lastYear, unread }: CheckOptions): Judged {
  const subject = subjectOf(report, lastYear ?? null, unread ?? new Set())
  const applicable = rulesFor(subject.edition)
  const reported = applicable.flatMap((rule) => rule.check(subject))
  return { subject, applicable, findings: reported.map((finding) => asTyped(finding, subject)).sort(byGravity) }
}

const withOneRow = (subject: Subject, result: CheckResult): CheckResult =>
  subject.hasOneRow ? asOneRow(result) : result

/** What `check` finds. `repairs` looks for them when it is called: that takes longer than all the rules. */
export function findingsAbout(
  report: Report,
  options: CheckOptions = {},
): { findings: Finding[]; repairs: () => Repair[] } {
  const { subject, applicable, findings } = judged(report, options)
  const evidence = options.evidence ?? (() => evidenceOf(statementsOf(subject)))
  const repaired = () => ({ findings, repairs: repairsFor(subject, applicable, findings, evidence) })
  return {
    findings: withOneRow(subject, { findings, repairs: [] }).findings,
    repairs: () => withOneRow(subject, repaired()).repairs,
  }
}

/**
 * Every finding about a report, errors first, and the repairs that would resolve them, best first. Each finding names
 * its legal source or the form's own instruction. Never throws: what a report from outside holds in place of a figure
 * or a text is reported or treated as blank. Where （六）其他处理 is one row, that row is judged in place of the three.
 */
export function check(report: Report, options: CheckOptions = {}): CheckResult {
  const { findings, repairs } = findingsAbout(report, options)
  return { findings, repairs: repairs() }
}
