import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { assess } from '../../src/actions'
import { chooseRepairs, planRepair } from '../../src/actions/sidebar/plan-repair'
import { planUndo } from '../../src/actions/sidebar/undo'
import { sidebarHtml, framedSidebar } from '../../src/actions/sidebar/html'
import { sidebarOf } from '../../src/actions/sidebar/sidebar'
import type { Sidebar } from '../../src/actions'
import type { Report } from '../../src/report'
import type { WorkbookSnapshot } from '../../src/workbook'
import { lastUndo } from '../support/last-undo'
import { snapshotOf, withCell } from './snapshots'

const clean = JSON.parse(readFileSync('test/fixtures/clean-report.json', 'utf8')) as Report
const stamp = { time: '2025-01-06 10:30', user: '李工', version: '1.0.0' }
const wrongTotal = withCell(snapshotOf(clean), '四、复议诉讼', 7, 5, 9)
const rewritten = withCell(wrongTotal, '三、依申请公开', 7, 4, '８件')

function planned(snapshot: WorkbookSnapshot, ids: readonly string[], formula = '') {
  const assessment = assess(snapshot)
  const chosen = chooseRepairs(assessment, ids)
  return chosen && planRepair({ assessment, snapshot, chosen, formulas: [[[formula]]], log: '流程记录', stamp })
}

const fresh = (snapshot: WorkbookSnapshot) => sidebarOf(snapshot, {}, 'fresh')

function toTotal({ repairs }: Sidebar) {
  const repair = repairs.find(({ changes }) => changes[0]?.target.cell === 'E7')
  if (!repair) throw new Error('no repair of the total')
  return repair
}

describe('the sidebar as a value', () => {
  it('is plain JSON, and says nothing about a report without faults', () => {
    const sidebar = fresh(snapshotOf(clean))
    expect(JSON.parse(JSON.stringify(sidebar))).toEqual(sidebar)
    expect(sidebar).toMatchObject({ counts: { errors: 0, accepted: 0 }, repairs: [], safe: { ids: [], cells: 0 } })
  })

  it('has the finding with its place, and each way to settle it with the cell and both values', () => {
    const sidebar = fresh(wrongTotal)
    const [group] = sidebar.groups.filter(({ title }) => title === '四、复议诉讼')
    const [finding] = group?.findings ?? []
    expect(finding).toMatchObject({
      severity: 'error',
      place: '四、复议诉讼 “行政复议”·总计',
      target: { tab: '四、复议诉讼', cell: 'E7' },
      reason: null,
    })
    expect(finding?.repairs).toEqual(sidebar.repairs.map(({ id }) => id))
    expect(finding?.repairs.length).toBeGreaterThan(1)
    const { kind, changes } = toTotal(sidebar)
    expect([kind, changes]).toEqual([
      'ask',
      [
        {
          place: '四、复议诉讼 “行政复议”·总计',
          target: { tab: '四、复议诉讼', cell: 'E7' },
          from: '9',
          to: String(clean.figures['table4.review.total']),
          isFormula: true,
        },
      ],
    ])
  })

  it('puts repairs that keep the meaning under one button', () => {
    const { safe, repairs } = fresh(rewritten)
    expect(safe.cells).toBe(1)
    expect(repairs.filter(({ id }) => safe.ids.includes(id)).map(({ changes }) => changes[0]?.to)).toEqual(['8'])
  })

  it('offers a figure with words once: beside 12, not also 12 with the formula that then gives the same total', () => {
    const words = withCell(withCell(snapshotOf(clean), '三、依申请公开', 7, 4, '12件'), '三、依申请公开', 7, 10, 0)
    const { repairs, groups } = fresh(words)
    const cells = ({ changes }: (typeof repairs)[number]) => changes.map(({ target, to }) => `${target.cell} ${to}`)
    expect(repairs.map(cells)).toEqual([['D7 12'], ['D7 8', 'J7 8']])
    const [safe] = repairs
    const left = groups.flatMap(({ findings }) => findings).find(({ message }) => message.includes('各列之和 12'))
    expect(left?.repairs).toEqual([safe?.id, repairs[1]?.id])
  })

  it('lists what is wrong with a text under its section, also where a table tells otherwise', () => {
    const { groups } = fresh(withCell(snapshotOf(clean), '一、总体情况', 5, 2, '本年新收政府信息公开申请9件。'))
    expect(groups.map(({ title, findings }) => [title, findings[0]?.target])).toEqual([
      ['一、总体情况', { tab: '一、总体情况', cell: 'B5' }],
    ])
  })

  it('lists the two hundred gravest of very many findings, counts all of them, and says how many are left out', () => {
    const unknown = Array.from({ length: 250 }, (_, at) => `【图解第${at}期】`).join('，')
    const many = withCell(wrongTotal, '一、总体情况', 5, 2, unknown)
    const sidebar = fresh(many)
    const listed = sidebar.groups.flatMap(({ findings }) => findings)
    const { errors, warnings, infos } = sidebar.counts
    expect(infos).toBe(250)
    expect([listed.length, sidebar.left]).toEqual([200, errors + warnings + infos - 200])
    expect(listed.filter(({ severity }) => severity !== 'info')).toHaveLength(errors + warnings)
    expect(sidebarHtml(sidebar)).toContain(`另有 ${sidebar.left} 条没有列在这里`)
    expect(sidebarHtml(fresh(wrongTotal))).not.toContain('没有列在这里')
  })

  it('takes a damaged property for nothing to undo', () => {
    for (const stored of ['{', '[]', '7', '{"cells":3}']) {
      expect(sidebarOf(wrongTotal, { 'nianbao.undo': stored }, 'fresh').undo).toBeNull()
    }
  })
})

describe('the plan of a repair', () => {
  it('notes what stood there, restores the formula, and writes it down', () => {
    const plan = planned(wrongTotal, [toTotal(fresh(wrongTotal)).id])
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
    expect(plan?.writes.map(({ kind }) => kind)).toEqual(['property', 'formula', 'append'])
    expect(plan?.writes[1]).toMatchObject({ tab: '四、复议诉讼', cells: ['E7'] })
    const [note] = plan?.writes ?? []
    const cells = [{ cell: 'table4.review.total', was: 9, formula: '', now: clean.figures['table4.review.total'] }]
    expect(note?.kind === 'property' && JSON.parse(note.value ?? '')).toMatchObject({ user: '李工', cells })
  })

  it('writes a number in place of a text', () => {
    const plan = planned(rewritten, fresh(rewritten).safe.ids)
    expect(plan?.writes[1]).toEqual({ kind: 'values', tab: '三、依申请公开', row: 7, column: 4, values: [[8]] })
  })

  it('is none where the values are others by now, or two repairs change one cell', () => {
    const { id } = toTotal(fresh(wrongTotal))
    expect(planned(withCell(wrongTotal, '四、复议诉讼', 7, 5, 10), [id])).toBeNull()
    expect(planned(wrongTotal, [id, id])).toBeNull()
  })

  it('writes nothing that could not be undone', () => {
    const long = withCell(wrongTotal, '三、依申请公开', 7, 4, `8（${'说明'.repeat(2000)}）`)
    const repair = fresh(long).repairs.find(({ changes }) => changes[0]?.from.startsWith('8（'))
    const plan = planned(long, [repair?.id ?? ''])
    expect(plan).toEqual({ writes: [], message: expect.stringContaining('太长') })
  })
})

describe('the title of a finding', () => {
  it('leaves the tab to the heading and begins with words, for a column too', () => {
    const figures = { ...clean.figures, 'table3.carriedIn.naturalPerson': 40, 'table3.received.total': null }
    const html = sidebarHtml(fresh(snapshotOf({ ...clean, figures })))
    const titles = [...html.matchAll(/data-call="goToCell"[^>]*class="go"[^>]*>([^<]*)</g)].map(
      ([, title = '']) => title,
    )
    expect(titles.filter((title) => /^自然人：“一、本年新收”加/.test(title))).toHaveLength(1)
    expect(titles.filter((title) => !/^[\p{L}\p{N}“（]/u.test(title))).toEqual([])
  })
})

describe('the plan of an undo', () => {
  const stored = (was: string | number, formula: string, now: number) => ({
    'nianbao.undo': JSON.stringify({
      time: stamp.time,
      user: '',
      label: '',
      cells: [{ cell: 'table4.review.total', was, formula, now }],
    }),
  })
  const undone = (snapshot: WorkbookSnapshot, properties: Record<string, string>) =>
    planUndo({
      id: lastUndo({ properties }),
      reading: assess(snapshot).reading,
      snapshot,
      properties,
      log: null,
      stamp,
    }).writes

  it.each([
    ['a number', 7, '', { kind: 'values', tab: '四、复议诉讼', row: 7, column: 5, values: [[7]] }],
    ['a text, as text', '7件', '', { kind: 'values', tab: '四、复议诉讼', row: 7, column: 5, values: [["'7件"]] }],
    ['a day, as a day', '2025-01-02', '', expect.objectContaining({ values: [['2025-01-02']] })],
    ['a blank', '', '', expect.objectContaining({ values: [['']] })],
    ['a formula', 7, '=R1C1', { kind: 'formula', tab: '四、复议诉讼', cells: ['E7'], formulaR1C1: '=R1C1' }],
  ])('brings back %s', (_, was, formula, write) => {
    expect(undone(wrongTotal, stored(was, formula, 9))).toEqual([
      write,
      { kind: 'property', name: 'nianbao.undo', value: null },
    ])
  })

  it('is nothing where the cell holds neither the old nor the new value', () => {
    expect(undone(wrongTotal, stored(7, '', 8))).toEqual([])
  })

  it('leaves a cell that somebody has changed since, and names it', () => {
    const properties = {
      'nianbao.undo': JSON.stringify({
        time: stamp.time,
        user: '',
        label: '',
        cells: [
          { cell: 'table4.review.total', was: 7, formula: '', now: 9 },
          { cell: 'table4.review.upheld', was: 3, formula: '', now: 987 },
        ],
      }),
    }
    const { reading } = assess(wrongTotal)
    const plan = planUndo({
      id: lastUndo({ properties }),
      reading,
      snapshot: wrongTotal,
      properties,
      log: '流程记录',
      stamp,
    })
    expect(plan.writes.filter(({ kind }) => kind === 'values')).toEqual([
      { kind: 'values', tab: '四、复议诉讼', row: 7, column: 5, values: [[7]] },
    ])
    const place = '四、复议诉讼 “行政复议”·结果维持'
    expect(plan.message).toBe(`已恢复为修改以前的内容；其中 1 格后来又有改动，没有恢复：${place}。`)
    expect(JSON.stringify(plan.writes)).toContain(`${place}：后来又有改动，没有恢复`)
  })

  it.each([
    ['another one that stands there by now', '0000000000000000', '没有撤销：这里显示的已经不是最近一次修改。'],
    ['one that a page of before does not name', undefined, '没有撤销：这里显示的已经不是最近一次修改。'],
  ])('refuses %s', (_, id, message) => {
    const { reading } = assess(wrongTotal)
    const properties = stored(7, '', 9)
    const plan = planUndo({ id: id as string, reading, snapshot: wrongTotal, properties, log: '流程记录', stamp })
    expect(plan).toEqual({ writes: [], message: expect.stringContaining(message) })
  })

  it('finds the cell where it stands now', () => {
    const [tab] = wrongTotal.tabs.filter(({ name }) => name === '四、复议诉讼')
    const values = [['插入的一行'], ...(tab?.values ?? [])].map((line) => [...line])
    const tabs = wrongTotal.tabs.map((one) => (one.name === '四、复议诉讼' ? { ...one, values } : one))
    const names = wrongTotal.names.map((one) =>
      one.tab === '四、复议诉讼' ? { ...one, area: { ...one.area, row: one.area.row + 1 } } : one,
    )
    expect(undone({ tabs, names }, stored(7, '', 9))[0]).toMatchObject({ row: 8, column: 5 })
  })
})

describe('the sidebar as HTML', () => {
  const attack = '"><img src=x onerror=alert(1)><script>'
  const hostile = withCell(wrongTotal, '三、依申请公开', 7, 4, attack)
  const html = sidebarHtml(fresh(hostile))

  it('takes nothing from the workbook for markup', () => {
    expect(html).not.toMatch(/<img|<script/)
    expect(html).toContain('&#60;img src=x onerror=alert(1)&#62;')
    expect(framedSidebar(fresh(hostile)).match(/<script/g)).toHaveLength(1)
  })

  it('asks for nothing from anywhere', () => {
    expect(framedSidebar(fresh(hostile))).not.toMatch(/https?:|src=["']|@import|url\(/)
  })

  it('tells severity by word and by shape', () => {
    expect(html).toMatch(/<span aria-hidden="true">■<\/span> 错误 \d/)
    expect(html).toMatch(/<span aria-hidden="true">▲<\/span> 警告 \d/)
    expect(html).toMatch(/<span aria-hidden="true">●<\/span> 提示 \d/)
  })

  it('has elements that are closed, ids that are unique, and a label for every field', () => {
    const tags = [...html.matchAll(/<(\/?)([a-z0-9]+)/g)].map(([, close, name]) => `${close ?? ''}${name ?? ''}`)
    const left = tags.reduce<string[]>((open, tag) => {
      if (!tag.startsWith('/')) return [...open, tag]
      expect(open.at(-1)).toBe(tag.slice(1))
      return open.slice(0, -1)
    }, [])
    expect(left).toEqual([])
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const fields = [...html.matchAll(/<textarea id="([^"]*)"/g)].map(([, id]) => id)
    expect(fields.length).toBeGreaterThan(0)
    expect(fields.filter((id) => !html.includes(`<label for="${id}">`))).toEqual([])
  })

  it('calls only what the bundle has, with arguments that are JSON', () => {
    const entry = readFileSync('src/google/index.ts', 'utf8')
    const calls = [...html.matchAll(/data-call="([^"]*)" data-args="([^"]*)"/g)]
    expect(calls.length).toBeGreaterThan(5)
    for (const [, name = '', args = ''] of calls) {
      expect(entry).toContain(`export function ${name}(`)
      const json = args.replace(/&#(\d+);/g, (__, code) => String.fromCharCode(Number(code)))
      expect(Array.isArray(JSON.parse(json))).toBe(true)
    }
  })

  it.each([
    ['fresh', / id="stale"[^>]* hidden>/],
    ['unlisted', / id="stale"[^>]*"><p>找不到工作表“校验结果”/],
  ] as const)('%s: the banner fits', (freshness, shown) => {
    expect(sidebarHtml(sidebarOf(wrongTotal, {}, freshness))).toMatch(shown)
  })
})
