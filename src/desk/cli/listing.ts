import type { CheckResult, Finding } from '../../checks'
import type { Report } from '../../report'
import { cliWords as words } from '../../words/cli'
import { tabNames } from '../../words/tabs'
import { summaryOf } from './checked'

type TabKey = keyof typeof tabNames
const isTab = (key: string | undefined): key is TabKey => key !== undefined && key in tabNames

/** The tab that a finding belongs to: that of its first cell or of its section. */
function tabOf({ cells, section }: Finding): string {
  const key = cells[0]?.id.split('.')[0] ?? section
  return isTab(key) ? tabNames[key] : words.wholeReport
}

/** `示例街道办事处 2024年`. */
export function headOf({ unit, year }: Report): string {
  return `${unit || words.unknownUnit} ${year === null ? words.unknownYear : words.yearOf(year)}`
}

/** A line where last year's report is that of another year; none where either year is not known. */
export function otherYearNotice(year: number | null, lastYear: number | null | undefined): string[] {
  const isOther = year !== null && typeof lastYear === 'number' && lastYear !== year - 1
  return isOther ? [words.otherYear(lastYear, year - 1)] : []
}

function findingLines(finding: Finding): string[] {
  const isOpen = finding.severity !== 'info' && finding.outcome === 'cannotJudge'
  const label = words.severity[finding.severity] + (isOpen ? `·${words.cannotJudge}` : '')
  const reason = finding.why === '' ? [] : [`      ${words.why(finding.why)}`]
  const source = finding.source === '' ? [] : [`      ${words.source(finding.source)}`]
  return [`  【${label}】${finding.message}`, ...reason, ...source]
}

/** Findings by tab, in the order of the workbook, those about the whole report in front. */
function byTab(findings: readonly Finding[]): string[] {
  const order = [words.wholeReport, ...Object.values(tabNames)]
  return order.flatMap((tab) => {
    const own = findings.filter((finding) => tabOf(finding) === tab)
    return own.length === 0 ? [] : ['', tab, ...own.flatMap(findingLines)]
  })
}

export function findingsListing(report: Report, findings: readonly Finding[]): string {
  const { errors, warnings, infos } = summaryOf(findings)
  const body = findings.length === 0 ? [words.clean] : byTab(findings)
  return [words.summary(headOf(report), errors, warnings, infos), ...body].join('\n')
}

const MOST_REPAIRS = 10

/** The repairs with the number to choose each by; empty where there are none. */
export function repairsListing(file: string, repairs: CheckResult['repairs']): string {
  if (repairs.length === 0) return ''
  const shown = repairs
    .slice(0, MOST_REPAIRS)
    .map(({ kind, label }, index) => words.repair(index + 1, words.repairKind[kind], label))
  const rest = repairs.length - shown.length
  return ['\n', words.repairs(file), ...shown, ...(rest > 0 ? [words.moreRepairs(rest)] : [])].join('\n')
}
