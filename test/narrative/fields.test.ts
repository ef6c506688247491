import fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import { figures, isCellId } from '../../src/form'
import { fieldsIn, fieldsOf, filledReport, fillFields, nearestField } from '../../src/narrative'
import { editDistance, plainDigits, totals, withFigures, type CellValue, type Report } from '../../src/report'
import cleanReport from '../fixtures/clean-report.json'
import { shareOfTime } from '../support/processor-time'
import { runs } from '../support/runs'

const clean: Report = cleanReport
const zero = withFigures(clean, Object.fromEntries(figures.map(({ id }) => [id, 0])))
const changed = (changes: Record<string, CellValue>) => withFigures(clean, changes)
const filled = (text: string, report = clean, lastYear: Report | null = clean) =>
  fillFields(text, report, lastYear).text

describe('the list of fields', () => {
  const listed = fieldsOf(clean, clean)

  it('has no name twice', () => {
    expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length)
  })

  it('has one for every figure: changing one figure changes a field', () => {
    for (const { id, unit } of figures) {
      const value = unit === 'count' ? 123456 : 1234.5
      const now = fieldsOf(changed({ [id]: value }), clean)
      expect(now.some((field) => field.value === String(value) && field.group !== '上年数据')).toBe(true)
    }
  })

  it.each([
    ['规章·本年制发', '0', '件', '二、主动公开'],
    ['行政事业性收费', '0', '万元', '二、主动公开'],
    ['本年新收', '8', '件', '三、依申请公开'],
    ['办结·自然人', '9', '件', '三、依申请公开·自然人'],
    ['本机关不掌握相关政府信息', '1', '件', '三、依申请公开'],
    ['无法提供', '1', '件', '三、依申请公开'],
    ['收到合计', '9', '件', '三、依申请公开'],
    ['行政复议·结果维持', '1', '件', '四、复议诉讼'],
    ['行政诉讼', '1', '件', '四、复议诉讼'],
    ['部分公开占比', '77.8', '%', '占比'],
    ['同比新收', '持平', '', '与上年相比'],
    ['上年新收', '8', '件', '上年数据'],
    ['单位', '侯寨街道办事处', '', '单位和年度'],
    ['上年度', '2023', '年', '单位和年度'],
  ])('%s is %s %s of %s', (name, value, unit, group) => {
    expect(listed.find((field) => field.name === name)).toEqual({ name, value, unit, group })
  })

  it('has no value where there is none', () => {
    const open = fieldsOf({ ...changed({ 'table3.received.total': null }), year: null, unit: '' }, null)
    const missing = open.filter(({ value }) => value === null).map(({ name }) => name)
    expect(missing).toEqual(expect.arrayContaining(['本年新收', '收到合计', '同比新收', '上年新收', '年度', '单位']))
    expect(missing).not.toContain('办结')
  })
})

describe('a filled text', () => {
  it.each([
    ['收到申请【本年新收】件，办结【办结】。', '收到申请8件，办结9件。'],
    ['【本年新收】 起、【 行政复议 】宗', '8 起、1宗'],
    ['【年度】，【年度】年度，【单位】', '2024年，2024年度，侯寨街道办事处'],
    ['占【部分公开占比】，【部分公开占比】%', '占77.8%，77.8%'],
    ['【一、本年新收政府信息公开申请数量】【结转下年度继续办理】【危及三安全一稳定】', '8件0件0件'],
    ['【办结-自然人】【办结:自然人】【其他处理·其他】【办结·总计】', '9件9件0件9件'],
    ['没有数据项的文字', '没有数据项的文字'],
    ['【＿＿：培训次数】次【本年新受】', '【＿＿：培训次数】次【本年新受】'],
  ])('%s', (text, expected) => {
    expect(filled(text)).toBe(expected)
  })

  it.each([
    [{ 'table3.received.total': 9 }, '增长12.5%'],
    [{ 'table3.received.total': 7 }, '下降12.5%'],
    [{ 'table3.received.total': 8 }, '持平'],
    [{ 'table3.received.total': 0 }, '下降100%'],
  ])('compares with last year: %j', (changes, expected) => {
    expect(filled('【同比新收】', changed(changes))).toBe(expected)
  })

  it('compares with none by how many, and shows the smallest change', () => {
    expect(filled('【同比行政许可】', changed({ 'table2.licensing.decisions': 7 }))).toBe('增加7件')
    const [now, before] = [10001, 10000].map((value) => changed({ 'table3.received.total': value }))
    expect(filled('【同比新收】', now, before)).toBe('增长0.01%')
  })

  it.each([
    ['收费【行政事业性收费】。', '收费59237.2449万元。'],
    ['收费【行政事业性收费】万元。', '收费59237.2449万元。'],
    ['收费【行政事业性收费】元。', '收费592372449元。'],
    ['收费【行政事业性收费】亿元。', '收费5.92372449亿元。'],
  ])('puts money into the unit that is typed: %s', (text, expected) => {
    expect(filled(text, changed({ 'table2.fees.amount': 59237.2449 }))).toBe(expected)
  })

  it.each([[null], [{ raw: '无' }], [{ raw: '/' }]])('leaves a gap for %j, never 0', (value) => {
    const report = changed({ 'table3.received.total': value })
    expect(filled('收到申请【本年新收】件。', report)).toBe('收到申请【＿＿：本年新收】件。')
  })

  it('names what it does not know', () => {
    const { unknown } = fillFields('【本年新受】【办结】【行政复议·维持】', clean, null)
    expect(unknown).toEqual(['本年新受', '行政复议·维持'])
    expect(unknown.map(nearestField)).toEqual(['本年新收', '行政复议·结果维持'])
  })

  it('takes the field with the fewest wrong characters for the one that was meant', () => {
    const names = fieldsOf(clean, clean).map(({ name }) => name)
    const like = fc.tuple(fc.constantFrom(...names), fc.nat(9), fc.string({ maxLength: 4 }))
    fc.assert(
      fc.property(like, ([name, cut, added]) => {
        const wrong = added + name.slice(cut)
        const edits = editDistance(wrong, nearestField(wrong))
        expect(edits).toBe(Math.min(...names.map((one) => editDistance(wrong, one))))
      }),
      runs(100),
    )
  })

  it('fills the narrative of a report and nothing else', () => {
    const report = { ...clean, narrative: { ...clean.narrative, other: '办结【办结】件。' } }
    expect(filledReport(report, null)).toEqual({ ...clean, narrative: { ...clean.narrative, other: '办结9件。' } })
    expect(filledReport(clean, null)).toBe(clean)
  })
})

describe('0 in words', () => {
  it.each([
    ['收到政府信息公开申请【本年新收】件，办结【办结】件。', '未收到政府信息公开申请，办结0件。'],
    ['2024年，本机关共收到政府信息公开申请【本年新收】件。', '2024年，本机关未收到政府信息公开申请。'],
    ['本年新收政府信息公开申请【本年新收】', '本年未收到政府信息公开申请'],
    ['全年受理了依申请公开事项【本年新收】件；', '全年未受理依申请公开事项；'],
    ['全年收到【本年新收】件政府信息公开申请。', '全年未收到政府信息公开申请。'],
    ['接收公民、法人提出的申请【本年新收】件。', '未接收公民、法人提出的申请。'],
    ['发生行政复议【行政复议】件。', '未发生行政复议。'],
    ['因公开工作发生行政复议【行政复议】件、行政诉讼【行政诉讼】件。', '因公开工作未发生行政复议、行政诉讼。'],
    ['被申请行政复议【行政复议】件，被提起行政诉讼【行政诉讼】件。', '未被申请行政复议，未被提起行政诉讼。'],
  ])('%s', (text, expected) => {
    expect(filled(text, zero)).toBe(expected)
  })

  it.each([
    ['办结政府信息公开申请【办结】件。', '办结政府信息公开申请0件。'],
    ['办理收到的申请【本年新收】件。', '办理收到的申请0件。'],
    ['收到申请【本年新收】件（网上【本年新收·自然人】件）。', '收到申请0件（网上0件）。'],
    ['收到申请【本年新收】件、办结【办结】件。', '收到申请0件、办结0件。'],
    ['没有收到申请【本年新收】件。', '没有收到申请0件。'],
    ['收到申请【收到合计】件，其中上年结转【上年结转】件。', '收到申请0件，其中上年结转0件。'],
    ['收到申请【本年新收】件，均已答复。', '收到申请0件，均已答复。'],
    ['收到【本年新收】件申请，同比【同比新收】。', '收到0件申请，同比下降100%。'],
    ['收到信件30封，申请【本年新收】件。', '收到信件30封，申请0件。'],
    ['作出行政许可【行政许可】件。', '作出行政许可0件。'],
  ])('only where the sentence asks for it: %s', (text, expected) => {
    expect(filled(text, zero)).toBe(expected)
  })

  it('only where every case is 0', () => {
    const one = withFigures(zero, { 'table4.directLitigation.total': 1 })
    const text = '发生行政复议【行政复议】件、行政诉讼【行政诉讼】件。'
    expect(filled(text, one)).toBe('发生行政复议0件、行政诉讼1件。')
  })
})

const inputs = figures.filter(({ kind, unit }) => kind === 'input' && unit === 'count').map(({ id }) => id)
const reports = fc
  .array(fc.nat({ max: 9999 }), { minLength: inputs.length, maxLength: inputs.length })
  .map((values) => totals(withFigures(clean, Object.fromEntries(inputs.map((id, i) => [id, values[i] ?? 0])))))

describe('any report', () => {
  const names = fieldsOf(clean, clean).filter(({ unit }) => unit === '件')

  it('gives exactly its figures to a text with every field', () => {
    const text = names.map(({ name }) => `【${name}】件`).join('；')
    fc.assert(
      fc.property(reports, reports, (report, lastYear) => {
        const values = new Map(fieldsOf(report, lastYear).map(({ name, value }) => [name, value]))
        const expected = names.map(({ name }) => `${values.get(name)}件`).join('；')
        expect(filled(text, report, lastYear)).toBe(expected)
        for (const id of ['table3.received.total', 'table4.review.total'].filter(isCellId)) {
          expect(expected).toContain(plainDigits(report.figures[id] as number))
        }
      }),
      runs(40),
    )
  })

  it.each([
    ['【本年新收】\n本年新收【本年新收】件。', '【本年新收】\n本年新收8件。'],
    ['办结如下。\n【办结】：\n全部按期。', '办结如下。\n【办结】：\n全部按期。'],
    ['办结件数：\n【办结】', '办结件数：\n9件'],
    ['【单位】\n办结【办结】件。', '侯寨街道办事处\n办结9件。'],
  ])('leaves a heading that has the name of a field: %s', (text, printed) => {
    expect(filled(text)).toBe(printed)
  })

  it('never changes a text outside its fields, whatever is typed', () => {
    const parts = fc.constantFrom(
      '【本年新收】',
      '【办结】件',
      '【',
      '】',
      '收到',
      '申请',
      '件',
      '，',
      '。',
      '【＿＿：x】',
      '【乱】',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (typed) => {
        const text = typed.join('')
        const { text: printed, spans } = fillFields(text, clean, null)
        let [at, from] = [0, 0]
        for (const span of spans) {
          expect(printed.slice(at, span.printed.start)).toBe(text.slice(from, span.typed.start))
          ;[at, from] = [span.printed.end, span.typed.end]
        }
        expect(printed.slice(at)).toBe(text.slice(from))
        expect(fieldsIn(text, clean, null).length).toBeGreaterThanOrEqual(spans.length)
      }),
      runs(300),
    )
  })

  it('takes time in proportion to the text', () => {
    const textOf = (size: number) =>
      '收到'.repeat(size) + '【'.repeat(size) + '收到申请【本年新收】件，'.repeat(Math.ceil(size / 10))
    expect(filled(textOf(40_000), zero).endsWith('未收到申请，')).toBe(true)
    expect(shareOfTime((size) => void filled(textOf(size), zero), 40_000)).toBeLessThan(1)
  })
})
