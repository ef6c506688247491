import { describe, expect, it } from '@jest/globals'
import { applyRepair, check } from '../../src/checks'
import { figures } from '../../src/form'
import { read } from '../../src/intake'
import { parseReport, printReport } from '../../src/report'
import { clean, cleanText } from './sources'

const begin = cleanText.indexOf('三、收到和处理')
const table3 = cleanText.slice(cleanText.indexOf('\n', begin) + 1, cleanText.indexOf('四、政府信息公开行政'))
const other = table3.replace(/^(一、本年新收[^\t]*\t\t\t)20\t4(.*)24$/m, '$121\t4$225')
const withBefore = (text: string) => cleanText.replace(table3, () => `${text}\n${table3}`)
const brief = (text: string) => read(text, 'text').findings.map(({ rule, severity }) => `${rule} ${severity}`)
function table3Of(text: string) {
  const { report } = read(text, 'text')
  return figures.filter(({ table }) => table === 'table3').map(({ id }) => report.figures[id])
}
const ofClean = figures.filter(({ table }) => table === 'table3').map(({ id }) => clean.figures[id])

describe('two tables that could both be table 3', () => {
  it.each([
    ['of the same figures', withBefore(table3), ['READ.TABLE_TWICE warning']],
    ['of two years named above them', withBefore(`2023年情况\n${other}\n2024年情况\n`), ['READ.TABLE_TWICE warning']],
    ['of which one names last year', withBefore(`上年情况\n${other}\n本年情况\n`), ['READ.TABLE_TWICE warning']],
    ['of which one stands in another section', `${cleanText}\n附件：某某所\n${other}`, ['READ.TABLE_TWICE info']],
  ])('%s: the report’s own is read and the other told', (_, text, expected) => {
    expect(brief(text)).toEqual(expected)
    expect(table3Of(text)).toEqual(ofClean)
  })

  it('that nothing tells apart are both kept, to be chosen, and the cells stay blank', () => {
    const { report, findings } = read(withBefore(other), 'text')
    expect(findings.map(({ rule }) => rule)).toEqual(['READ.TABLE_TWICE', 'READ.RAGGED', 'READ.RAGGED'])
    expect(report.unplaced?.map(({ cells, written }) => [cells.length, written[0]])).toEqual([
      [175, '21'],
      [175, '20'],
    ])
    expect(parseReport(JSON.parse(printReport(report)))).toEqual(report)
    // The other one breaks an identity, so it is told of but not offered.
    const [only] = check(report).repairs.filter(({ changes }) => changes.length === 175)
    const chosen = only && applyRepair(report, only)
    expect(
      chosen &&
        figures.every(({ id }) => chosen.figures[id] === clean.figures[id] || typeof clean.figures[id] === 'object'),
    ).toBe(true)
    expect(chosen && check(chosen).findings.filter(({ rule }) => rule.startsWith('READ'))).toEqual([])
  })
})

describe('what one of two tables cannot be offered with', () => {
  const newRow = /^(一、本年新收[^\t]*\t\t\t).*$/m

  it.each([
    ['too few figures', '20\t0\t0\t0\t0\t6', '）：这一行应有 7 个数，写了 6 个（20 0 0 0 0 6）'],
    ['too many figures', '20\t0\t0\t0\t0\t0\t0\t26', '）：这一行应有 7 个数，写了 8 个（20 0 0 0 0 0 0 26）'],
  ])('a row with %s is told', (_, row, expected) => {
    const text = withBefore(table3.replace(newRow, `$1${row}`))
    const { report, findings } = read(text, 'text')
    const line = text.slice(0, text.indexOf(row)).split('\n').length
    const told = findings.filter(({ rule }) => rule === 'READ.TABLE_TWICE')
    expect(told.map(({ severity }) => severity)).toEqual(['error', 'warning'])
    expect(told[1]?.message).toContain(`（第 ${line} 行${expected}`)
    expect(report.unplaced?.map(({ cells, written }) => [cells.length, written.length])).toEqual([
      [175, 175],
      [175, 175],
    ])
  })

  it('a figure in words and one with a mark are told', () => {
    const { findings } = read(withBefore(table3.replace(newRow, '$120①\t4件\t0\t0\t0\t0\t24')), 'text')
    expect(findings.map(({ rule }) => rule).sort()).toEqual([
      'READ.MARK',
      'READ.RAGGED',
      'READ.RAGGED',
      'READ.TABLE_TWICE',
      'READ.WORDS',
    ])
  })
})

const table2Of2019 = [
  '第二十条第（一）项',
  '信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量',
  '规章\t0\t0\t0',
  '规范性文件\t3\t3\t8',
  '第二十条第（五）项',
  '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
  '行政许可\t9\t+14\t97',
  '其他对外管理服务事项\t1\t0\t2',
  '第二十条第（六）项',
  '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
  '行政处罚\t1\t0\t5',
  '行政强制\t1\t0\t0',
  '第二十条第（八）项',
  '信息内容\t上一年项目数量\t本年增/减',
  '行政事业性收费\t2\t0',
  '第二十条第（九）项',
  '信息内容\t采购项目数量\t采购总金额',
  '政府集中采购\t4\t12.5',
].join('\n')

describe('a report of edition 2019', () => {
  const begin2 = cleanText.indexOf('二、主动公开')
  const end2 = cleanText.indexOf('三、收到和处理')
  const oneRow = cleanText
    .slice(end2)
    .replace(/^.*逾期不补正.*\n|^.*逾期未按收费.*\n/gm, '')
    .replace(/^\t*3\.其他\t/m, '\t（六）其他处理\t\t')
  const text = `${cleanText.slice(0, begin2)}二、主动公开政府信息情况\n${table2Of2019}\n\n${oneRow}`
  const { report, findings } = read(text, 'text')

  it('is read into its own edition and cells', () => {
    expect(report.edition).toBe('2019')
    expect(findings.map(({ rule }) => rule)).toEqual(['READ.EDITION', 'READ.WORDS'])
    expect(report.figures).toMatchObject({
      'table2.normativeDocuments.disclosed': 8,
      'table2.licensing.change': { raw: '+14' },
      'table2.otherServices.decisions': 2,
      'table2.procurement.amount': 12.5,
      'table3.otherwise.naturalPerson': 4,
      'table3.otherwise.total': 4,
    })
    expect(Object.keys(report.figures)).toHaveLength(198)
  })

  it('survives JSON, and the check says which edition it is', () => {
    expect(parseReport(JSON.parse(printReport(report)))).toEqual(report)
    expect(check(report).findings.map(({ rule }) => rule)).toEqual(['B.EDITION'])
  })
})
