import { describe, expect, it } from '@jest/globals'
import type { Finding } from '../../src/checks'
import { identityRules } from '../../src/checks/identity-rules'
import { subjectOf } from '../../src/checks/subject'
import type { CellId } from '../../src/form'
import { withFigures, type CellValue, type Report } from '../../src/report'
import { linesOf, table3, table3Columns, table4Columns, table4Groups } from '../form/form-tables'
import { withoutWords } from './clean'

/** Each of the 51 identities of form.md by itself: broken, it is one finding with its cells, roles and both sums. */

const { clean, changed } = withoutWords
const lastYear = changed({ 'table3.carriedOut.naturalPerson': 1, 'table3.carriedOut.total': 1 })

type Role = 'figure' | 'total' | 'addend' | 'lastYear' | 'subtrahend'
type Cell = [role: Role, id: CellId]

const rows = linesOf(table3).flatMap(([row = '']) => (row === '' ? [] : [row]))
const columns = linesOf(table3Columns).map(([column = '']) => column)
const outcomes = rows.filter((row) => !['received', 'carriedIn', 'concluded', 'carriedOut'].includes(row))
const parts = linesOf(table4Columns).flatMap(([part = '']) => (part === 'total' ? [] : [part]))
const addends = (ids: readonly CellId[]) => ids.map((id): Cell => ['addend', id])

interface Instance {
  family: string
  cells: Cell[]
}

const instances: Instance[] = [
  ...rows.map((row): Instance => {
    const own = columns.slice(0, -1).map((column) => `table3.${row}.${column}`)
    return { family: 'T3.ROW', cells: [['total', `table3.${row}.total`], ...addends(own)] }
  }),
  ...columns.map((column): Instance => {
    const own = outcomes.map((row) => `table3.${row}.${column}`)
    return { family: 'T3.CONCLUDED', cells: [['total', `table3.concluded.${column}`], ...addends(own)] }
  }),
  ...columns.map((column): Instance => {
    const results: Cell[] = ['carriedOut', 'concluded'].map((row) => ['total', `table3.${row}.${column}`])
    const given = ['received', 'carriedIn'].map((row) => `table3.${row}.${column}`)
    return { family: 'T3.BALANCE', cells: [...results, ...addends(given)] }
  }),
  ...linesOf(table4Groups).map(([group]): Instance => {
    const own = parts.map((part) => `table4.${group}.${part}`)
    return { family: 'T4.TOTAL', cells: [['total', `table4.${group}.total`], ...addends(own)] }
  }),
  ...columns.map((column): Instance => {
    const before: Cell = ['lastYear', `table3.carriedOut.${column}`]
    return { family: 'Y.CARRY', cells: [['figure', `table3.carriedIn.${column}`], before] }
  }),
  ...['regulations', 'normativeDocuments'].map((row): Instance => {
    const cell = (role: Role, column: string): Cell => [role, `table2.${row}.${column}`]
    const rest = [cell('lastYear', 'inForce'), cell('addend', 'issued'), cell('subtrahend', 'repealed')]
    return { family: 'Y.INFORCE', cells: [cell('figure', 'inForce'), ...rest] }
  }),
]

const severities: Record<string, string> = { 'Y.INFORCE': 'warning' }

/** The findings of these rules alone, or of one family, in the order of the rules. */
const found = (report: Report, before: Report | null, family?: string): Finding[] => {
  const subject = subjectOf(report, before, new Set())
  return identityRules.flatMap((rule) => (family === undefined || rule.id === family ? rule.check(subject) : []))
}

/** What the family says once this cell of this year's or last year's report is 2 more. */
function afterMore(family: string, [role, id]: Cell): Finding[] {
  const more = (report: Report) => withFigures(report, { [id]: Number(report.figures[id]) + 2 })
  const isBefore = role === 'lastYear'
  return isBefore ? found(clean, more(lastYear), family) : found(more(clean), lastYear, family)
}

/** What the family says of the identity that begins with a cell, once another of its cells is 2 more. */
const saidOf = (family: string, first: CellId | undefined, cell: Cell) =>
  afterMore(family, cell)
    .filter((finding) => finding.cells[0]?.id === first)
    .map(({ severity, outcome, cells, expected, actual }) => {
      return {
        severity,
        outcome,
        cells: cells.map(({ role, id }) => [role, id]),
        growth: Number(actual) - Number(expected),
      }
    })

/** The side that the office filled in grows with its own cells and with what the other side subtracts. */
const isOnActualSide = (family: string, role: Role) =>
  role === 'subtrahend' || role === (family.startsWith('Y') ? 'figure' : 'total')

describe('broken by a cell of any of its roles', () => {
  it.each(instances)('$family of $cells.0.1 is one finding with all of them', ({ family, cells }) => {
    const severity = severities[family] ?? 'error'
    const oneOfEachRole = [...new Map(cells.map((cell) => [cell[0], cell])).values()]
    const said = oneOfEachRole.map((cell) => saidOf(family, cells[0]?.[1], cell))
    const expected = oneOfEachRole.map(([role]) => [
      { severity, outcome: 'fail', cells, growth: isOnActualSide(family, role) ? 2 : -2 },
    ])
    expect(said).toEqual(expected)
  })
})

describe('a rule of identities', () => {
  it.each([...new Set(instances.map(({ family }) => family))])(
    '%s reads the cells of this year and no others',
    (id) => {
      const own = instances.filter(({ family }) => family === id).flatMap(({ cells }) => cells)
      const ofThisYear = own.flatMap(([role, cell]) => (role === 'lastYear' ? [] : [cell]))
      const rule = identityRules.find((one) => one.id === id)
      expect(rule?.cells).toEqual([...new Set(ofThisYear)])
      expect(rule).toMatchObject({
        onBlank: 'cannotJudge',
        severity: severities[id] ?? 'error',
        source: '国办公开办函〔2021〕30号',
      })
    },
  )
})

describe('the message of', () => {
  const messages = (changes: Readonly<Record<CellId, CellValue>>, before: Report | null = null) =>
    found(changed(changes), before).map(({ rule, message }) => `${rule} ${message}`)
  const column = 'table3.carriedIn.naturalPerson'

  it('a row total names its row below its heading', () => {
    expect(messages({ 'table3.refused.stateSecret.total': 4 })).toEqual([
      'T3.ROW 三、依申请公开 “（三）不予公开 1.属于国家秘密”·总计：各列之和 0，现为 4（差 4）。请核对这一行各列的数字和总计，改正填错的一格。',
      'T3.CONCLUDED 三、依申请公开 “（七）总计”·总计：各项之和 13，现为 9（差 4）。请核对这一列各项办理结果和总计，改正填错的一格。',
    ])
  })

  it('a balance names the column and both sums', () => {
    expect(messages({ 'table3.carriedOut.total': 1, 'table3.carriedOut.research': 1 })[0]).toMatch(
      /^T3\.BALANCE 三、依申请公开·科研机构：“一、本年新收”加“二、上年结转” 0，“（七）总计”加“四、结转下年度继续办理” 1（差 1）。/,
    )
  })

  it('a group of table 4 names the group', () => {
    expect(messages({ 'table4.review.total': 12345 })).toEqual([
      expect.stringMatching(/^T4\.TOTAL 四、复议诉讼 “行政复议”·总计：各项之和 1，现为 12345（差 12344）。/),
    ])
  })

  it('a carry says that the column balances, only where it does', () => {
    const isTold = (text = '') => text.includes('本年这一列收支平衡')
    const balanced = messages({}, changed({ 'table3.carriedOut.naturalPerson': 3, 'table3.carriedOut.total': 1 }))
    expect(balanced).toHaveLength(1)
    expect(balanced[0]).toMatch(
      /^Y\.CARRY 三、依申请公开 “二、上年结转政府信息公开申请数量”·自然人：上年报告结转下年度 3，本年填的是 1（差 2）。/,
    )
    expect(isTold(balanced[0])).toBe(true)
    const broken = messages({ [column]: 4, 'table3.carriedIn.total': 4 }, lastYear).filter((text) =>
      text.startsWith('Y'),
    )
    expect(broken).toHaveLength(2)
    expect(broken.some(isTold)).toBe(false)
  })

  it('another yearly rule never says that a column balances', () => {
    const [message] = messages({}, withFigures(lastYear, { 'table2.regulations.inForce': 2 }))
    expect(message).toBe(
      'Y.INFORCE 二、主动公开 “规章”·现行有效件数：上年现行有效加本年制发减本年废止 2，填的是 0（差 2）。请对照上年报告核对；底数经过清理更正的，请在报告中说明。',
    )
  })

  it('an identity that lacks a number names each cell once, and how many identities stay open', () => {
    expect(messages({ 'table3.granted.enterprise': null, 'table3.granted.total': { raw: '无' } })).toEqual([
      'T3.ROW 三、依申请公开：“（一）予以公开”·商业企业、“（一）予以公开”·总计没有可用的数字，“横向合计”有 1 处无法核对。请先补齐或者改正这些数字。',
      'T3.CONCLUDED 三、依申请公开：“（一）予以公开”·商业企业、“（一）予以公开”·总计没有可用的数字，“办理结果合计”有 2 处无法核对。请先补齐或者改正这些数字。',
    ])
  })

  it('a yearly identity that lacks a number says of which year it is', () => {
    expect(
      messages({ 'table2.regulations.inForce': null }, withFigures(lastYear, { 'table2.regulations.inForce': null })),
    ).toEqual([
      'Y.INFORCE 二、主动公开：“规章”·现行有效件数、上年数据“规章”·现行有效件数没有可用的数字，“现行有效件数”有 1 处无法核对。请先补齐或者改正这些数字。',
    ])
  })
})

describe('an open identity', () => {
  it('is told as a hint, with the cells that lack a number and their year', () => {
    const before = withFigures(lastYear, { 'table3.carriedOut.research': null })
    const report = changed({ 'table3.carriedIn.enterprise': { raw: '无' } })
    expect(found(report, before, 'Y.CARRY')).toMatchObject([
      {
        outcome: 'cannotJudge',
        severity: 'info',
        cells: [
          { id: 'table3.carriedIn.enterprise', role: 'figure' },
          { id: 'table3.carriedOut.research', role: 'lastYear' },
        ],
      },
    ])
  })
})

describe('the fingerprint of an open identity', () => {
  const open = (value: CellValue) => found(changed({ 'table3.granted.enterprise': value }), null)[0]?.fingerprint
  const before = (value: CellValue) =>
    found(clean, withFigures(lastYear, { 'table3.carriedOut.research': value }))[0]?.fingerprint

  it('rests on what is written in the cell, this year and last', () => {
    expect(open({ raw: '无' })).toBe(open({ raw: '无' }))
    expect(open({ raw: '无' })).not.toBe(open({ raw: '/' }))
    expect(open(null)).not.toBe(open({ raw: '/' }))
    expect(before({ raw: '无' })).toBe(before({ raw: '无' }))
    expect(before({ raw: '无' })).not.toBe(before({ raw: '/' }))
  })

  it('is another than that of a broken one, and of one with another last year', () => {
    expect(before(4)).toMatch(/^[0-9a-f]{16}$/)
    expect(before(4)).not.toBe(before(5))
    expect(before(null)).not.toBe(before({ raw: '/' }))
  })
})
