import { describe, expect, it } from '@jest/globals'
import { figures } from '../../src/form'
import { read } from '../../src/intake'
import { clean, cleanText } from './sources'

/** The clean source with the columns of some lines in another order: `at[i]` is the old column of the new one i. */
function withColumns(lines: RegExp, first: number, at: readonly number[]): string {
  const moved = (line: string) => {
    const cells = line.split('\t')
    return cells.map((cell, i) => cells[first + (at[i - first] ?? i - first)] ?? cell).join('\t')
  }
  const changed = cleanText.split('\n').map((line) => (lines.test(line) ? moved(line) : line))
  return changed.join('\n')
}

/** The rows of table 3 with its header. */
const TABLE3 = /^[^\t]*(?:\t[^\t]*){9}$/
const inBrief = (text: string) => {
  const { report, findings, unread } = read(text, 'text')
  const { figures: now, unplaced = [] } = report
  return {
    wrong: figures.flatMap(({ id }) => (JSON.stringify(now[id]) === JSON.stringify(clean.figures[id]) ? [] : [id])),
    open: unplaced.flatMap(({ cells }) => cells),
    findings: findings.map(({ rule, severity }) => `${rule} ${severity}`),
    unread: unread.size,
  }
}
const none = { wrong: [], open: [], unread: 0 }
const NAMED = { ...none, findings: ['READ.COLUMNS warning'] }
const changed = (from: string | RegExp, to: string): string => {
  const text = cleanText.replace(from, to)
  if (text === cleanText) throw new Error('the source is unchanged')
  return text
}

describe('figures go by the names of their columns', () => {
  const review = '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉'
  it.each<[string, string]>([
    ['applicants', withColumns(TABLE3, 3, [0, 3, 1, 2, 5, 4, 6])],
    ['the total first', withColumns(TABLE3, 3, [6, 0, 1, 2, 3, 4, 5])],
    ['table 2', withColumns(/^(?:信息内容\t本年制|规章|行政规范性文件)/, 1, [2, 0, 1])],
    [
      'the groups of lawsuits',
      withColumns(/^\d+(?:\t\d+){14}$/, 5, [5, 6, 7, 8, 9, 0, 1, 2, 3, 4])
        .replace('未经复议直接起诉', '@')
        .replace('复议后起诉', '未经复议直接起诉')
        .replace('@', '复议后起诉'),
    ],
    [
      'outcomes',
      withColumns(/^\d+(?:\t\d+){14}$/, 0, [1, 0, 2, 3, 4]).replace(review, review.replace(/(\S+)\t(\S+)/, '$2\t$1')),
    ],
  ])('%s', (_, text) => {
    expect(text).not.toBe(cleanText)
    expect(inBrief(text)).toEqual(NAMED)
  })
})

describe('what stands below other names stays open, and is told', () => {
  const issued = ['regulations', 'normativeDocuments'].flatMap((row) =>
    ['issued', 'repealed', 'inForce'].map((column) => `table2.${row}.${column}`),
  )

  it('a column of last year', () => {
    const { open, findings } = inBrief(changed('本年制发件数', '上年制发件数'))
    const rows = ['READ.RAGGED error', 'READ.RAGGED error']
    expect({ open, findings }).toEqual({ open: issued, findings: ['READ.COLUMNS error', ...rows] })
  })

  it('names of which not all are known, in another order', () => {
    const { open, findings } = inBrief(changed('结果维持\t结果纠正\t其他结果', '结果纠正\t结果维持\t其他情况'))
    expect({ open: open.length, findings }).toEqual({ open: 0, findings: [] })
    const applicants = changed('商业企业\t科研机构\t社会公益组织', '科研机构\t商业企业\t公益类')
    expect(inBrief(applicants).open).toHaveLength(figures.filter(({ table }) => table === 'table3').length)
  })

  it.each(['单位：元', '元', '单位: 千元'])('an amount in %s', (unit) => {
    const amount = { wrong: ['table2.fees.amount'], findings: ['READ.UNIT error'] }
    expect(inBrief(changed('单位：万元', unit))).toEqual({ ...none, ...amount })
    expect(read(changed('单位：万元', unit), 'text').report.figures['table2.fees.amount']).toBeNull()
  })

  it('an amount without a unit is of the form’s', () => {
    expect(inBrief(changed('（单位：万元）', ''))).toEqual({ ...none, findings: [] })
  })
})
