import { describe, expect, it } from '@jest/globals'
import { check } from '../../src/checks'
import type { CellValue, Report } from '../../src/report'
import { changed, clean } from './clean'

const written = (other: string, figures: Record<string, CellValue> = {}): Report => {
  const report = changed(figures)
  return { ...report, narrative: { ...report.narrative, other: `${other}没有收取信息处理费。` } }
}

const found = (report: Report, lastYear: Report | null = null) =>
  check(report, { lastYear })
    .findings.filter(({ rule }) => rule.startsWith('F.'))
    .map(({ rule, severity, section, quote }) => [rule, severity, section, quote])

describe('fields', () => {
  it('that stand for a figure are no finding', () => {
    expect(found(written('办结【办结】件，【年度】【单位】。'))).toEqual([])
  })

  it.each([
    ['F.UNKNOWN', '办结【办接】件。', '【办接】', {}],
    ['F.BLANK', '办结【办结】件。', '【办结】', { 'table3.concluded.total': null }],
    ['F.BLANK', '办结【办结】件。', '【办结】', { 'table3.concluded.total': { raw: '九' } }],
    ['F.BLANK', '新收【同比新收】。', '【同比新收】', {}],
    ['F.GAP', '培训【＿＿：培训次数】次。', '【＿＿：培训次数】', {}],
    ['F.GAP', '培训【____】次。', '【____】', {}],
  ])('%s: %s', (rule, text, quote, figures) => {
    expect(found(written(text, figures))).toEqual([[rule, 'error', 'other', quote]])
  })

  it('are told once however often they stand there', () => {
    expect(found(written('【办接】【办接】'))).toHaveLength(1)
    expect(found(written('【办接】【办接件】'))).toHaveLength(2)
  })

  it('take last year’s figures where they are', () => {
    expect(found(written('新收【同比新收】。'), clean)).toEqual([])
  })
})
