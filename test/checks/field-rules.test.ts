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
    ['F.UNKNOWN', '受理申请【受理数】件。', '【受理数】', {}],
    ['F.UNKNOWN', '申请量【同比申请】。', '【同比申请】', {}],
    ['F.UNKNOWN', '办理结果：【不予公幵】。', '【不予公幵】', {}],
    ['F.BLANK', '办结【办结】件。', '【办结】', { 'table3.concluded.total': null }],
    ['F.BLANK', '办结【办结】件。', '【办结】', { 'table3.concluded.total': { raw: '九' } }],
    ['F.BLANK', '新收【同比新收】。', '【同比新收】', {}],
    ['F.GAP', '培训【＿＿：培训次数】次。', '【＿＿：培训次数】', {}],
    ['F.GAP', '培训【____】次。', '【____】', {}],
  ])('%s: %s', (rule, text, quote, figures) => {
    expect(found(written(text, figures))).toEqual([[rule, 'error', 'other', quote]])
  })

  it('are told once however often they stand there', () => {
    expect(found(written('【办接】件【办接】件'))).toHaveLength(1)
    expect(found(written('【办接】件【办接件】件'))).toHaveLength(2)
  })

  it.each([['【图解】一图读懂本报告。'], ['发布【规划】和【政策解读】。'], ['【重要】次年起施行。']])(
    'holds back no report for a text’s own brackets: %s',
    (text) => {
      expect(found(written(text)).every(([, severity]) => severity === 'info')).toBe(true)
    },
  )

  it('tells that a heading with the name of a field is printed as it is', () => {
    expect(found(written('【行政许可】\n作出决定【行政许可】件。'))).toEqual([
      ['F.UNKNOWN', 'info', 'other', '【行政许可】'],
    ])
  })

  it('says nothing about the number of a document or a year', () => {
    expect(found(written('依据某政办【2024】12号、某发【２０２３】3号文件。'))).toEqual([])
  })

  it('take last year’s figures where they are', () => {
    expect(found(written('新收【同比新收】。'), clean)).toEqual([])
  })
})
