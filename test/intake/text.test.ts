import { describe, expect, it } from '@jest/globals'
import { check, type Finding } from '../../src/checks'
import { figures, type CellId } from '../../src/form'
import { EmptySourceError, read } from '../../src/intake'
import { ReportShapeError, printReport, type CellValue } from '../../src/report'
import { clean, cleanText, edited, replaced } from './sources'

const inBrief = ({ rule, severity }: Finding) => `${rule} ${severity}`

/** The cells in which a reading differs from the clean report. */
const differences = (text: string): Record<CellId, CellValue | undefined> => {
  const { report } = read(text, 'text')
  const changed = figures.filter(({ id }) => JSON.stringify(report.figures[id]) !== JSON.stringify(clean.figures[id]))
  return Object.fromEntries(changed.map(({ id }) => [id, report.figures[id]]))
}

const row = (id: string, values: (CellValue | undefined)[]) => {
  const cells = figures.filter((figure) => figure.table === 'table3' && figure.row === id)
  return Object.fromEntries(cells.map((cell, i) => [cell.id, values[i]]))
}
const blankRow = (id: string) => row(id, [null, null, null, null, null, null, null])

const halfWidth = (text: string) => text.replaceAll('（', '(').replaceAll('）', ')').replaceAll('、', '､')
const fullDigits = (line: string) => line.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

describe('the same report in other characters', () => {
  it.each<[string, string]>([
    ['as written', cleanText],
    ['with CRLF', cleanText.replaceAll('\n', '\r\n')],
    ['with CR', cleanText.replaceAll('\n', '\r')],
    ['with a byte order mark', `\ufeff${cleanText}`],
    ['with half-width brackets in labels', edited((line) => (line.includes('\t') ? halfWidth(line) : line))],
    ['with 1、 for 1.', edited((line) => line.replace(/^(\t*)(\d)\./, '$1$2、'))],
    ['with 1. followed by a blank', edited((line) => line.replace(/^(\t*\d\.)/, '$1 '))],
    ['without the numbers of labels', edited((line) => line.replace(/^(\t+)\d\./, '$1'))],
    ['with numbers restarted', edited((line) => line.replace(/^(\t+)\d\./, '$11.'))],
    ['with blanks in labels', edited((line) => (line.startsWith('\t\t') ? line.replace(/(\p{L})/gu, '$1 ') : line))],
    ['with 规范性文件 for 行政规范性文件', replaced('行政规范性文件', '规范性文件\t0\t0\t0')],
    ['with 合计 for 总计', edited((line) => line.replace('（七）总计', '（七）合计'))],
    ['without trailing cells', edited((line) => line.replace(/^(行政许可\t97)\t+$/, '$1'))],
    ['without lead cells', edited((line) => line.replace(/^\t+(?=[^\t])/, ''))],
    ['with lead cells lost and the row filled up', edited((line) => line.replace(/^\t(\t3\.其他.*)$/, '$1\t'))],
    ['with the title of a section spaced', edited((line) => line.replace('二、主动公开', '二 、 主 动 公 开'))],
    ['with a short section title', edited((line) => line.replace('存在的主要问题及', '存在的主要问题和'))],
    [
      'with tables under the title of another section',
      edited((line) => line.replace('二、主动公开政府信息情况', '另页')),
    ],
  ])('%s', (name, text) => {
    const { report, findings } = read(text, 'text')
    const { figures: expected } = clean
    expect(report.figures).toStrictEqual(expected)
    expect(report.unplaced).toBeUndefined()
    expect(findings.map(inBrief)).toEqual(name.startsWith('with tables under') ? ['READ.SECTION_MISSING warning'] : [])
  })

  it('keeps figures in full-width digits as written', () => {
    const text = edited((line) => (line.startsWith('行政许可') ? fullDigits(line) : line))
    expect(differences(text)).toEqual({ 'table2.licensing.decisions': { raw: '９７', value: 97 } })
    expect(read(text, 'text').findings).toEqual([])
  })

  it('keeps what is no number as written', () => {
    const text = replaced('一、本年新收', '一、本年新收政府信息公开申请数量\t\t\t22（其中网上16件）\t/\t—\t无\t\t0\t24')
    const values = [{ raw: '22（其中网上16件）', value: 22 }, { raw: '/' }, { raw: '—' }, { raw: '无' }, null, 0, 24]
    expect(read(text, 'text').report.figures).toMatchObject(row('received', values))
  })
})

describe('the title', () => {
  it.each<[title: string, unit: string, year: number | null, findings: string[]]>([
    ['侯寨办事处 2024 年政府信息公开工作年度报告', '侯寨办事处', 2024, []],
    ['侯寨办事处2024年度政府信息公开工作年度报告', '侯寨办事处', 2024, []],
    ['侯寨办事处\n2024年政府信息公开工作年度报告', '侯寨办事处', 2024, []],
    ['侯寨办事处2024年\n政府信息公开工作年度报告', '侯寨办事处', 2024, []],
    ['2024 年上海市科委政府信息公开工作\n年度报告', '上海市科委', 2024, []],
    ['某某局政府信息公开工作年度报告（2023年）', '某某局', 2023, []],
    ['某某局关于２０２３年政府信息公开工作年度报告', '某某局', 2023, []],
    ['某某局二〇二三年政府信息公开年度报告', '某某局', 2023, []],
    ['首页\n2020年专班 2024年政府信息公开工作年度报告', '2020年专班', 2024, []],
    ['某某局政府信息公开工作年度报告', '某某局', null, ['READ.TITLE info']],
    ['2024年政府信息公开工作年度报告', '', 2024, ['READ.TITLE info']],
    ['＿＿＿＿\n＿＿＿＿年政府信息公开工作年度报告', '', null, ['READ.TITLE info', 'READ.TITLE info']],
    ['关于某事的通知', '', null, ['READ.TITLE info']],
    [
      '本局公开了2024年政府信息公开工作年度报告。\n某某局\n2024年政府信息公开工作年度报告',
      '某某局',
      2024,
      ['READ.TEXT_LEFT_OUT info'],
    ],
  ])('%j', (title, unit, year, expected) => {
    const { report, findings } = read(cleanText.replace(/^[^一]+?(?=一、总体)/, `${title}\n\n`), 'text')
    expect([report.unit, report.year]).toEqual([unit, year])
    expect(findings.map(inBrief)).toEqual(expected)
  })
})

/** Rows with a name in the first column as pages print them: a cell of no figure before and one after the figures. */
const houzhaiRow = (line: string) => line.replace(/^([一二四]、[^\t]+\t)\t(.*)$/, '$1$2\t')

/** Sections 二 and 三 the other way round. */
const swapped = cleanText.replace(/(^二、主动公开[^]*?)(^三、收到和处理[^]*?)(?=^四、政府信息)/m, '$2$1')

describe('a label that is not quite the form’s', () => {
  const label = '一、本年新收政府信息公开申请数量'
  const lacking = { 'table3.received.naturalPerson': null }

  it.each<[string, string, Record<CellId, CellValue | undefined>]>([
    ['a typo', '一、本年新收政府信息公开申清数量\t\t\t20\t4\t0\t0\t0\t0\t24', {}],
    ['a typo, the figure behind it blank', '一、本年新收政府信息公开申清数量\t\t\t\t4\t0\t0\t0\t0\t24', lacking],
    ['the figure run into it', `${label}20\t\t\t\t4\t0\t0\t0\t0\t24`, lacking],
  ])('%s: is told with its own words, and every figure stays in its cell', (_, line, changed) => {
    const text = replaced('一、本年新收', line)
    expect(differences(text)).toEqual(changed)
    const [finding] = read(text, 'text').findings
    expect(finding?.rule).toBe('READ.LABEL')
    expect(finding?.message).toContain(`来源的行名是“${line.split('\t')[0] ?? ''}”`)
  })
})

describe('a source with a fault', () => {
  const shifted = '一、本年新收政府信息公开申请数量\t\t\t20\t4\t0\t0\t0\t0\t0\t24'
  const split = '\t（一）予以公开\t\t1\t7\t3\t0\t0\t0\t0\t20'
  const short = '\t（一）予以公开\t\t17\t3\t0\t0\t0\t20'

  it.each<[string, string, string[], Record<CellId, CellValue | undefined>]>([
    ['a cell too many, one reading', replaced('一、本年新收', shifted), ['READ.REPAIRED_ROW warning'], {}],
    [
      'a number split over two cells, one reading',
      replaced('三、本年度办理结果', split),
      ['READ.REPAIRED_ROW warning'],
      {},
    ],
    ['a cell lost', replaced('三、本年度办理结果', short), ['READ.RAGGED error'], blankRow('granted')],
    [
      'a cell lost before cells of no figure',
      edited((line) => houzhaiRow(line).replace(/^(一、.*?\t20)\t4/, '$1')),
      ['READ.REPAIRED_ROW warning'],
      { 'table3.received.enterprise': null },
    ],
    [
      'a cell lost, and the blank cells at the end of a full row cut',
      edited((line) =>
        houzhaiRow(line)
          .replace(/^(一、.*?\t20)\t4/, '$1')
          .replace(/^(二、.*)\t$/, '$1'),
      ),
      ['READ.REPAIRED_ROW warning'],
      { 'table3.received.enterprise': null },
    ],
    [
      'a blank total that an editor cut off',
      edited((line) => houzhaiRow(line).replace(/^(一、.*)\t24\t$/, '$1')),
      ['READ.REPAIRED_ROW warning'],
      { 'table3.received.total': null },
    ],
    [
      'no reading',
      replaced('一、本年新收', '一、本年新收政府信息公开申请数量\t\t\t20\t4\t0\t9\t0\t0\t0\t24\t9\t9'),
      ['READ.RAGGED error'],
      blankRow('received'),
    ],
    [
      'two figures for one cell of table 2, which no identity can judge',
      replaced('行政许可', '行政许可\t97\t98\t'),
      ['READ.RAGGED error'],
      { 'table2.licensing.decisions': null },
    ],
    ['a row missing', replaced('四、结转', undefined), ['READ.ROW_MISSING warning'], row('carriedOut', [])],
    [
      'a row of another name',
      replaced('四、结转', '四、移送其他机关\t\t\t1\t1\t0\t0\t0\t0\t2'),
      ['READ.ROW_MISSING warning', 'READ.ROW_UNKNOWN warning'],
      row('carriedOut', []),
    ],
    [
      'a row without a name',
      edited((line) => (line.startsWith('四、结转') ? `${line}\n\t\t\t1\t1\t0\t0\t0\t0\t2` : line)),
      ['READ.ROW_UNKNOWN warning'],
      {},
    ],
    [
      'a row twice',
      edited((line) => (line.startsWith('四、结转') ? `${line}\n${line}` : line)),
      ['READ.ROW_TWICE warning'],
      {},
    ],
    [
      'a row twice with other figures',
      edited((line) => (line.startsWith('四、结转') ? `${line}\n${line}9` : line)),
      ['READ.ROW_TWICE error'],
      blankRow('carriedOut'),
    ],
    [
      'a section title twice',
      edited((line) => (line.startsWith('五、') ? `${line}\n${line}` : line)),
      ['READ.SECTION_TWICE warning'],
      {},
    ],
    [
      'a section with the number of another',
      edited((line) => line.replace(/^五、/, '四、')),
      ['READ.SECTION_NUMBER warning'],
      {},
    ],
    [
      'the number of a table’s section',
      edited((line) => line.replace('四、政府信息公开行政', '五、政府信息公开行政')),
      ['READ.SECTION_NUMBER warning'],
      {},
    ],
    ['sections in another order', swapped, ['READ.SECTION_ORDER warning'], {}],
    ['a narrative section missing', replaced('六、', undefined), ['READ.SECTION_MISSING warning'], {}],
  ])('%s', (_, text, expected, changes) => {
    const { findings } = read(text, 'text')
    expect(findings.map(inBrief)).toEqual(expected)
    expect(differences(text)).toEqual(changes)
  })

  it.each([
    ['五、', '四、', '四、存在的主要问题及改进情况', '五'],
    ['五、', '第四部分 ', '第四部分 存在的主要问题及改进情况', '五'],
    ['六、', '五、', '五、其他需要报告的事项', '六'],
    ['一、总体', '二、总体', '二、总体情况', '一'],
  ])('reads %j numbered %j as what its title says', (right, wrong, quote, ordinal) => {
    const { report, findings } = read(
      edited((line) => (line.startsWith(right) && line.includes(quote.slice(-4)) ? line.replace(right, wrong) : line)),
      'text',
    )
    expect(report.narrative).toEqual(clean.narrative)
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['READ.SECTION_NUMBER', `来源写的是“${quote}”，这一部分的序号应为“${ordinal}”。请对照原件核对，发布时改正序号。`],
    ])
  })

  it('says what, where and what to do, with the source’s own words', () => {
    const text = replaced('四、结转', '四、移送其他机关\t\t\t1\t1\t0\t0\t0\t0\t2')
    const [missing, unknown] = read(text, 'text').findings
    expect(missing).toMatchObject({
      message: '三、依申请公开：没有找到“四、结转下年度继续办理”。请对照原件填写。',
      cells: Object.keys(row('carriedOut', [])).map((id) => ({ id, role: 'figure' })),
      source: '国办公开办函〔2021〕30号',
    })
    expect(unknown?.message).toMatch(/^三、依申请公开（第 \d+ 行）：这一行的数字没有放进表格。/)
    expect(unknown?.quote).toBe('四、移送其他机关\t\t\t1\t1\t0\t0\t0\t0\t2')
  })

  it('tells a table that is not there from one that is blank', () => {
    const lines = cleanText.split('\n')
    const from = lines.findIndex((line) => line.startsWith('四、政府信息公开'))
    const to = lines.findIndex((line) => line.startsWith('五、'))
    const without = [...lines.slice(0, from), ...lines.slice(to)].join('\n')
    expect(read(without, 'text').findings.map(inBrief)).toEqual(['READ.TABLE_MISSING error'])
    expect('table4.review.upheld' in read(without, 'text').report.figures).toBe(false)

    const blank = lines.map((line) => (/^\d/.test(line) && line.split('\t').length === 15 ? '\t'.repeat(14) : line))
    expect(read(blank.join('\n'), 'text').findings).toEqual([])
    expect(read(blank.join('\n'), 'text').report.figures['table4.review.upheld']).toBeNull()
  })

  it('names the order in which the sections stand', () => {
    expect(read(swapped, 'text').findings[0]?.message).toBe(
      '各部分的先后是一、三、二、四、五、六，与统一格式不同。各部分已按标题读取，发布时请按一至六的顺序排列。',
    )
  })

  it.each(['    ', ' ', ' | ', '|'])('reads the cells of a table that %j stands between', (separator) => {
    const text = cleanText.replace(/^\t+/gm, '').replace(/\t+/g, separator)
    expect(read(text, 'text').report).toEqual(clean)
  })

  it.each<[string, string, string[]]>([
    ['tables', cleanText.replace(/^.*\t.*$/gm, ''), []],
    ['a row', replaced('四、结转', undefined), []],
    ['nothing, but a cell is blank', replaced('行政许可', '行政许可\t\t\t'), ['V.BLANK']],
  ])('tells once what was not read: %s', (_, text, expected) => {
    const { report, unread } = read(text, 'text')
    const { findings, repairs } = check(report, { unread })
    // What the narrative leaves out (S.*) has nothing to do with what was read.
    expect(findings.map(({ rule }) => rule).filter((rule) => !rule.startsWith('S.'))).toEqual(expected)
    expect(repairs).toHaveLength(expected.length)
  })

  it('keeps headings of the narrative that are named like sections', () => {
    const text = edited((line) => (line === '（一）主动公开。' ? '（一）主动公开政府信息情况\n公开信息 9 条。' : line))
    expect(read(text, 'text').report.narrative.overview).toBe(
      '全年收到申请 24 件。\n（一）主动公开政府信息情况\n公开信息 9 条。',
    )
    expect(read(text, 'text').findings).toEqual([])
  })

  it.each([
    ['一、总体情况', '一、总体概况'],
    ['二、主动公开政府信息情况', '二、主动公开政府信息情况表'],
    ['三、收到和处理政府信息公开申请情况', '三、收到和处里政府信息公开申请清况'],
    ['四、政府信息公开行政复议、行政诉讼情况', '四、政府信息公开行政复议、行诉讼情况'],
    ['五、存在的主要问题及改进情况', '五、存在的主要问题与改进的情况'],
    ['六、其他需要报告的事项', '六、其它须要报告的事项'],
  ])('knows the title %s as %s', (title, misspelt) => {
    expect(
      read(
        edited((line) => (line === title ? misspelt : line)),
        'text',
      ),
    ).toMatchObject({
      report: clean,
      findings: [],
    })
  })

  it.each([
    ['two lines are like the title', '五、存在主要问题与改进的情况\n五、存在的主要问题跟改进情况'],
    ['the line is a sentence', '五、存在的主要问题，与改进情况。'],
    ['the line is a heading of other content', '五、下一步工作的打算'],
  ])('takes no line for a title where %s', (_, lines) => {
    const { findings } = read(
      edited((line) => (line === '五、存在的主要问题及改进情况' ? lines : line)),
      'text',
    )
    expect(findings.map(({ rule }) => rule)).toContain('READ.SECTION_MISSING')
  })

  it('finds sections that are numbered （一） throughout', () => {
    const text = edited((line) => line.replace(/^([一二三四五六])、(?!.*\t)/, '（$1）'))
    expect(read(text, 'text').report).toEqual(clean)
  })

  it('reads a table that stands in the wrong section and keeps it out of the narrative', () => {
    const lines = cleanText.split('\n')
    const table4 = lines.slice(
      lines.findIndex((line) => line.startsWith('行政复议')),
      lines.findIndex((line) => line.startsWith('五、')),
    )
    const others = lines.filter((line) => !table4.includes(line) || line === '')
    const moved = others.flatMap((line) => (line.startsWith('五、') ? [line, ...table4] : [line])).join('\n')
    const { report, findings } = read(moved, 'text')
    expect(report).toEqual(clean)
    expect(findings).toEqual([])
  })

  it('aligns blanks at the ends of a row as the full rows of the table stand', () => {
    const houzhai = edited(houzhaiRow)
    expect(differences(houzhai)).toEqual({})
    const lastBlank = houzhai.replace(/^(二、上年[^\t]+\t\t2\t0\t0\t0\t0\t0)\t2/m, '$1\t')
    expect(differences(lastBlank)).toEqual({ 'table3.carriedIn.total': null })
    const firstBlank = houzhai.replace(/^(二、上年[^\t]+\t\t)2/m, '$1')
    expect(differences(firstBlank)).toEqual({ 'table3.carriedIn.naturalPerson': null })
  })
})

describe('unusable input', () => {
  it.each([
    '',
    ' \n\t\n',
    '关于召开会议的通知\n请准时参加。',
    '1\t2\t3\n4\t5\t6',
    '{"edition":"2021"}',
    '\u0000\u0001',
  ])('%j is one clear error', (text) => {
    expect(() => read(text, 'text')).toThrow(EmptySourceError)
    expect(() => read(text, 'text')).toThrow('一份看不出年度报告内容的文件')
  })

  it.each(['', '{', 'null', '[]', '{"figures":{}}', '{"edition":"2021","figures":{"x":1}}', '['.repeat(100_000)])(
    'JSON %.20j is one clear error',
    (text) => {
      expect(() => read(text, 'json')).toThrow(ReportShapeError)
    },
  )
})

describe('JSON', () => {
  it('gives the report and no finding about the source', () => {
    expect(read(`\ufeff${printReport(clean)}`, 'json')).toEqual({
      report: clean,
      findings: [],
      unread: new Set(),
    })
  })
})
