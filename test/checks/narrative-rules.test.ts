import { describe, expect, it } from '@jest/globals'
import { check, type Finding } from '../../src/checks'
import type { CellId } from '../../src/form'
import type { CellValue, Report } from '../../src/report'
import { changed, clean } from './clean'

type Told = [rule: string, severity: string, ...rest: (string | number)[]]

const ofNarrative = (report: Report, lastYear: Report | null = null): Finding[] =>
  check(report, { lastYear }).findings.filter(({ rule }) => rule.startsWith('N.'))

const told = ({ rule, severity }: Finding): Told => [rule, severity]

const saying = (overview: string, changes: Readonly<Record<CellId, CellValue>> = {}, other = clean.narrative.other) => {
  const report = changed(changes)
  return { ...report, narrative: { ...report.narrative, overview, other } }
}

/** The clean report: 8 received, 1 carried in, 9 concluded, none carried out, one review, one lawsuit. */
describe('the narrative against the tables', () => {
  it.each<[string, Told[]]>([
    ['本年新收政府信息公开申请8件，上年结转1件，办结9件，结转下年度0件。', []],
    ['共收到政府信息公开申请9件（含上年结转1件），均已办结。', []],
    ['收到政府信息公开申请8件，均按期答复。', []],
    ['收到政府信息公开申请约10件。', []],
    ['收到政府信息公开申请12件。', [['N.TABLE3', 'error']]],
    ['收到政府信息公开申请8件，办结7件。', [['N.TABLE3', 'error']]],
    ['办理政府信息公开申请8件。', []],
    ['上年结转政府信息公开申请2件。', [['N.TABLE3', 'error']]],
    ['结转下年度继续办理政府信息公开申请1件。', [['N.TABLE3', 'error']]],
    ['未收到政府信息公开申请。', [['N.TABLE3', 'error']]],
    ['收到政府信息公开申请80余件。', [['N.TABLE3', 'error']]],
    ['本年新收政府信息公开申请9件。', [['N.TABLE3', 'error']]],
    [
      '收到政府信息公开申请8件。街道机关收到申请5件。',
      [
        ['N.TABLE3', 'warning'],
        ['N.CONTRADICTION', 'warning'],
      ],
    ],
    ['收到政府信息公开申请8件，办结8件。', [['N.BASIS', 'warning']]],
    ['收到政府信息公开申请9件，上年结转1件，办结9件。', [['N.BASIS', 'warning']]],
    [
      '收到政府信息公开申请8件，全部办结，1件结转下年度。',
      [
        ['N.TABLE3', 'error'],
        ['N.ALL', 'error'],
      ],
    ],
    [
      '收到政府信息公开申请8件，均在期限内答复，1件结转下年度。',
      [
        ['N.TABLE3', 'error'],
        ['N.ALL', 'warning'],
      ],
    ],
    ['因政府信息公开被申请行政复议1件、提起行政诉讼1件。', []],
    [
      '未发生因政府信息公开引起的行政复议、行政诉讼。',
      [
        ['N.TABLE4', 'error'],
        ['N.TABLE4', 'error'],
      ],
    ],
    ['因政府信息公开被申请行政复议3件。', [['N.TABLE4', 'error']]],
    ['备案政府信息公开行政复议案件3件。', [['N.TABLE4', 'warning']]],
    ['因行政处罚被提起行政诉讼4件。', []],
    ['因政府信息公开提起的行政诉讼2件。', [['N.TABLE4', 'error']]],
    ['未发生行政诉讼败诉情况。', []],
    ['因2023年度政府信息公开申请引发行政复议1件、行政诉讼1件。', []],
    ['因2023年度政府信息公开申请引发行政复议2件。', [['N.TABLE4', 'error']]],
    ['因上年答复的政府信息公开申请被提起行政诉讼3件。', [['N.TABLE4', 'error']]],
    ['上年申请引发的行政复议1件，均维持。', []],
  ])('%s', (overview, expected) => {
    expect(ofNarrative(saying(overview)).map(told)).toEqual(expected)
  })

  it.each([
    ['N.GAP', '2024 年全年共主动公 开  条。', '2024 年全年共主动公 开  条'],
    ['N.YEAR', '本报告统计期限自 2023 年 1 月 1 日起。', '统计期限自 2023 年'],
    ['N.DOCUMENT', '依据国办公开办函〔2019〕\n60 号编制。', '国办公开办函〔2019〕\n60 号'],
    ['N.UNIT', '2024 年，安镇街道收 到申请 8 件。', '2024 年，安镇街道收 到申请 8 件'],
    ['S.DOUBLED', '本年度公开了的的信息。', '本年度公开了的的信息。'],
  ])('%s quotes the words as they stand: %s', (rule, overview, quote) => {
    const finding = check(saying(overview)).findings.find((one) => one.rule === rule)
    expect(finding?.quote).toBe(quote)
  })

  it('names the words, the cells and both numbers', () => {
    const overview = '2024年，收到政府信息公开申请12件。'
    expect(ofNarrative(saying(overview))[0]).toMatchObject({
      outcome: 'fail',
      section: 'overview',
      quote: '收到政府信息公开申请12件',
      cells: [{ id: 'table3.received.total' }, { id: 'table3.carriedIn.total' }],
      expected: 8,
      actual: 12,
    })
  })

  it('tells the two numbers of lawsuits, of which the total is the sum', () => {
    const [finding] = ofNarrative(saying('政府信息公开行政诉讼3件。', { 'table4.directLitigation.total': 1 }))
    expect(finding).toMatchObject({ rule: 'N.TABLE4', expected: 2, actual: 3 })
  })

  it('says of nothing blank, unreadable or unplaced that the words are wrong', () => {
    const totals = ['received', 'carriedIn', 'concluded', 'carriedOut'].map((row) => `table3.${row}.total`)
    const groups = ['review', 'directLitigation', 'litigationAfterReview'].map((group) => `table4.${group}.total`)
    const words = '收到申请30件，办结20件，上年结转4件，结转下年14件。行政复议7件，行政诉讼6件。'
    for (const value of [null, { raw: '见附件' }]) {
      const cells = Object.fromEntries([...totals, ...groups].map((id) => [id, value]))
      expect(ofNarrative(saying(words, cells))).toEqual([])
    }
  })

  it('takes either total where the parts of table 4 contradict the printed one', () => {
    const printed = { 'table4.review.total': 0 }
    expect(ofNarrative(saying('行政复议1件。', printed))).toEqual([])
    expect(ofNarrative(saying('行政复议0件。', printed))).toEqual([])
  })

  it('only hints where a government speaks of its own office', () => {
    const report = saying('区政府办代表区政府受理政府信息公开申请3件，均已答复。')
    expect(ofNarrative({ ...report, unit: '示例市示例区人民政府' }).map(told)).toEqual([['N.TABLE3', 'info']])
    expect(ofNarrative({ ...saying('全区受理政府信息公开申请3件。'), unit: '示例区人民政府' }).map(told)).toEqual([
      ['N.TABLE3', 'error'],
    ])
  })

  it('finds no lost case where one was corrected, and leaves open what nobody has placed', () => {
    const words = '全年没有败诉的行政诉讼。'
    const corrected = { 'table4.directLitigation.corrected': 1 }
    expect(ofNarrative(saying(words, corrected))).toMatchObject([
      { rule: 'N.LOST', severity: 'warning', outcome: 'fail', actual: 1, expected: 0 },
    ])
  })
})

describe('the narrative against itself', () => {
  it.each<[string, string, Told[]]>([
    ['本年度收取信息处理费200元。', '本年度收取信息处理费200元。', []],
    ['本年度收取信息处理费200元。', '本年度没有收取信息处理费。', [['N.FEE', 'error']]],
    ['全年行政事业性收费200元。', '本年度没有收取信息处理费。', []],
    ['主动公开政府信息20条。', '全年主动公开政府信息30条。', []],
    ['全年共主动公开政府信息20条。', '全年共主动公开政府信息30条。', [['N.CONTRADICTION', 'warning']]],
    ['主动公开政府信息20条，其中动态8条，公告15条。', '', [['N.PARTS', 'warning']]],
    ['主动公开政府信息20条，其中动态8条，公告5条，其他6条。', '', [['N.PARTS', 'warning']]],
    ['主动公开政府信息20条，其中动态8条，公告5条。', '', []],
    ['主动公开政府信息20余条，其中动态18条，公告5条。', '', []],
    ['共主动公开条。', '', [['N.GAP', 'error']]],
    ['全年统一主动公开政府信息共条。', '', [['N.GAP', 'error']]],
    ['进一步主动公开政府信息共条。', '', [['N.GAP', 'error']]],
    ['一律公开三公经费信息共XX条。', '', [['N.GAP', 'error']]],
    ['主动公开三百余条规章和政府信息共条。', '', []],
    ['公开光盘叁张和信息共条。', '', []],
    ['收到８件申请共件。', '', []],
    ['2024年全年共主动公开条。', '', [['N.GAP', 'error']]],
    ['全年共收到政府信息公开申请  件，办结  件。', '', [['N.GAP', 'error']]],
    ['收取信息处理费XX元。', '', [['N.GAP', 'error']]],
    ['收到政府信息公开申请件，及时登记。', '', []],
    ['主动公开政府信息条。', '', [['N.GAP', 'warning']]],
    ['依法办理依申请公开件，逐条审核，按份归档。', '', []],
  ])('%s %s', (overview, other, expected) => {
    expect(ofNarrative(saying(overview, {}, other || '无。')).map(told)).toEqual(expected)
  })

  it('holds the new applications against those carried in only within one sentence of one section', () => {
    const report = saying('收到政府信息公开申请9件，均已办结。')
    const problems = '存在的问题是更新不够及时，上年结转政府信息公开申请1件办理较慢。'
    expect(ofNarrative({ ...report, narrative: { ...report.narrative, problems } }).map(told)).toEqual([])
  })

  it('takes no name with 中 in it for 其中', () => {
    expect(ofNarrative(saying('收到政府信息公开申请9件，网络中心上年结转1件，办结9件。')).map(told)).toEqual([
      ['N.BASIS', 'warning'],
    ])
  })

  it('adds up in words alone where the tables are still blank', () => {
    const blank = Object.fromEntries(
      ['received', 'carriedIn', 'concluded', 'carriedOut'].map((row) => [`table3.${row}.total`, null]),
    )
    expect(ofNarrative(saying('新收申请8件，上年结转1件，办结7件，结转下年1件。', blank)).map(told)).toEqual([
      ['N.BALANCE', 'warning'],
    ])
    expect(ofNarrative(saying('新收申请8件，上年结转1件，办结8件，结转下年1件。', blank))).toEqual([])
    expect(ofNarrative(saying('收到申请9件，其中上年结转1件，办结8件，结转下年1件。', blank))).toEqual([])
  })
})

describe('text that was taken over', () => {
  it.each<[string, Told[]]>([
    ['2024年收到政府信息公开申请8件，2023年是5件。', []],
    ['收到政府信息公开申请8件，较2023年的5件增加3件。', []],
    ['2023年收到政府信息公开申请8件。', [['N.YEAR', 'warning']]],
    ['办理因2023年度政府信息公开申请引发行政复议1件，均维持结果。', []],
    ['2023年结转的1件申请已办结。', []],
    ['2023年收到的政府信息公开申请1件，已于2024年1月办结。', []],
    ['对2023年的申请作出答复1件，已于今年寄送。', []],
    ['2023年主动公开信息20条，网站运行正常。', [['N.YEAR', 'warning']]],
    ['统计期限自2023年1月1日起至2023年12月31日止。全年收到申请8件。', [['N.YEAR', 'warning']]],
    ['统计期限自2024年1月1日起至2024年12月31日止。全年收到申请8件。', []],
    ['现将2023年度政府信息公开工作报告如下。2024年收到申请8件。', [['N.YEAR', 'warning']]],
    ['根据《政府信息公开条例》（2019年修订）编制。全年收到申请8件。', []],
    ['2024年，侯寨办事处收到申请8件。', []],
    ['2024年，侯寨街道收到申请8件。', []],
    ['2024年，市教育局收到申请8件。', [['N.UNIT', 'warning']]],
    ['2024年，我局收到申请8件。', []],
    ['按照国务院令第492号编制。', [['N.DOCUMENT', 'warning']]],
    ['按照国办公开办函〔2021〕30号编制。', []],
    ['按照国办公开办函〔2019〕60号编制。', [['N.DOCUMENT', 'warning']]],
  ])('%s', (overview, expected) => {
    expect(ofNarrative(saying(overview)).map(told)).toEqual(expected)
  })

  it('repeats last year word for word', () => {
    const lastYear = { ...clean, year: 2023 }
    expect(ofNarrative(clean, lastYear).map(told)).toEqual([['N.REPEATED', 'warning']])
    expect(
      ofNarrative(clean, { ...lastYear, narrative: { overview: '甲。', problems: '乙。', other: '丙。' } }),
    ).toEqual([])
    expect(ofNarrative(clean, { ...lastYear, year: 2024 })).toEqual([])
  })
})

it('keeps the fingerprint of a finding while its words and cells stay', () => {
  const [first] = ofNarrative(saying('收到政府信息公开申请12件。'))
  const [second] = ofNarrative(saying('另起一段。收到政府信息公开申请12件。', { 'table2.licensing.decisions': 3 }))
  expect(second?.fingerprint).toBe(first?.fingerprint)
})

it.each([null, 7, [], { overview: 8 }])('reads a narrative of %j as none', (narrative) => {
  expect(ofNarrative({ ...clean, narrative } as unknown as Report)).toEqual([])
})
