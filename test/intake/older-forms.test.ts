import { describe, expect, it } from '@jest/globals'
import { check } from '../../src/checks'
import { read } from '../../src/intake'
import { cleanText } from './sources'

const lines = cleanText.split('\n')
const at = lines.findIndex((line) => line.includes('逾期不补正'))
const figures = (lines[at + 2] ?? '').split('\t').slice(-7).join('\t')

/** The clean text with other rows in place of the three of （六）其他处理. */
const withRows = (...rows: string[]): string => [...lines.slice(0, at), ...rows, ...lines.slice(at + 3)].join('\n')

function otherwise(text: string) {
  const { report, findings } = read(text, 'text')
  const { 'table3.otherwise.total': one, 'table3.otherwise.other.total': third } = report.figures
  return { one, third, told: findings.map(({ rule }) => rule) }
}

describe('（六）其他处理 in one row of the older form', () => {
  it.each([
    ['with its own label', [`\t（六）其他处理\t\t${figures}`]],
    ['with 其他 beside it', [`\t（六）其他处理\t其他\t${figures}`]],
    ['with 1.其他 beside it', [`\t（六）其他处理\t1.其他\t${figures}`]],
    ['with a short label', [`\t（六）其他\t\t${figures}`]],
    ['with 其他 alone', [`\t其他\t\t${figures}`]],
    ['with 其他 alone in the third column', [`\t\t其他\t${figures}`]],
    ['with a label broken before it', ['\t（六）\t\t', `\t其他处理\t\t${figures}`]],
    ['with a label broken around it', ['\t（六）', `\t其他\t\t${figures}`, '\t处理']],
  ])('%s is no 3.其他', (_, rows) => {
    expect(otherwise(withRows(...rows))).toEqual({ one: 4, third: undefined, told: ['READ.ONE_ROW'] })
  })

  it.each([
    ['numbered 3, the other two missing', [`\t（六）其他处理\t3.其他\t${figures}`]],
    ['numbered ③, the other two missing', [`\t（六）其他处理\t③其他\t${figures}`]],
    ['without number below the other two', [...lines.slice(at, at + 2), `\t\t其他\t${figures}`]],
  ])('is not what stands %s', (_, rows) => {
    expect(otherwise(withRows(...rows))).toMatchObject({ one: undefined, third: 4 })
  })
})

const T2 = `信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量
规章\t0\t0\t0
规范性文件\t3\t3\t8
信息内容\t上一年项目数量\t本年增/减\t处理决定数量
行政许可\t9\t14\t97
其他对外管理服务事项\t1\t0\t2
行政处罚\t1\t1\t5
行政强制\t1\t0\t0
信息内容\t上一年项目数量\t本年增/减
行政事业性收费\t2\t0
信息内容\t采购项目数量\t采购总金额
政府集中采购\t4\t12.5`

describe('a report of edition 2019', () => {
  const [begin, end] = [cleanText.indexOf('二、主动公开'), cleanText.indexOf('三、收到和处理')]
  const rest = withRows(`\t（六）其他处理\t\t${figures}`)
  const after = rest.slice(rest.indexOf('三、收到和处理'))
  const told = (text: string) => {
    const { report, findings, unread } = read(text, 'text')
    return [...findings, ...check(report, { unread }).findings].map(({ rule }) => rule)
  }

  it('is told once about its source and once about itself', () => {
    const text = `${cleanText.slice(0, begin)}二、主动公开政府信息情况\n${T2}\n\n${after}`
    expect(told(text)).toEqual(['READ.EDITION', 'B.EDITION'])
    expect(end).toBeGreaterThan(begin)
  })

  it('is known without the title of its section', () => {
    const text = `${cleanText.slice(0, begin)}${T2}\n\n${after}`
    expect(told(text)).toEqual(['READ.EDITION', 'READ.SECTION_MISSING', 'B.EDITION'])
  })
})

describe('a table of another form in a section', () => {
  const rows = Array.from({ length: 45 }, (_, i) => `${i + 1}.统计项目之${i + 1}\t件\t${i}`).join('\n')

  it('of 45 rows is told once, and with its place', () => {
    const { findings } = read(cleanText.replace(/^四、政府信息公开行政/m, `附：统计表\n${rows}\n$&`), 'text')
    expect(findings.map(({ rule, message }) => [rule, message.replace(/\d+ 行起/, 'n 行起')])).toEqual([
      [
        'READ.ROW_UNKNOWN',
        '三、依申请公开（第 n 行起）：这张表不是统一格式里的表，其中 45 行的数字没有放进表格。请对照原件，把数字填到应填的行。',
      ],
    ])
  })

  it('among the rows of the form is told row by row', () => {
    const few = rows.split('\n').slice(0, 2).join('\n')
    const { findings } = read(cleanText.replace(/^\t（七）总计/m, `${few}\n$&`), 'text')
    expect(findings.map(({ rule }) => rule)).toEqual(['READ.ROW_UNKNOWN', 'READ.ROW_UNKNOWN'])
  })
})

describe('a row that is printed twice', () => {
  const row = lines.find((line) => line.includes('（一）予以公开')) ?? ''
  const cells = 7

  it('with other figures names its cells and leaves all of them open', () => {
    const { report, findings } = read(cleanText.replace(row, `${row}\n${row.replace('17', '18')}`), 'text')
    const twice = findings.filter(({ rule }) => rule === 'READ.ROW_TWICE')
    expect(twice.map(({ severity, cells: named }) => [severity, named.length])).toEqual([['error', cells]])
    const open = twice.flatMap(({ cells: named }) => named.map(({ id }) => report.figures[id]))
    expect(open).toEqual(Array.from({ length: cells }, () => null))
  })

  it('with the same figures names its cells and keeps them', () => {
    const { report, findings } = read(cleanText.replace(row, `${row}\n${row}`), 'text')
    const twice = findings.filter(({ rule }) => rule === 'READ.ROW_TWICE')
    expect(twice.map(({ severity, cells: named }) => [severity, named.length])).toEqual([['warning', cells]])
    expect(report.figures['table3.granted.naturalPerson']).toBe(17)
  })
})

describe('a row that two tables could claim', () => {
  it('belongs to the table in whose section it stands', () => {
    // 其他 is a row of table 3, 规章 one of table 2; each stands in the other’s section.
    const text = cleanText
      .replace(/^(\t*（七）总计.*)$/m, '$1\n规章\t7\t7\t7')
      .replace(/^(规章\t.*)$/m, '$1\n3.其他\t5\t5\t5\t5\t5\t5\t30')
    const { report, findings } = read(text, 'text')
    expect(report.figures['table2.regulations.issued']).toBe(1)
    expect(report.figures['table3.otherwise.other.total']).toBe(4)
    expect(findings.map(({ rule }) => rule)).toEqual(['READ.ROW_UNKNOWN', 'READ.ROW_UNKNOWN'])
  })
})
