/** The rows of 校验结果. */
import type { Finding, Repair } from '../../checks'
import { a1, findingsColumns } from '../../workbook'
import type { Place, ReadRows, SpotName, WorkbookReading } from '../../workbook'
import { checkWords as words } from '../../words/actions'
import { ruleWords } from '../../words/checks'
import { placeLabel } from '../place-label'
import type { Assessment } from './assess'

export interface FindingRow {
  severity: string
  place: string
  /** Where the place links to. */
  target: { tab: string; cell: string } | null
  message: string
  why: string
  advice: string
  source: string
  opinion: string
  fingerprint: string
}

const spotsOfRules: Readonly<Record<string, SpotName>> = { 'B.UNIT': 'unit', 'B.YEAR': 'year' }

const blankRow: FindingRow = {
  severity: '',
  place: '',
  target: null,
  message: '',
  why: '',
  advice: '',
  source: '',
  opinion: '',
  fingerprint: '',
}

export function placeOf(
  { cells, section, rule }: Finding,
  reading: WorkbookReading,
): { label: string; at: Place | undefined } {
  const [first] = cells
  // What is wrong with a text is put right there, also where figures of a table contradict it.
  if (first && section === undefined) {
    const isLastYear = first.role === 'lastYear'
    const at = (isLastYear ? reading.lastYearPlaces : reading.places).get(first.id)
    return { label: placeLabel(first.id, isLastYear), at }
  }
  const spot = section ?? spotsOfRules[rule]
  if (!spot) return { label: words.noPlace, at: undefined }
  return { label: words.spots[spot], at: reading.spots.get(spot) }
}

const MOST_REPAIRS = 3

/** The labels of the repairs that would resolve the finding. */
function repairAdvice(fingerprint: string, repairs: readonly Repair[]): string {
  const labels = repairs.filter(({ resolves }) => resolves.includes(fingerprint)).map(({ label }) => label)
  return words.repairs(labels.slice(0, MOST_REPAIRS), labels.length > MOST_REPAIRS)
}

/** The rule's own advice ends its message; here it has a column of its own. */
function splitAdvice({ rule, message }: Finding): { message: string; advice: string } {
  const advice = rule in ruleWords ? ruleWords[rule as keyof typeof ruleWords].advice : ''
  if (advice === '' || !message.endsWith(advice)) return { message, advice: '' }
  return { message: message.slice(0, -advice.length), advice }
}

function rowOf(finding: Finding, { reading, repairs }: Assessment): FindingRow {
  const { label, at } = placeOf(finding, reading)
  const tab = at && reading.tabs.get(at.tab)
  const { message, advice } = splitAdvice(finding)
  return {
    severity: words.severities[finding.severity],
    place: label,
    target: at && tab !== undefined ? { tab, cell: a1(at) } : null,
    message,
    why: finding.why,
    advice: repairAdvice(finding.fingerprint, repairs) || advice,
    source: finding.source,
    opinion: reading.findingsList?.opinions.get(finding.fingerprint) ?? '',
    fingerprint: finding.fingerprint,
  }
}

/** Remarks in rows without a finding. */
function looseRows({ reading }: Assessment, values: ReadRows): FindingRow[] {
  const { opinion, fingerprint } = findingsColumns
  const below = values.slice(reading.findingsList?.headerRow ?? values.length)
  const loose = below.filter((line) => (line[fingerprint - 1] ?? '') === '' && (line[opinion - 1] ?? '') !== '')
  return loose.map((line) => ({ ...blankRow, opinion: String(line[opinion - 1]) }))
}

/** Opinions about resolved findings. They stay below the list until a person deletes them. */
function resolvedRows(findings: readonly Finding[], { reading }: Assessment, values: ReadRows): FindingRow[] {
  const list = reading.findingsList
  const current = new Set(findings.map(({ fingerprint }) => fingerprint))
  const resolved = [...(list?.opinions ?? [])].filter(([fingerprint]) => !current.has(fingerprint))
  return resolved.map(([fingerprint, opinion]) => {
    const row = values.find((line) => line[findingsColumns.fingerprint - 1] === fingerprint) ?? []
    const text = (column: number) => String(row[column - 1] ?? '')
    const { place, message, why, source } = findingsColumns
    return {
      severity: words.resolved,
      place: text(place),
      target: null,
      message: text(message),
      why: text(why),
      advice: '',
      source: text(source),
      opinion,
      fingerprint,
    }
  })
}

const MOST_ROWS = 250

/** The rows of the list; `values` is the tab as it was read. */
export function findingRows(assessment: Assessment, values: ReadRows): FindingRow[] {
  const { findings } = assessment
  const shown = findings.slice(0, MOST_ROWS)
  const left = findings.length - shown.length
  return [
    ...shown.map((finding) => rowOf(finding, assessment)),
    ...(left > 0 ? [{ ...blankRow, message: words.more(left) }] : []),
    ...resolvedRows(findings, assessment, values),
    ...looseRows(assessment, values),
  ]
}
