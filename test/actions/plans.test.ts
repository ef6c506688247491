import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { prepareReport, reportFiles, reportWrites } from '../../src/actions/report/plan-report'
import { remarksOf } from '../../src/actions/report/dialog'
import type { OpenComment } from '../../src/actions/report/open-comments'
import { touchedFigures } from '../../src/actions/on-edit'
import { findTypedTotals, planTotals } from '../../src/actions/totals/plan-totals'
import { planCheck } from '../../src/actions/check/plan-check'
import { planTemplate } from '../../src/actions/template/plan-template'
import { reportDialog, tabNamed, tabsToRead } from '../../src/actions'
import type { CheckReading } from '../../src/actions/check/plan-check'
import type { Report } from '../../src/report'
import { findingsColumns } from '../../src/workbook'
import type { WorkbookSnapshot } from '../../src/workbook'
import { formulasOf, snapshotOf, withCell } from './snapshots'

const clean = JSON.parse(readFileSync('test/fixtures/clean-report.json', 'utf8')) as Report
const stamp = { time: '2025-01-06 10:30', user: '李工', version: '1.0.0' }
const isPlain = (value: unknown) => expect(JSON.parse(JSON.stringify(value))).toEqual(value)

function checkReading(snapshot: WorkbookSnapshot, notes: Record<string, string[][]> = {}): CheckReading {
  const blank = { '二、主动公开': [[]], '三、依申请公开': [[]], '四、复议诉讼': [[]] }
  const sheetIds = Object.fromEntries(snapshot.tabs.map(({ name }, index) => [name, index]))
  return { snapshot, notes: { ...blank, ...notes }, sheetIds, properties: {}, id: '' }
}

describe('the plan of a check', () => {
  it('is plain JSON', () => {
    isPlain(planCheck(checkReading(snapshotOf(clean)), stamp))
  })

  it('writes a note and a colour onto the one cell that is wrong, and remembers it', () => {
    const { writes } = planCheck(checkReading(withCell(snapshotOf(clean), '二、主动公开', 14, 2, -3)), stamp)
    const message = '【校验】错误：二、主动公开 “行政强制”：本年处理决定数量填的是“-3”。请核对后改正。'
    expect(writes.filter(({ kind }) => kind === 'notes' || kind === 'paint')).toEqual([
      { kind: 'notes', tab: '二、主动公开', row: 14, column: 2, notes: [[message]] },
      { kind: 'paint', tab: '二、主动公开', cells: ['B14'], colour: '#F4B6B6' },
    ])
    const state = writes.find((write) => write.kind === 'property' && write.name === 'nianbao.check')
    expect(state).toMatchObject({ value: expect.stringContaining('"coloured":{"二、主动公开":{"B14":"error"}}') })
  })

  it('takes its marks away with the layout’s own colour, and leaves people’s lines', () => {
    const notes = Array.from({ length: 14 }, () => ['', '人写的\n【校验】错误：旧'])
    const coloured = JSON.stringify({ coloured: { '二、主动公开': { B14: 'error' } }, sheetIds: {} })
    const lines = notes.map((_, row) => (row === 13 ? ['', '人写的\n【校验】错误：旧'] : ['', '']))
    const reading = checkReading(snapshotOf(clean), { '二、主动公开': lines })
    const { writes } = planCheck({ ...reading, properties: { 'nianbao.check': coloured } }, stamp)
    expect(writes.filter(({ kind }) => kind === 'notes' || kind === 'paint')).toEqual([
      { kind: 'notes', tab: '二、主动公开', row: 14, column: 2, notes: [['人写的']] },
      { kind: 'paint', tab: '二、主动公开', cells: ['B14'], colour: '#FFF8DC' },
    ])
  })

  it('clips a message that quotes a long cell', () => {
    const long = withCell(snapshotOf(clean), '二、主动公开', 14, 2, '字'.repeat(30_000))
    const { writes, findings } = planCheck(checkReading(long), stamp)
    const list = writes.find((write) => write.kind === 'values' && write.tab === '校验结果' && write.row === 6)
    const [line] = list?.kind === 'values' ? list.values : []
    expect(findings[0]?.message.length).toBeGreaterThan(30_000)
    expect(String(line?.[findingsColumns.message - 1]).length).toBe(2_000)
  })

  it('takes a damaged property for none', () => {
    const reading = checkReading(snapshotOf(clean))
    const wanted = planCheck(reading, stamp).writes
    for (const stored of [
      '{',
      '[]',
      '7',
      '{"coloured":3,"sheetIds":"x"}',
      '{"coloured":{"三、依申请公开":{"D7":1}}}',
    ]) {
      expect(planCheck({ ...reading, properties: { 'nianbao.check': stored } }, stamp).writes).toEqual(wanted)
    }
  })

  it('keeps a text from becoming a formula', () => {
    const faulty = withCell(snapshotOf(clean), '基本信息', 3, 2, '')
    const list = {
      ...faulty,
      tabs: faulty.tabs.map((tab) => ({ ...tab, values: tab.values.map((line) => [...line]) })),
    }
    const findings = list.tabs.find(({ name }) => name === '校验结果')
    const first = planCheck(checkReading(list), stamp)
    const block = first.writes.find((write) => write.kind === 'values' && write.tab === '校验结果' && write.row === 6)
    if (block?.kind !== 'values' || !findings) throw new Error('no list')
    block.values.forEach((line, index) => (findings.values[5 + index] = line.map((cell) => cell)))
    const row = findings.values[5] ?? []
    row[7] = '=IMPORTXML("http://example.org")'
    const typed = { ...list, tabs: list.tabs.map((tab) => ({ ...tab, values: [...tab.values] })) }
    const second = planCheck(checkReading(typed), stamp)
    const again = second.writes.find((write) => write.kind === 'values' && write.tab === '校验结果' && write.row === 6)
    if (again?.kind !== 'values') throw new Error('no list')
    expect(again.values.map((line) => line[7])).toContain(' =IMPORTXML("http://example.org")')
  })
})

describe('the plan of an edit', () => {
  const snapshot = (value: string | number) => {
    const { tabs } = withCell(snapshotOf(clean), '四、复议诉讼', 7, 3, value)
    return { tabs: tabs.filter(({ name }) => name === '四、复议诉讼'), names: [] }
  }

  it('is one note and one colour', () => {
    const edited = touchedFigures(snapshot('1件'), 'table4', { row: 7, column: 3, rows: 1, columns: 1 }, true)
    expect(edited?.plan([['人写的']])).toEqual([
      { kind: 'notes', tab: '四、复议诉讼', row: 7, column: 3, notes: [[expect.stringMatching(/^人写的\n【校验】/)]] },
      { kind: 'backgrounds', tab: '四、复议诉讼', row: 7, column: 3, colours: [[expect.stringMatching(/^#/)]] },
    ])
  })

  it('is nothing for a right figure, and nothing beside the figures', () => {
    const edited = touchedFigures(snapshot(0), 'table4', { row: 7, column: 3, rows: 1, columns: 1 }, true)
    expect(edited?.plan([['人写的']])).toEqual([])
    expect(touchedFigures(snapshot(0), 'table4', { row: 1, column: 1, rows: 3, columns: 15 }, true)).toBeNull()
  })
})

describe('the plan of the totals', () => {
  const reading = (cell: [number, number], value: number) => {
    const whole = withCell(snapshotOf(clean), '三、依申请公开', cell[0], cell[1], value)
    const tabs = whole.tabs.flatMap((tab) => {
      const key = tab.name === '三、依申请公开' ? 'table3' : tab.name === '四、复议诉讼' ? 'table4' : null
      if (key === null) return []
      const formulas = formulasOf(key)
      const line = key === 'table3' ? formulas[cell[0] - 1] : undefined
      if (line) line[cell[1] - 1] = ''
      return [{ ...tab, formulas }]
    })
    return { snapshot: { tabs, names: whole.names }, properties: {}, ids: {}, log: '流程记录' }
  }

  it('notes what is to be done, restores, writes it down and strikes the note out', () => {
    const at = reading([7, 10], 8)
    const { harmless, differing, placed } = findTypedTotals(at)
    expect([harmless.map(({ a1 }) => a1), differing, placed]).toEqual([['J7'], [], 34])
    const plan = planTotals(at, { restored: harmless, kept: [], changed: 0 }, placed, stamp)
    isPlain(plan)
    expect(plan.writes.map(({ kind }) => kind)).toEqual(['property', 'formula', 'append', 'property'])
    expect(plan.writes[1]).toEqual({
      kind: 'formula',
      tab: '三、依申请公开',
      cells: ['J7'],
      formulaR1C1: '=IF(COUNT(RC[-6]:RC[-1])=0,"",SUM(RC[-6]:RC[-1]))',
    })
  })

  it('asks where the sum is another', () => {
    const { harmless, differing, question } = findTypedTotals(reading([7, 10], 11))
    expect([harmless, differing.map(({ a1, typed, sum }) => [a1, typed, sum])]).toEqual([[], [['J7', 11, 8]]])
    expect(question).toContain('填的是 11，各项之和 8')
  })
})

const noComments = { comments: [], cut: [], unread: [] }

describe('the plan of the report', () => {
  it('tells errors apart from warnings', () => {
    const ready = prepareReport(withCell(snapshotOf(clean), '四、复议诉讼', 7, 5, 9))
    expect(ready.errors.map(({ rule }) => rule)).toEqual(['T4.TOTAL'])
    expect(ready.isOurs).toBe(true)
  })

  it('takes names and links for text', () => {
    const made = {
      files: [{ name: '<b>"年报"', url: 'x" onclick="y' }],
      digest: '',
      isDraft: true,
      counts: { errors: 1, warnings: 0, infos: 0 },
      warnings: [],
      accepted: [],
    }
    expect(reportDialog(made, noComments, null)).toContain(
      '<a href="x&#34; onclick=&#34;y" target="_blank" rel="noopener">&#60;b&#62;&#34;年报&#34;</a>',
    )
    expect(reportWrites(made, null, stamp)).toEqual([])
  })

  it.each([
    [false, { errors: 0, warnings: 0, infos: 3 }, '年度报告已生成：'],
    [false, { errors: 0, warnings: 2, infos: 0 }, '年度报告已生成，还有 2 条警告，列在下面，报送前请看过：'],
    [true, { errors: 1, warnings: 2, infos: 0 }, '草稿已生成，还有 1 条错误、2 条警告未处理：'],
  ])('tells what nobody has dealt with yet (draft: %p, %j)', (isDraft, counts, lead) => {
    const made = { files: [], digest: '', isDraft, counts, warnings: [], accepted: [] }
    expect(reportDialog(made, { comments: [], cut: [], unread: [] }, null)).toContain(`<p>${lead}</p>`)
  })

  it('names the warnings that stand, of many the first ones, and takes them for text', () => {
    const counts = { errors: 0, warnings: 10, infos: 0 }
    const warnings = ['甲<乙>', ...Array.from({ length: 9 }, (_, at) => `第${at + 2}条`)]
    const html = reportDialog(
      { files: [], digest: '', isDraft: false, counts, warnings, accepted: [] },
      noComments,
      null,
    )
    expect(html).toContain('<p>没有处理的警告 10 条：</p><ul><li>甲&#60;乙&#62;</li><li>第2条</li>')
    expect(html).toContain('<li>第8条</li></ul><p>另外 2 条请在“校验结果侧栏”里看。</p>')
    const accepted = withCell(snapshotOf(clean), '二、主动公开', 10, 2, '12件')
    expect(prepareReport(accepted).warnings).toEqual([expect.stringContaining('12件')])
  })

  it('lists open comments with author, words, what they are about and where, and takes them for text', () => {
    const made = {
      files: [],
      digest: '',
      isDraft: false,
      counts: { errors: 0, warnings: 0, infos: 0 },
      warnings: [],
      accepted: [],
    }
    const html = reportDialog(
      made,
      {
        comments: [
          { source: 'workbook', who: '王<五>', text: '请核对"', quoted: '8', remarks: [], place: '三、依申请公开 D7' },
          { source: { document: '年报（草稿）' }, who: '', text: '语句不通', quoted: '', remarks: [], place: '' },
        ],
        cut: ['workbook'],
        unread: [{ sources: [{ document: '年报' }], why: 'refused' }],
      },
      null,
    )
    expect(html).toContain(
      '<p>还有 2 条批注没有解决，报告已照常生成：</p><ul>' +
        '<li><span class="place">三、依申请公开 D7 </span>王&#60;五&#62;：请核对&#34;（批注在表格，原文“8”）</li>' +
        '<li>（未署名）：语句不通（批注在谷歌文档“年报（草稿）”）</li></ul>' +
        '<p>表格的批注很多，只读了前 100 条，其余请打开查看。</p>' +
        '<p>没有权限读取谷歌文档“年报”的批注，请您自己打开看有没有没解决的。</p>',
    )
  })
})

describe('the line of an open comment', () => {
  const remarksIn = (comment: Partial<OpenComment>): string[] =>
    remarksOf({
      comments: [{ source: 'workbook', who: '王', text: '不对', quoted: '', remarks: [], place: '', ...comment }],
      cut: [],
      unread: [],
    })
  const said = (text: string) => ({ who: '李', text })
  const long = '很长的一段文字。'.repeat(10)

  it.each<[string, Partial<OpenComment>, string]>([
    ['what it was said of', { quoted: '8' }, '王：不对（批注在表格，原文“8”）'],
    ['what stands there by now', { quoted: '8', now: '9' }, '王：不对（批注在表格，原文“8”，现在是“9”）'],
    ['that nothing stands there by now', { quoted: '8', now: '' }, '王：不对（批注在表格，原文“8”，现在是空白）'],
    ['only what stands there, of an old one', { now: '9' }, '王：不对（批注在表格，现在是“9”）'],
    [
      'that a long text was changed behind what is shown',
      { quoted: long, now: `${long}又` },
      `王：不对（批注在表格，原文“${long.slice(0, 39)}…”，后来改过）`,
    ],
    [
      'the answers, and how many earlier ones there are',
      { quoted: '8', remarks: ['一', '二', '三\n又', '四', '五', '六'].map(said) },
      '王：不对（批注在表格，原文“8”）；另有 1 条较早的回复；李回复：二；李回复：三 又；李回复：四；李回复：五；李回复：六',
    ],
  ])('tells %s', (_, comment, line) => {
    expect(remarksIn(comment)).toEqual([line])
  })
})

describe('the names of the files', () => {
  const nameOf = (unit: string, isDraft = false) => reportFiles({ ...clean, unit }, isDraft).files[0]?.name ?? ''
  const title = '2024年政府信息公开工作年度报告'

  it('hold the title without signs that a file system refuses or nobody sees', () => {
    expect(nameOf('甲/乙: 局\u202e')).toBe(`甲乙局${title}.docx`)
  })

  it('lose their middle where they are too long, and keep unit, year and 草稿', () => {
    const unit = `起${'长'.repeat(80)}`
    expect(nameOf(unit)).toBe(`起${'长'.repeat(49)}…${'长'.repeat(8)}${title}.docx`)
    expect(nameOf(unit, true)).toMatch(/^起长{49}….*年度报告（草稿）\.docx$/)
    expect(Buffer.byteLength(nameOf(unit))).toBeLessThanOrEqual(250)
    expect(nameOf('长'.repeat(59))).toBe(`${'长'.repeat(59)}${title}.docx`)
  })
})

describe('the plan of the template', () => {
  it('is plain JSON, and ends each tab with its names', () => {
    const { writes } = planTemplate({ tabs: [], names: [], properties: {}, settings: null }, {}, stamp)
    isPlain(writes)
    const [last] = writes.slice(-1)
    expect(last).toEqual({ kind: 'property', name: 'nianbao.version', value: '1.0.0' })
    const index = (predicate: (write: (typeof writes)[number]) => boolean) => writes.map(predicate).lastIndexOf(true)
    for (const name of ['三、依申请公开', '上年数据']) {
      const names = index((write) => write.kind === 'name' && write.area.tab === name)
      expect(index((write) => ('tab' in write ? write.tab : 'area' in write ? write.area.tab : '') === name)).toBe(
        names,
      )
    }
  })
})

describe('tabs to be read', () => {
  const named = [{ name: 'nianbao_table3', tab: '表三', area: { row: 4, column: 1, rows: 28, columns: 10 } }]

  it.each([
    [['三、依申请公开', '四、复议诉讼'], [], ['三、依申请公开']],
    [['表三', '三、依申请公开'], named, ['表三']],
    [['不知何表', '四、复议诉讼'], [], ['不知何表']],
    [['四、复议诉讼'], [], []],
  ])('of %j with names %j are %j', (sheets, names, wanted) => {
    expect(tabsToRead(sheets, names, ['table3'])).toEqual(wanted)
  })

  it('a part is never taken for a tab of another name', () => {
    expect(tabNamed(['不知何表'], [], 'log')).toBeNull()
    expect(tabNamed(['表三'], named, 'table3')).toBe('表三')
  })
})
