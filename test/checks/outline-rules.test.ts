import { describe, expect, it } from '@jest/globals'
import { check } from '../../src/checks'
import type { NarrativeId } from '../../src/form'
import type { Report } from '../../src/report'
import { ruleWords, type RuleId } from '../../src/words/checks'
import { shareOfTime } from '../support/processor-time'
import { clean } from './clean'

const written = (section: NarrativeId, text: string): Report => ({
  ...clean,
  narrative: { ...clean.narrative, [section]: text },
})

const found = (section: NarrativeId, text: string, rule: string) =>
  check(written(section, text)).findings.filter((finding) => finding.rule === rule)

/** What is told of a text, without the rule's advice. */
const told = (section: NarrativeId, text: string, rule: RuleId) =>
  found(section, text, rule).map(({ message }) => message.replace(ruleWords[rule].advice, ''))

const FIVE = '主动公开、依申请公开、政府信息管理、平台建设、监督保障'

describe('S.NUMBERING', () => {
  const rule = 'S.NUMBERING'

  it.each([
    ['一是更新慢；三是渠道少。', ['五、问题及改进“一是更新慢；三是渠道少。”：“三是”前面缺少“二是”。']],
    ['二是更新慢；三是渠道少。', ['五、问题及改进“二是更新慢；三是渠道”：“二是”前面缺少“一是”。']],
    [
      '一是更新慢；二是渠道少；二是人手少。',
      ['五、问题及改进“慢；二是渠道少；二是人手少。”：“二是”出现两次，应为“三是”。'],
    ],
    ['一是更新慢；一是渠道少。', ['五、问题及改进“一是更新慢；一是渠道少。”：“一是”出现两次，应为“二是”。']],
    ['（一）甲。\n（三）乙。', ['五、问题及改进“（三）乙。”：“（三）”前面缺少“（二）”。']],
    ['（一）甲。\n(二)乙。\n丙。\n（一）丁。', ['五、问题及改进“（一）丁。”：从“（一）”重新编号，应为“（三）”。']],
    ['1.甲。\n1.乙。', ['五、问题及改进“1.乙。”：“1.”出现两次，应为“2.”。']],
    ['1、甲。\n3、乙。', ['五、问题及改进“3、乙。”：“3、”前面缺少“2.”。']],
    [
      '一、甲。\n三、乙。\n二、丙。',
      ['五、问题及改进“三、乙。”：“三、”前面缺少“二、”。', '五、问题及改进“二、丙。”：“二、”的顺序不对，应为“四、”。'],
    ],
    ['①甲，③乙。', ['五、问题及改进“①甲，③乙。”：“③”前面缺少“②”。']],
    ['（九）甲。\n', ['五、问题及改进“（九）甲。”：“（九）”前面缺少“（一）”。']],
  ])('%j', (text, messages) => {
    expect(told('problems', text, rule)).toEqual(messages)
  })

  it.each([
    ['一是甲；二是乙。改进措施：一是丙；二是丁；三是戊。'],
    ['一、存在的问题\n（一）甲。\n（二）乙。\n二、改进措施\n（一）丙。\n（二）丁。'],
    ['存在的问题：\n（一）甲。\n（二）乙。\n下一步改进措施：\n（一）丙。\n（二）丁。'],
    ['（一）甲。\n1.子。\n2.丑。\n（二）乙。\n1.寅。\n2.卯。'],
    ['（一）甲。一是子；二是丑。\n（二）乙。一是寅。\n（三）丙。一是卯；二是辰。'],
    ['第二十条\n第（三）项规定的内容唯一是公开；统一是否公开。'],
    ['2024年12月\n31日前，共整改问题5个，其中\n12、3月份各2个。'],
    [
      Array.from(
        { length: 21 },
        (_, i) =>
          `（${['', '十', '二十'][Math.floor((i + 1) / 10)]}${'一二三四五六七八九'[((i + 1) % 10) - 1] ?? ''}）甲。`,
      ).join('\n'),
    ],
  ])('leaves alone: %j', (text) => {
    expect(told('problems', text, rule)).toEqual([])
  })
})

describe('S.TITLE', () => {
  it.each([['一、总体情况'], ['总体情况'], [' 一 、总体情况：']])('%j', (line) => {
    expect(found('overview', `${line}\n${FIVE}。`, 'S.TITLE').map(({ quote }) => quote)).toEqual([line.trim()])
  })

  it.each([['（一）总体情况良好。'], ['现将总体情况报告如下：']])('leaves alone: %j', (line) => {
    expect(found('overview', `${line}\n${FIVE}。`, 'S.TITLE')).toEqual([])
  })
})

describe('S.ASPECTS', () => {
  it.each([
    ['本年工作正常。', ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障']],
    ['全年主动公开信息9条，收到信息公开申请2件，逐件审核信息，网站运行正常。', ['监督保障']],
    ['（一）主动公开。甲。\n（二）依申请公开。乙。\n（三）平台建设。丙。\n（四）监督保障。丁。', ['政府信息管理']],
  ])('%j', (text, missing) => {
    expect(told('overview', text, 'S.ASPECTS')).toEqual([`一、总体情况：没有写${missing.join('、')}。`])
  })

  it.each([
    [
      '通过网站公开',
      '主动公开信息9条，通过政府网站和公众号发布。未收到公开申请。逐件审核信息。开展培训2次。',
      ['政府信息公开平台建设'],
    ],
    ['监督权', '主动公开信息9条。未收到公开申请。逐件审核信息。优化网站栏目。保障公众知情权、监督权。', ['监督保障']],
    [
      '按照考核要求',
      '主动公开信息9条。未收到公开申请。逐件审核信息。优化网站栏目。按照考核要求做好工作。',
      ['监督保障'],
    ],
    [
      'a document',
      '主动公开信息9条。未收到公开申请。学习《信息审核办法》。优化网站栏目。开展培训2次。',
      ['政府信息管理'],
    ],
    [
      'a list of names',
      '从主动公开、依申请公开、政府信息管理、平台建设、监督保障等方面推进工作。',
      ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'],
    ],
    [
      'the parts of the report',
      '本报告由主动公开、收到和处理信息公开申请等六部分组成。逐件审核信息。优化网站栏目。开展培训2次。',
      ['主动公开', '依申请公开'],
    ],
    ['申请 alone', '收到政府信息公开申请2件，均已答复。逐件审核信息。优化网站栏目。开展培训2次。', ['主动公开']],
  ])('is not satisfied by words in passing: %s', (_, text, missing) => {
    expect(told('overview', text, 'S.ASPECTS')).toEqual([`一、总体情况：没有写${missing.join('、')}。`])
  })

  it.each([
    [
      '（一）主动公开情况\n甲。\n（二）依申请公开情况\n乙。\n（三）信息管理情况\n丙。\n（四）平台建设情况\n丁。\n（五）监督保障情况\n戊。',
    ],
    ['一是主动公开到位。二是依申请公开规范。三是严把信息审核关。四是抓好网站建设。五是成立领导小组，专人负责。'],
    ['全年發布信息20條。未收到信息公開申請。嚴格信息審核。優化網站欄目。開展培訓2次，納入績效考核。'],
  ])('is satisfied: %j', (text) => {
    expect(told('overview', text, 'S.ASPECTS')).toEqual([])
  })

  it('finds all of them in a report without headings', () => {
    const text = '发布信息3条，未收到信息公开申请，对发布内容逐件把关，信息审核到人，公众号专人维护，培训2次。'
    expect(told('overview', text, 'S.ASPECTS')).toEqual([])
  })
})

describe('S.LENGTH', () => {
  it.each([
    [1100, []],
    [1101, ['info']],
    [2001, ['warning']],
  ])('%i characters', (length, severities) => {
    const text = `${FIVE}。`.padEnd(length, '公开工作有序推进，') + '\n\n  '
    expect(found('overview', text, 'S.LENGTH').map(({ severity }) => severity)).toEqual(severities)
  })
})

describe('S.PROBLEMS', () => {
  it.each([
    ['工作成绩显著，群众满意。', ['五、问题及改进：没有写存在的问题。', '五、问题及改进：没有写改进措施。']],
    ['下一步加强培训，完善制度。', ['五、问题及改进：没有写存在的问题。']],
    ['一是更新不及时；二是培训有待加强，制度需进一步完善。', ['五、问题及改进：没有写改进措施。']],
    ['无。', ['五、问题及改进：没有写存在的问题。', '五、问题及改进：没有写改进措施。']],
    ['渠道较为单一，将增设查阅点，拓宽渠道。', []],
    ['本年没有发现突出问题，将继续完善制度。', []],
  ])('%j', (text, messages) => {
    expect(told('problems', text, 'S.PROBLEMS')).toEqual(messages)
  })
})

describe('S.FEE', () => {
  it.each([
    ['没有其他需要报告的事项。', ['warning']],
    ['无。', ['warning']],
    ['本年未收取信息处理费。', []],
    ['2024年，未发生政府信息公开收费事项。', []],
    ['我单位本年度未收取相关费用。', []],
  ])('%j', (text, severities) => {
    expect(found('other', text, 'S.FEE').map(({ severity }) => severity)).toEqual(severities)
  })

  it('is an info where another section tells it', () => {
    const report = written('other', '没有其他事项。')
    const overview = `${report.narrative.overview}没有收取信息处理费。`
    const { findings } = check({ ...report, narrative: { ...report.narrative, overview } })
    expect(findings.filter(({ rule }) => rule === 'S.FEE').map(({ severity }) => severity)).toEqual(['info'])
  })
})

describe('S.DOUBLED', () => {
  it.each([
    ['围绕重大政策的的出台，征集意见，收费0元。', '“的的”'],
    ['做好政务公开工作工作，收费0元。', '“工作工作”'],
    ['政府信息信息公开收费0元。', '“信息信息”'],
    ['进一步加强进一步加强公开，收费0元。', '“进一步加强进一步加强”'],
    ['在规定期限内内容了了答复，收费0元。', '“了了”'],
  ])('%s', (text, word) => {
    expect(told('other', text, 'S.DOUBLED').map((message) => /“[^”]*”(?=重复)/.exec(message)?.[0])).toEqual([word])
  })

  it.each([
    ['为了了解需求，有目的的公开，公众参与与监督，现在在建项目，以及及时答复，合并并公开，收费0元。'],
    ['人人参与，渐渐规范，一一答复，多多益善，层层落实，一件一件办，逐条逐条过，事事有回音，收费0元。'],
    ['政务公开工作工作人员，信息公开申请申请人，进一步规范规范性文件，生态文明和和谐社会，一是是否公开，收费0元。'],
    ['办结1515件，共2020年，收费0元，等等。'],
    ['理由由申请人说明，今后方向向基层延伸，收费0元。'],
  ])('leaves alone: %s', (text) => {
    expect(told('other', text, 'S.DOUBLED')).toEqual([])
  })
})

describe('S.MARKS', () => {
  it.each([
    ['没有收费。。', '“。。”'],
    ['没有收费，，也没有其他。', '“，，”'],
    ['没有收费、。', '“、。”'],
    ['没有收费，。其他没有。', '“，。”'],
    ['没有收费！！', '“！！”'],
  ])('%s', (text, marks) => {
    expect(told('other', text, 'S.MARKS').map((message) => /标点(“[^”]*”)/.exec(message)?.[1])).toEqual([marks])
  })

  it.each([
    ['没有收费……其他没有。'],
    ['“没有收费。”、“其他没有。”'],
    ['见http://www.example.gov.cn。没有收费：是1,234.50元。'],
  ])('leaves alone: %s', (text) => {
    expect(told('other', text, 'S.MARKS')).toEqual([])
  })
})

describe('S.UNFINISHED', () => {
  const LONG = '本年度严格执行有关规定，没有收取任何信息处理费，其他需要报告的事项也'
  it.each([
    ['没有收取信息处理费，', '没有收取信息处理费，'],
    [LONG, '定，没有收取任何信息处理费，其他需要报告的事项也'],
  ])('%s', (text, quote) => {
    expect(found('other', text, 'S.UNFINISHED').map((finding) => finding.quote)).toEqual([quote])
  })

  it.each([
    ['信息处理费收取情况\n没有收取。'],
    ['（一）坚持以公开为常态、不公开为例外，持续深化主动公开，没有收费\n没有收取。'],
    [`${LONG}没有。\n附件：2024年度主动公开目录，收到和处理申请情况统计表`],
    ['没有收取信息处理费。\n侯寨街道办事处\n2025年1月20日'],
    ['一是没有收取信息处理费，'.slice(0, -1)],
    [
      [
        '本年度严格执行政府信息公开信息处理费管理办法的规定，全年没有收取任何信息处理',
        '费，也没有发生退费的情况，收费标准按照上级规定执行并向社会公开，接受社会的监督',
        '和审计部门的检查，群众对收费工作没有提出意见，也没有因为收费引起行政复议或者行',
        '政诉讼。其他需要报告的事项没有。',
      ].join('\n'),
    ],
  ])('leaves alone: %j', (text) => {
    expect(told('other', text, 'S.UNFINISHED')).toEqual([])
  })
})

describe('S.UNCLOSED', () => {
  it.each([
    ['没有收取信息处理费（国办函〔2020〕109号。', '“（”'],
    ['没有收取《信息处理费。', '“《”'],
    ['没有收取信息处理费》。', '“》”'],
    ['“没有收取信息处理费。', '““”'],
  ])('%s', (text, sign) => {
    expect(told('other', text, 'S.UNCLOSED').map((message) => /“.”(?=没有配对)/.exec(message)?.[0])).toEqual([sign])
  })

  it.each([
    ['没有收取（国办函〔2020〕109号)。1）没有；2）没有。'],
    ['按照《政府信息公开信息处理费管理办\n法》没有收取。'],
    ['（一）没有收取“信息处理费”（含《办法》）。'],
  ])('leaves alone: %j', (text) => {
    expect(told('other', text, 'S.UNCLOSED')).toEqual([])
  })
})

describe('rules about the text', () => {
  it('say nothing about a report without faults, and nothing but S.EMPTY about an empty section', () => {
    const texts = (report: Report) => check(report).findings.filter(({ rule }) => /^[SPF]\./.test(rule))
    expect(texts(clean)).toEqual([])
    expect(texts(written('other', ' \n')).map(({ rule }) => rule)).toEqual(['S.EMPTY'])
  })

  it('read what will be printed and quote what is typed', () => {
    const [finding] = found('other', '办结的的【办结】件，没有收费。', 'S.DOUBLED')
    expect(finding).toMatchObject({ quote: '办结的的【办结】件，没有收费。' })
    expect(finding?.message).toContain('“办结的的9件，没有收费。”')
  })

  it.each(['（', '一', '的', '（一）', '一是', '123', '“”《', '，', '申请人王', '收取'])(
    'take time in proportion to the text: %s',
    (part) => {
      const checked = (size: number) => void check(written('overview', part.repeat(Math.ceil(size / part.length))))
      expect(shareOfTime(checked, 50_000)).toBeLessThan(1)
    },
  )
})
