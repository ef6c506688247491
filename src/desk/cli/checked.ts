import { check } from '../../checks'
import type { CheckResult, Finding } from '../../checks'
import type { Report } from '../../report'
import { openSource } from './source'
import type { Source } from './source'

export interface Checked extends Source, CheckResult {}

export interface Summary {
  errors: number
  warnings: number
  infos: number
}

function withoutDoubles(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [finding.fingerprint, finding])).values()]
}

const gravity = ['error', 'warning', 'info'] as const

/** The report of the file that is named as last year's; undefined where none is. Throws a Failure as `openSource`. */
export async function namedLastYear(path: string | undefined): Promise<Report | undefined> {
  return path === undefined ? undefined : (await openSource(path)).report
}

/**
 * A report with the findings of reading it and of checking it, errors first. Last year's figures are those that are
 * given, else those of the workbook itself.
 */
export async function checkedSource(path: string, givenLastYear: Report | undefined): Promise<Checked> {
  const source = await openSource(path)
  const lastYear = givenLastYear ?? source.lastYear
  const { findings, repairs } = check(source.report, { ...source, lastYear })
  const all = withoutDoubles([...source.findings, ...findings])
  const sorted = gravity.flatMap((severity) => all.filter((finding) => finding.severity === severity))
  return { ...source, lastYear, findings: sorted, repairs }
}

export function summaryOf(findings: readonly Finding[]): Summary {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), infos: count('info') }
}
