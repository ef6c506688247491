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

  it.each(['单位：元', '元', '单位: 千元', '单位：人民币元'])('an amount in %s', (unit) => {
    const amount = { wrong: ['table2.fees.amount'], findings: ['READ.UNIT error'] }
    expect(inBrief(changed('单位：万元', unit))).toEqual({ ...none, ...amount })
    expect(read(changed('单位：万元', unit), 'text').report.figures['table2.fees.amount']).toBeNull()
  })

  it('an amount without a unit is of the form’s', () => {
    expect(inBrief(changed('（单位：万元）', ''))).toEqual({ ...none, findings: [] })
  })
})

/** Table 4 as an office prints it group by group, with the names above the figures or beside them. */
function inGroups(...lines: string[]): string {
  const from = cleanText.indexOf('行政复议\t')
  const figures = /^\d+(?:\t\d+){14}$/m.exec(cleanText)?.[0] ?? ''
  const end = cleanText.indexOf(figures) + figures.length
  if (from < 0 || figures === '') throw new Error('the source has another table 4')
  const cells = figures.split('\t')
  const filled = lines.map((line) => line.replace(/#(\d+)/g, (_, i: string) => cells[Number(i)] ?? ''))
  return cleanText.slice(0, from) + filled.join('\n') + cleanText.slice(end)
}

/** A row of a group: the indices of its figures. */
const five = (group: number, order = [0, 1, 2, 3, 4]) => order.map((i) => `#${group * 5 + i}`).join('\t')
const outcomes = '结果维持\t结果纠正\t其他结果\t尚未审结\t总计'
const corrected = '结果纠正\t结果维持\t其他结果\t尚未审结\t总计'
const groups = ['行政复议', '未经复议直接起诉', '复议后起诉']
const swapped = [1, 0, 2, 3, 4]

describe('a table 4 that is printed group by group', () => {
  const exact = { ...none, findings: [] }
  it.each<[string, string[], object]>([
    ['below the names of each', groups.flatMap((name, i) => [name, outcomes, five(i)]), exact],
    ['in another order of groups', [2, 0, 1].flatMap((i) => [groups[i] ?? '', outcomes, five(i)]), NAMED],
    [
      'with the outcomes of one in another order',
      groups.flatMap((name, i) => [name, i === 1 ? corrected : outcomes, five(i, i === 1 ? swapped : undefined)]),
      NAMED,
    ],
  ])('%s', (_, lines, expected) => {
    expect(inBrief(inGroups(...lines))).toEqual(expected)
  })

  it('is told and not read where the names stand beside their rows', () => {
    const lines = [`\t${outcomes}`, ...groups.map((name, i) => `${name}\t${five(i)}`)]
    expect(inBrief(inGroups(...lines)).findings).toEqual(['READ.TABLE_MISSING error'])
  })
})

describe('a table 4 of two rows of figures', () => {
  const last = Array.from({ length: 15 }, (_, i) => String(i + 70)).join('\t')
  const figures = /^\d+(?:\t\d+){14}$/m.exec(cleanText)?.[0] ?? ''

  it.each([
    ['the second', `${figures}\n${last}`],
    ['the first', `${last}\n${figures}`],
  ])('leaves both open, where nothing says that %s is not the year’s', (_, rows) => {
    const { report, findings, unread } = read(changed(figures, rows), 'text')
    expect(Object.keys(report.figures).filter((cell) => cell.startsWith('table4.'))).toEqual([])
    expect(unread.size).toBe(15)
    expect(findings.filter(({ rule }) => rule === 'READ.DOUBT')).toHaveLength(15)
  })

  it('reads a row that is printed twice', () => {
    expect(inBrief(changed(figures, `${figures}\n${figures}`)).wrong).toEqual([])
  })
})
