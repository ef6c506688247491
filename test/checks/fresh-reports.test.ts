import { describe, expect, it } from '@jest/globals'
import { check } from '../../src/checks'
import type { Report } from '../../src/report'
import { freshReports } from './fresh-reports'
import { reportOf } from './report-of'

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
