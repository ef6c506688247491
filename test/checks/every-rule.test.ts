import { describe, expect, it } from '@jest/globals'
import { check, rules, type Finding } from '../../src/checks'
import { figures, oneRowOtherwise, type CellId } from '../../src/form'
import { readFigure, withFigures, type CellValue, type Narrative, type Report } from '../../src/report'
import type { RuleId } from '../../src/words/checks'
import { clean } from './clean'

/**
 * One fault for every rule, beside the tables of its own file. The type asks for each rule of the registry, so that none
 * can be added without a test that fails once the rule finds nothing.
 */

/** What is changed in the clean report. */
interface Change extends Partial<Pick<Report, 'edition' | 'unit' | 'year' | 'unplaced'>> {
  figures?: Readonly<Record<CellId, CellValue>>
  narrative?: Partial<Narrative>
}

/** Where a person is sent: the section and the words, or the first cell. */
type Told = [severity: Finding['severity'], place: string]

interface Example {
  report: Change
  lastYear?: Change
  told: Told[]
}

const overview = (text: string): Change => ({ narrative: { overview: text } })
const problems = (text: string): Change => ({ narrative: { problems: text } })
const other = (text: string): Change => ({ narrative: { other: text } })
const cell = (id: CellId, value: CellValue): Change => ({ figures: { [id]: value } })
const LICENCES = 'table2.licensing.decisions'

const review = figures.map(({ id }) => id).filter((id) => id.startsWith('table4.review.'))
const blankReview = Object.fromEntries(review.map((id) => [id, null]))
const written = ['1', '0', '0', '0', '0', '1']

const examples: Readonly<Record<RuleId, Example>> = {
  'B.EDITION': { report: { edition: '2016' }, told: [['error', '']] },
  'B.UNIT': { report: { unit: '' }, told: [['error', '']] },
  'B.YEAR': { report: { year: null }, told: [['error', '']] },
  'READ.RAGGED': {
    report: { figures: blankReview, unplaced: [{ table: 'table4', cells: review, written, place: '' }] },
    told: [['error', 'table4.review.upheld']],
  },
  'READ.ONE_ROW': { report: {}, told: [['warning', 'table3.otherwise.naturalPerson']] },
  'V.BLANK': { report: cell('table3.granted.research', null), told: [['error', 'table3.granted.research']] },
  'V.TOTAL_BLANK': { report: cell('table4.review.total', null), told: [['error', 'table4.review.total']] },
  'V.UNREADABLE': { report: cell(LICENCES, readFigure('七')), told: [['error', 'table2.licensing.decisions']] },
  'V.NOT_APPLICABLE': { report: cell(LICENCES, readFigure('—')), told: [['warning', 'table2.licensing.decisions']] },
  'V.ANNOTATED': {
    report: cell(LICENCES, readFigure('2（含1件重复）')),
    told: [['warning', 'table2.licensing.decisions']],
  },
  'V.REWRITTEN': { report: cell(LICENCES, readFigure('1,024')), told: [['warning', 'table2.licensing.decisions']] },
  'V.NEGATIVE': { report: cell(LICENCES, -1), told: [['error', 'table2.licensing.decisions']] },
  'V.DECIMAL': { report: cell(LICENCES, 0.5), told: [['error', 'table2.licensing.decisions']] },
  'V.UNSAFE': { report: cell(LICENCES, 9007199254740993), told: [['error', 'table2.licensing.decisions']] },
  'V.REGULATIONS': {
    report: { unit: '侯寨街道办事处', ...cell('table2.regulations.inForce', 6) },
    told: [['warning', 'table2.regulations.inForce']],
  },
  'T3.ROW': { report: cell('table3.granted.total', 2), told: [['error', 'table3.granted.total']] },
  'T3.CONCLUDED': { report: cell('table3.concluded.research', 1), told: [['error', 'table3.concluded.research']] },
  'T3.BALANCE': { report: cell('table3.carriedOut.enterprise', 1), told: [['error', 'table3.carriedOut.enterprise']] },
  'T4.TOTAL': { report: cell('table4.directLitigation.total', 5), told: [['error', 'table4.directLitigation.total']] },
  'Y.CARRY': {
    report: {},
    lastYear: cell('table3.carriedOut.naturalPerson', 3),
    told: [['error', 'table3.carriedIn.naturalPerson']],
  },
  'Y.INFORCE': {
    report: {},
    lastYear: cell('table2.regulations.inForce', 3),
    told: [['warning', 'table2.regulations.inForce']],
  },
  'F.UNKNOWN': { report: other('办结【办接】件，没有收取信息处理费。'), told: [['error', 'other 【办接】']] },
  'F.BLANK': { report: other('新收【同比新收】，没有收取信息处理费。'), told: [['error', 'other 【同比新收】']] },
  'F.GAP': {
    report: other('培训【＿＿：培训次数】次，没有收取信息处理费。'),
    told: [['error', 'other 【＿＿：培训次数】']],
  },
  'S.EMPTY': { report: problems(' \n'), told: [['error', 'problems ']] },
  'S.NUMBERING': {
    report: problems('一是更新慢；三是渠道少。将加强培训。'),
    told: [['warning', 'problems 一是更新慢；三是渠道少。将加强培']],
  },
  'S.TITLE': { report: overview('总体情况\n公开信息。'), told: [['warning', 'overview 总体情况']] },
  'S.ASPECTS': { report: overview('本年工作正常。'), told: [['warning', 'overview ']] },
  'S.LENGTH': { report: overview('公开工作有序推进，'.repeat(150)), told: [['info', 'overview ']] },
  'S.PROBLEMS': { report: problems('下一步加强培训，完善制度。'), told: [['warning', 'problems ']] },
  'S.FEE': { report: other('无。'), told: [['warning', 'other ']] },
  'S.DOUBLED': { report: other('没有收取的的信息处理费。'), told: [['warning', 'other 没有收取的的信息处理费。']] },
  'S.MARKS': { report: other('没有收取信息处理费。。'), told: [['warning', 'other 有收取信息处理费。。']] },
  'S.UNFINISHED': { report: other('没有收取信息处理费，'), told: [['warning', 'other 没有收取信息处理费，']] },
  'S.UNCLOSED': {
    report: other('没有收取信息处理费（国办函〔2020〕109号。'),
    told: [['warning', 'other 有收取信息处理费（国办函〔2020']],
  },
  'P.IDENTITY': {
    report: other('身份证11010519491231002X，没有收取信息处理费。'),
    told: [['error', 'other 110*************2X']],
  },
  'P.MOBILE': { report: other('电话13812345678，没有收取信息处理费。'), told: [['error', 'other 138******78']] },
  'P.CARD': {
    report: other('卡号6222021234567890128，没有收取信息处理费。'),
    told: [['error', 'other 6222************128']],
  },
  'P.NAME': { report: other('申请人李强要求减免，没有收取信息处理费。'), told: [['error', 'other 申请人李*']] },
  'N.TABLE3': {
    report: overview('收到政府信息公开申请30件。'),
    told: [['error', 'overview 收到政府信息公开申请30件']],
  },
  'N.TABLE4': {
    report: overview('因政府信息公开被申请行政复议3件。'),
    told: [['error', 'overview 因政府信息公开被申请行政复议3件']],
  },
  'N.ALL': {
    report: overview('收到政府信息公开申请8件，全部办结，1件结转下年度。'),
    told: [['error', 'overview 全部办结']],
  },
  'N.BASIS': { report: overview('收到政府信息公开申请8件，办结8件。'), told: [['warning', 'overview 办结8件']] },
  'N.LOST': {
    report: { ...overview('全年没有败诉的行政诉讼。'), ...cell('table4.directLitigation.corrected', 1) },
    told: [['warning', 'overview 没有败诉的行政诉讼']],
  },
  'N.FEE': { report: overview('本年度收取信息处理费200元。'), told: [['error', 'other 本年度没有收取信息处理费']] },
  'N.CONTRADICTION': {
    report: overview('全年共主动公开政府信息20条。全年共主动公开政府信息30条。'),
    told: [['warning', 'overview 全年共主动公开政府信息30条']],
  },
  'N.BALANCE': {
    report: overview('新收申请8件，上年结转1件，办结8件，结转下年度0件。'),
    told: [['warning', 'overview 办结8件']],
  },
  'N.PARTS': {
    report: overview('主动公开政府信息20条，其中动态8条，公告15条。'),
    told: [['warning', 'overview 主动公开政府信息20条，其中动态8条，公告15条']],
  },
  'N.GAP': { report: overview('2024年全年共主动公开条。'), told: [['error', 'overview 2024年全年共主动公开条']] },
  'N.YEAR': {
    report: overview('2023年收到政府信息公开申请8件。'),
    told: [['warning', 'overview 2023年收到政府信息公开申请8件']],
  },
  'N.UNIT': {
    report: overview('2024年，市教育局收到申请8件。'),
    told: [['warning', 'overview 2024年，市教育局收到申请8件']],
  },
  'N.DOCUMENT': { report: overview('按照国务院令第492号编制。'), told: [['warning', 'overview 国务院令第492号']] },
  'N.REPEATED': {
    report: {},
    lastYear: { year: 2023, narrative: { problems: '', other: '' } },
    told: [['warning', 'overview 2024年，本机关按照《中华人民共和国政府信息公开条例》做好政府信息公开工作']],
  },
}

function changed({ figures: own, narrative, ...rest }: Change): Report {
  return { ...withFigures(clean, own ?? {}), ...rest, narrative: { ...clean.narrative, ...narrative } }
}

/** A report of a form with （六）其他处理 in one row. */
function inOneRow(report: Report): Report {
  const three = Object.entries(report.figures).filter(([id]) => !id.startsWith('table3.otherwise.'))
  return { ...report, figures: Object.fromEntries([...three, ...oneRowOtherwise.map(({ id }) => [id, 0] as const)]) }
}

/** What carries in is what last year carried out, so that nothing but the change is at fault. */
const beforeClean: Change = { figures: { 'table3.carriedOut.naturalPerson': 1, 'table3.carriedOut.total': 1 } }

function toldBy(rule: RuleId): Told[] {
  const { report, lastYear } = examples[rule]
  const given = rule === 'READ.ONE_ROW' ? inOneRow(changed(report)) : changed(report)
  const before = lastYear && changed({ ...lastYear, figures: { ...beforeClean.figures, ...lastYear.figures } })
  return check(given, { lastYear: before ?? null })
    .findings.filter((finding) => finding.rule === rule)
    .map(({ severity, section, quote, cells }) => {
      return [severity, section ? `${section} ${quote ?? ''}` : (cells[0]?.id ?? '')]
    })
}

describe('a fault of its own for every rule', () => {
  it('stands in the table for the whole registry', () => {
    expect(Object.keys(examples).sort()).toEqual(rules.map(({ id }) => id).sort())
  })

  it.each(rules.map(({ id }) => id))('%s is found, and not in the clean report', (id) => {
    const { told } = examples[id]
    expect(told.length).toBeGreaterThan(0)
    expect(toldBy(id)).toEqual(told)
    expect(check(clean).findings).toEqual([])
  })
})
