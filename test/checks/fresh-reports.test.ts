import { describe, expect, it } from '@jest/globals'
import { check } from '../../src/checks'
import { emptyReport, totals, type Report } from '../../src/report'
import { clean } from './clean'
import { freshReports, type FreshReport } from './fresh-reports'

const YEAR = 2024
const DOCUMENTS = [
  'regulations.issued',
  'regulations.repealed',
  'regulations.inForce',
  'normativeDocuments.issued',
  'normativeDocuments.repealed',
  'normativeDocuments.inForce',
  'licensing.decisions',
  'penalties.decisions',
  'coercion.decisions',
]
const GROUPS = ['review', 'directLitigation', 'litigationAfterReview']
const OUTCOMES = ['upheld', 'corrected', 'otherOutcome', 'pending']

const zeros = Object.fromEntries(Object.keys(clean.figures).map((id) => [id, 0]))

const requestFigures = (requests: string) =>
  requests
    .split(', ')
    .filter((row) => row !== '')
    .flatMap((row) => {
      const [name, person, enterprise] = row.split(' ')
      return [
        [`table3.${name}.naturalPerson`, Number(person)],
        [`table3.${name}.enterprise`, Number(enterprise)],
      ]
    })

const courtFigures = (courts: string) =>
  courts.split(' / ').flatMap((group, at) => {
    const numbers = group.split(' ').map(Number)
    return OUTCOMES.map((outcome, index) => [`table4.${GROUPS[at]}.${outcome}`, numbers[index]])
  })

function reportOf({ unit, requests, courts, documents = '', overview, problems, other }: FreshReport): Report {
  const numbers = documents === '' ? [] : documents.split(' ').map(Number)
  const figures = {
    ...zeros,
    ...Object.fromEntries(requestFigures(requests)),
    ...Object.fromEntries(courtFigures(courts)),
    ...Object.fromEntries(numbers.map((number, at) => [`table2.${DOCUMENTS[at]}`, number])),
  }
  return totals({ ...emptyReport(unit, YEAR), figures, narrative: { overview, problems, other } })
}

const told = (report: Report) =>
  check(report)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity, message }) => [rule, severity, message])

const noSites = ['S.ASPECTS', 'warning', '一、总体情况：没有写政府信息公开平台建设。请补写；没有开展的也要写明。']
/** Two of them tell nothing of their platforms, which is rightly told. */
const warned: Readonly<Record<string, unknown>> = { 南岗区卫生健康局: [noSites], 石坝区司法局: [noSites] }

describe('fresh reports whose prose agrees with their tables', () => {
  it.each(freshReports.map((one) => [one.unit, one] as const))('%s', (unit, one) => {
    expect(told(reportOf(one))).toEqual(warned[unit] ?? [])
  })
})

describe('fresh reports with one contradiction', () => {
  it.each(freshReports.map((one) => [one.unit, one] as const))('%s', (_, one) => {
    const [from, to, rule] = one.planted
    expect(one.overview).toContain(from)
    const report = reportOf({ ...one, overview: one.overview.replace(from, to) })
    expect(told(report)).toContainEqual([rule, expect.stringMatching(/error|warning/), expect.any(String)])
  })
})
