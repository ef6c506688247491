import fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import { check } from '../../src/checks'
import { figures } from '../../src/form'
import { claims, sketchOf, filledReport } from '../../src/narrative'
import { plainDigits, totals, withFigures, type Report } from '../../src/report'
import cleanReport from '../fixtures/clean-report.json'
import { runs } from '../support/runs'

const clean: Report = cleanReport
const everything = {
  channels: '政府网站和公开栏',
  disclosed: '70',
  management: '逐件审查公开内容。',
  platforms: '网站栏目每月检查一次',
  trainings: '2',
  trained: '36',
  staff: '3',
  appraisal: '列入年度考核',
  opinion: '接受社会评议',
  duty: '没有责任追究的情形',
  problems: '一是更新不够及时；二是渠道不够多',
  measures: '建立更新提醒，增设查阅点',
  fee: '0',
  other: '无',
}

const sketched = (report: Report, lastYear: Report | null, facts: Record<string, string>): Report =>
  filledReport({ ...report, narrative: sketchOf(report, lastYear, facts) }, lastYear)

describe('a sketch', () => {
  it('with every answer is a report without a finding in its texts', () => {
    const report = { ...clean, narrative: sketchOf(clean, clean, everything) }
    expect(check(report, { lastYear: clean }).findings.filter(({ section }) => section !== undefined)).toEqual([])
    expect(filledReport(report, clean).narrative).toEqual({
      overview: [
        '2024年，侯寨街道办事处按照《中华人民共和国政府信息公开条例》开展政府信息公开工作，有关情况如下。',
        '（一）主动公开。通过政府网站和公开栏主动公开政府信息70条。制发行政规范性文件0件，废止0件，现行有效0件。作出行政许可决定0件、行政处罚决定0件、行政强制决定0件。',
        '（二）依申请公开。收到政府信息公开申请8件，上年结转1件，办结9件，结转下年度继续办理0件。新收申请数量同比持平。办理结果为：予以公开1件，部分公开7件，不予公开0件，无法提供1件，不予处理0件，其他处理0件。因政府信息公开工作发生行政复议1件、行政诉讼1件。',
        '（三）政府信息管理。逐件审查公开内容。',
        '（四）政府信息公开平台建设。网站栏目每月检查一次。',
        '（五）监督保障。开展政府信息公开培训2次，参加培训36人次，从事政府信息公开工作的人员3人。工作考核：列入年度考核。社会评议：接受社会评议。责任追究：没有责任追究的情形。',
      ].join('\n'),
      problems: '存在的主要问题：一是更新不够及时；二是渠道不够多。\n改进措施：建立更新提醒，增设查阅点。',
      other: '本年没有收取信息处理费。没有其他需要报告的事项。',
    })
  })

  it('without answers invents nothing: a gap for each, told by F.GAP alone', () => {
    const report = { ...clean, narrative: sketchOf(clean, null, { trainings: '  ', fee: 5 as unknown as string }) }
    const rules = check(report).findings.filter(({ section }) => section !== undefined)
    expect(new Set(rules.map(({ rule }) => rule))).toEqual(new Set(['F.GAP']))
    expect(rules).toHaveLength(Object.keys(everything).length)
    expect(report.narrative.other).toContain('收取信息处理费【＿＿：收取信息处理费多少元，没有写0】元。')
    expect(report.narrative.overview).not.toContain('同比')
  })

  it('says in words that there was nothing', () => {
    const none = withFigures(clean, Object.fromEntries(figures.map(({ id }) => [id, 0])))
    const { overview, other } = sketched(none, null, { ...everything, fee: '380元' }).narrative
    expect(overview).toContain(
      '（二）依申请公开。未收到政府信息公开申请，上年结转0件，办结0件，结转下年度继续办理0件。',
    )
    expect(overview).toContain('因政府信息公开工作未发生行政复议、行政诉讼。')
    expect(overview).not.toContain('办理结果为')
    expect(other).toContain('本年收取信息处理费380元。')
  })

  it('of any report says exactly its figures', () => {
    const inputs = figures.filter(({ kind }) => kind === 'input').map(({ id }) => id)
    const values = fc.array(fc.nat({ max: 9999 }), { minLength: inputs.length, maxLength: inputs.length })
    fc.assert(
      fc.property(values, (numbers) => {
        const report = totals(withFigures(clean, Object.fromEntries(inputs.map((id, i) => [id, numbers[i] ?? 0]))))
        const { overview } = sketched(report, null, everything).narrative
        const of = (id: string) => `${plainDigits(report.figures[id] as number)}件`
        expect(overview).toContain(`办结${of('table3.concluded.total')}，`)
        expect(overview).toContain(`予以公开${of('table3.granted.total')}，`)
        expect(overview).toContain(`现行有效${of('table2.normativeDocuments.inForce')}。`)
      }),
      runs(50),
    )
  })

  it('of any report is read back as its figures, and nothing else', () => {
    const inputs = figures.filter(({ table, kind }) => table !== 'table2' && kind === 'input').map(({ id }) => id)
    const count = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 999 }) })
    const values = fc.array(count, { minLength: inputs.length, maxLength: inputs.length })
    const made = (numbers: number[]) =>
      totals(withFigures(clean, Object.fromEntries(inputs.map((id, i) => [id, numbers[i] ?? 0]))))
    fc.assert(
      fc.property(values, values, (now, before) => {
        const report = made(now)
        const { narrative } = sketched(report, made(before), { ...everything, fee: '380' })
        const of = (id: string) => report.figures[id] as number
        const expected: Record<string, number> = {
          received: of('table3.received.total'),
          carriedIn: of('table3.carriedIn.total'),
          carriedOut: of('table3.carriedOut.total'),
          concluded: of('table3.concluded.total'),
          reviewCases: of('table4.review.total'),
          litigationCases: of('table4.directLitigation.total') + of('table4.litigationAfterReview.total'),
          activelyDisclosed: 70,
          feeCharged: 380,
        }
        const read = Object.values(narrative).flatMap((text) => claims(text, { year: 2024 }))
        expect(Object.fromEntries(read.map(({ kind, value }) => [kind, value]))).toEqual(expected)
        expect(read.every(({ kind, value }) => expected[kind] === value)).toBe(true)
      }),
      runs(60),
    )
  })
})
