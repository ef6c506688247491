import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { fieldOffers } from '../../src/actions'
import { planSketch, planInsertion } from '../../src/actions/narrative/plan-narrative'
import { planReplacement } from '../../src/actions/narrative/offers'
import type { Report } from '../../src/report'
import { snapshotOf, withCell } from './snapshots'

const clean = JSON.parse(readFileSync('test/fixtures/clean-report.json', 'utf8')) as Report
const stamp = { time: '2025-01-06 10:30', user: '李工', version: '1.0.0' }
const filled = snapshotOf(clean)
const blank = snapshotOf({ ...clean, narrative: { overview: '', problems: '', other: '' } })
const tab = '六、其他事项'

describe('插入数据项', () => {
  const inserted = (selected: { tab: string; row: number; column: number } | null, section = 'overview') =>
    planInsertion(withCell(filled, tab, 12, 2, '=办结'), { field: '办结', section, selected }).writes

  it.each([
    ['the selected cell of a text', { tab, row: 5, column: 2 }, tab, 5, `${clean.narrative.other}【办结】`],
    ['another cell below it, kept a text', { tab, row: 12, column: 2 }, tab, 12, `'=办结【办结】`],
    ['a blank cell below it', { tab, row: 14, column: 2 }, tab, 14, `'【办结】`],
    [
      'the chosen section: the guidance',
      { tab, row: 3, column: 2 },
      '一、总体情况',
      5,
      `'${clean.narrative.overview}【办结】`,
    ],
    [
      'the chosen section: a label',
      { tab, row: 5, column: 1 },
      '一、总体情况',
      5,
      `'${clean.narrative.overview}【办结】`,
    ],
    [
      'the chosen section: a table',
      { tab: '三、依申请公开', row: 7, column: 2 },
      '一、总体情况',
      5,
      `'${clean.narrative.overview}【办结】`,
    ],
    ['the chosen section: nothing', null, '一、总体情况', 5, `'${clean.narrative.overview}【办结】`],
  ])('goes into %s', (_, selected, at, row, text) => {
    expect(inserted(selected)).toEqual([{ kind: 'values', tab: at, row, column: 2, values: [[text]] }])
  })

  it('goes behind the last text of a section', () => {
    expect(inserted(null, 'other')).toMatchObject([{ tab, row: 12 }])
  })
})

describe('生成叙述初稿', () => {
  const sketched = (snapshot = blank, replaced: string[] = []) =>
    planSketch({ snapshot, facts: {}, replaced, log: '流程记录', stamp })

  it('writes the log first, then three texts', () => {
    expect(sketched().writes.map(({ kind }) => kind)).toEqual(['append', 'values', 'values', 'values'])
  })

  it('writes nothing where every section has a text, and shows what it would write', () => {
    const plan = sketched(filled)
    expect([plan.writes, plan.message]).toEqual([
      [],
      '没有写入：这几部分都已有文字，没有改动。初稿列在下面，可以分别替换。',
    ])
    expect(plan.kept.map(({ section }) => section)).toEqual(['overview', 'problems', 'other'])
  })

  it('replaces one section alone, and clears what stood below', () => {
    const [, write] = sketched(withCell(filled, tab, 12, 2, '另一段'), ['other']).writes
    const values = write?.kind === 'values' ? write.values : []
    expect(write).toMatchObject({ kind: 'values', tab, row: 5, column: 2 })
    expect(values[0]?.[0]).toMatch(/^依据《政府信息公开信息处理费管理办法》/)
    expect(values.slice(1).every(([cell]) => cell === '')).toBe(true)
    expect(values.length).toBeGreaterThan(7)
  })

  it('keeps what it replaces in as many rows of the log as it takes', () => {
    const long = '长'.repeat(32_767)
    const { writes, message } = sketched(withCell(filled, tab, 5, 2, long), ['other'])
    const details = writes.flatMap((write) => (write.kind === 'append' ? [String(write.values[3]).slice(1)] : []))
    expect(details).toHaveLength(2)
    expect(details.join('')).toContain(long)
    expect([writes.at(-1)?.kind, message]).toEqual(['values', '已写入“六、其他事项”。'])
  })

  it('inserts no field where the cell is full', () => {
    const full = withCell(filled, tab, 5, 2, '长'.repeat(32_765))
    const plan = planInsertion(full, { field: '办结', section: 'other', selected: null })
    expect(plan).toEqual({ writes: [], message: '没有插入：“六、其他事项”的这一格已经放不下更多的字，请先分段。' })
  })
})

describe('a figure typed by hand', () => {
  const typed = withCell(withCell(filled, tab, 5, 2, '没有收费。'), tab, 12, 2, '本年办结9件。')
  const claimsOf = (text: string) => {
    const start = text.indexOf('办结9件')
    const quote = '办结9件'
    return start < 0 ? [] : [{ kind: 'concluded', value: 9, approximate: false, quote, start, end: start + 4 }]
  }
  const offers = fieldOffers(typed, claimsOf)

  it('is offered as its field, in each section', () => {
    expect(offers.map(({ section, quote, from, to }) => [section, quote, from, to])).toEqual([
      ['overview', '办结9件', '9', '【办结】'],
      ['other', '办结9件', '9', '【办结】'],
    ])
  })

  it('becomes the field in its own cell', () => {
    const [, offer] = offers
    if (!offer) throw new Error('no offer')
    expect(planReplacement(typed, offer).writes).toEqual([
      { kind: 'values', tab, row: 12, column: 2, values: [['本年办结【办结】件。']] },
    ])
    const changed = withCell(typed, tab, 12, 2, '本年共办结9件。')
    expect(planReplacement(changed, offer)).toEqual({ writes: [], message: '没有替换：正文已有改动。请刷新后再试。' })
  })
})
