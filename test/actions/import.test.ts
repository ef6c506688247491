import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { importedHtml, importDialog, previewHtml } from '../../src/actions/import/dialog'
import { openImport } from '../../src/actions/import/source'
import { planImport } from '../../src/actions/import/plan-import'
import { prepareImport, previewOf } from '../../src/actions/import/preview'
import type { ImportPreview } from '../../src/actions'
import type { Report } from '../../src/report'
import { readWorkbook, type WorkbookSnapshot } from '../../src/workbook'
import { figures } from '../../src/form'
import { emptyReport, type CellValue } from '../../src/report'
import { runs } from '../support/runs'
import { formulasOf, snapshotOf, withCell } from './snapshots'

const clean = JSON.parse(readFileSync('test/fixtures/clean-report.json', 'utf8')) as Report
const stamp = { time: '2025-01-06 10:30', user: '李工', version: '1.0.0' }
const blank = snapshotOf(emptyReport(clean.unit, clean.year))
const houzhai = openImport({ name: '', kind: 'text', content: readFileSync('test/fixtures/houzhai-2024.txt', 'utf8') })
const sourceOf = (report: Report) => ({ name: '来源.json', report, findings: [] })

type Into = 'thisYear' | 'lastYear'
const prepared = (into: Into, report: Report, snapshot: WorkbookSnapshot = blank) =>
  prepareImport({ into, source: sourceOf(report), choices: [], snapshot })
const shown = (into: Into, report: Report, snapshot?: WorkbookSnapshot) => previewOf(prepared(into, report, snapshot))

const withFigure = (id: string, value: CellValue): Report => ({ ...clean, figures: { ...clean.figures, [id]: value } })

/** The workbook after a plan. */
function after(snapshot: WorkbookSnapshot, { writes }: ReturnType<typeof planImport>): WorkbookSnapshot {
  const tabs = snapshot.tabs.map(({ name, values }) => ({ name, values: values.map((line) => [...line]) }))
  for (const write of writes) {
    if (write.kind !== 'values') continue
    const tab = tabs.find(({ name }) => name === write.tab)
    write.values.forEach((line, r) =>
      line.forEach((value, c) => {
        const row = tab?.values[write.row - 1 + r]
        if (row) row[write.column - 1 + c] = typeof value === 'string' ? value.replace(/^'/, '') : value
      }),
    )
  }
  return { ...snapshot, tabs }
}

describe('what an import would change', () => {
  it('is plain JSON', () => {
    const preview = shown('thisYear', clean)
    expect(JSON.parse(JSON.stringify(preview))).toEqual(preview)
    expect(preview.items).toHaveLength(166 + 3)
  })

  it.each<[string, Into, Report, Partial<ImportPreview>]>([
    [
      'another year',
      'thisYear',
      { ...clean, year: 2020 },
      { warnings: [`来源是 2020 年的报告，工作簿是 ${clean.year} 年的。请确认没有拿错。`] },
    ],
    [
      'no year of last year’s',
      'lastYear',
      { ...clean, year: null },
      { warnings: ['来源没有写明年度，请确认它是上年的报告。'] },
    ],
    [
      'a full name that ends with the short one',
      'lastYear',
      { ...clean, unit: `某市${clean.unit}`, year: (clean.year ?? 0) - 1 },
      { warnings: [] },
    ],
    [
      'another edition',
      'thisYear',
      { ...clean, edition: '2019', figures: { 'table2.regulations.newlyMade': 1 } },
      {
        warnings: [
          '来源用的是 2019 年的格式，有 1 个数字不属于现在的格式，不导入：“规章”·本年新制作数量 1。请对照原件填写。',
        ],
        items: expect.any(Array) as never,
        totals: [],
      },
    ],
    [
      '（六）其他处理 in one row',
      'thisYear',
      { ...clean, figures: { 'table3.otherwise.naturalPerson': 2, 'table3.otherwise.total': 2 } },
      {
        warnings: [
          '来源的“（六）其他处理”只有一行，现在的格式分为三行，这一行不导入：“（六）其他处理”·自然人 2、“（六）其他处理”·总计 2。请对照办理台账分到三行；确实都是其他情形的，填在“3.其他”。',
        ],
      },
    ],
    ['a total that is right', 'thisYear', clean, { totals: [] }],
    [
      'a total that stands alone',
      'thisYear',
      { ...clean, figures: { 'table4.review.total': 3 } },
      {
        totals: [
          '四、复议诉讼 “行政复议”·总计：来源写的是 3，各项之和是 空白。工作簿的总计由公式计算，来源的总计不填入，记在“流程记录”。',
        ],
      },
    ],
    [
      'last year’s wrong total',
      'lastYear',
      { ...withFigure('table4.review.total', 98), year: (clean.year ?? 0) - 1 },
      {
        totals: [
          `上年数据 “行政复议”·总计：来源写的是 98，各项之和是 ${String(clean.figures['table4.review.total'])}。照来源填入。`,
        ],
      },
    ],
    [
      'a text that no cell can hold',
      'thisYear',
      { ...clean, narrative: { ...clean.narrative, other: '字'.repeat(50_001) } },
      { warnings: ['六、其他事项 正文超过一格能放的 32767 字，不导入。请分段自行填写。'] },
    ],
  ])('tells of %s', (_, into, report, expected) => {
    expect(shown(into, report)).toMatchObject(expected)
  })

  it('names what has no place in a damaged workbook', () => {
    const damaged = { tabs: blank.tabs.filter(({ name }) => name !== '六、其他事项'), names: blank.names }
    expect(shown('thisYear', clean, damaged).warnings).toEqual([
      '工作簿里找不到这些内容的位置，不能导入：六、其他事项 正文。请运行“初始化模板”修复版面后再导入一次。',
    ])
  })

  it('takes a cell that cannot be read for one that holds something', () => {
    const { items } = shown('thisYear', clean, withCell(blank, '基本信息', 4, 2, '二〇二四'))
    expect(items.find(({ tab }) => tab === '基本信息')).toMatchObject({ stands: '二〇二四', replaces: true })
  })

  it('never lists a cell of a total', () => {
    const snapshot = {
      ...blank,
      tabs: blank.tabs.map((tab) => (tab.name === '四、复议诉讼' ? { ...tab, formulas: formulasOf('table4') } : tab)),
    }
    const cells = shown('thisYear', withFigure('table4.review.total', 98), snapshot).items
    expect(cells.filter(({ tab, cell }) => tab === '四、复议诉讼' && ['E7', 'J7', 'O7'].includes(cell))).toEqual([])
  })

  it.each([
    ['a figure that is no number', { 'table3.carriedOut.naturalPerson': { raw: '/' } }],
    ['a blank', { 'table3.carriedOut.naturalPerson': null }],
  ])('offers nothing out of %s', (_, changed) => {
    const last = { ...clean, year: 2023, figures: { ...clean.figures, ...changed } }
    expect(shown('lastYear', last).items.filter(({ cell, origin }) => origin !== '' && cell === 'D8')).toEqual([])
  })

  it('offers no 现行有效 below 0, and none while 制发 or 废止 is blank', () => {
    const row = 'table2.regulations'
    const own = { ...emptyReport('', 2024), figures: { [`${row}.issued`]: 0, [`${row}.repealed`]: 3 } }
    const last = { ...clean, year: 2023, figures: { [`${row}.inForce`]: 2, 'table2.normativeDocuments.inForce': 7 } }
    expect(shown('lastYear', last, snapshotOf(own)).items.filter(({ origin }) => origin !== '')).toEqual([])
  })
})

describe('an import', () => {
  const value = fc.oneof(
    fc.nat(2000),
    fc.constant(null),
    fc.constantFrom<CellValue>({ raw: '/' }, { raw: '８', value: 8 }, { raw: '22（其中修订16件）', value: 22 }),
  )
  const inputs = figures.filter(({ kind }) => kind === 'input').map(({ id }) => id)
  const reports = fc.array(value, { minLength: inputs.length, maxLength: inputs.length }).map((values): Report => {
    return { ...clean, figures: Object.fromEntries(inputs.map((id, index) => [id, values[index] ?? null])) }
  })

  it('into a blank workbook reads back as the report; a second one finds nothing to change', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const ready = prepared('thisYear', report)
        const plan = planImport({ prepared: ready, ticks: ready.items.map(({ id }) => id), log: null, stamp })
        const filled = after(blank, plan)
        const { report: read } = readWorkbook(filled)
        for (const id of inputs) expect(read.figures[id]).toEqual(report.figures[id])
        expect(read.narrative).toEqual(report.narrative)
        expect(shown('thisYear', report, filled).items).toEqual([])
      }),
      runs(15),
    )
  })

  it('never changes a cell that holds something, unless it is ticked', () => {
    fc.assert(
      fc.property(reports, reports, (standing, report) => {
        const snapshot = snapshotOf({ ...standing, narrative: { overview: '', problems: '', other: '' } })
        const ready = prepared('thisYear', report, snapshot)
        const ticks = ready.items.filter(({ replaces }) => !replaces).map(({ id }) => id)
        const { report: read } = readWorkbook(after(snapshot, planImport({ prepared: ready, ticks, log: null, stamp })))
        for (const id of inputs) expect(read.figures[id]).toEqual(standing.figures[id] ?? report.figures[id])
      }),
      runs(15),
    )
  })
})

describe('the dialog', () => {
  it('is one page that loads nothing, its script free of what Google’s frame has not', () => {
    const page = importDialog('lastYear')
    expect(page).not.toMatch(/https?:|<link|<img|src=/)
    expect(() => new Function(/<script>([^]*)<\/script>/.exec(page)?.[1] ?? '')).not.toThrow()
  })

  it('escapes what the source and the workbook say', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&'
    const preview = shown('thisYear', {
      ...clean,
      unit: evil,
      figures: { 'table2.penalties.decisions': { raw: evil } },
    })
    const html = previewHtml({ ...preview, name: evil, findings: [{ rule: 'X', severity: 'error', message: evil }] })
    expect(html).not.toContain('<img')
    expect(html.split('&#60;img src=x onerror=alert(1)&#62;&#34;&#39;&#38;')).toHaveLength(7)
  })

  it('ticks what goes into blank cells, and nothing else', () => {
    const snapshot = withCell(blank, '三、依申请公开', 7, 4, 77)
    const html = previewHtml(shown('thisYear', withFigure('table3.received.naturalPerson', 8), snapshot))
    expect(html.match(/<input type="checkbox" data-tick="[^"]*" checked/g)).toHaveLength(168)
    expect(html).toContain('<tr class="replaces"><td><input type="checkbox" data-tick="table3.received.naturalPerson~')
    expect(html).toContain('覆盖全部已有内容的格（1 格）')
  })

  it('has no reading of a ragged row chosen', () => {
    const preview = previewOf(prepareImport({ into: 'thisYear', source: houzhai, choices: [], snapshot: blank }))
    const html = previewHtml(preview)
    expect(html.match(/type="radio"/g)).toHaveLength(2)
    expect(html).not.toMatch(/type="radio"[^>]* checked/)
  })

  it.each([
    ['a1', 3, ['关闭', '撤销这次导入']],
    [null, 0, ['关闭', '上一步']],
  ])('ends with what can be done next: undo %s, %i cells', (undo, cells, captions) => {
    const html = importedHtml({ message: '', cells, replaced: 0, missed: [], undo })
    expect([...html.matchAll(/<button[^>]*>([^<]*)</g)].map(([, caption]) => caption)).toEqual(captions)
  })
})
