import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import type { Report } from '../../src/report'
import { recalculate, type Book } from '../../src/desk/book'
import type { Host } from './double'
import type { ImportDone, ImportShown } from '../../src/actions'
import { lastUndo } from '../support/last-undo'
import {
  blankBook,
  cellOf,
  clean,
  differences,
  figureCell,
  filledBook,
  homeOf,
  officeOf,
  run,
  sheetOf,
  type,
  typeFigure,
} from './office'

const houzhai = { name: '', kind: 'text', content: readFileSync('test/fixtures/houzhai-2024.txt', 'utf8') }
const cleanSource = { name: 'clean.json', kind: 'json', content: JSON.stringify(clean) }
const lastYear: Report = { ...clean, year: (clean.year ?? 0) - 1 }
const lastSource = { name: '上年.json', kind: 'json', content: JSON.stringify(lastYear) }

type Into = 'thisYear' | 'lastYear'

function preview(host: Host, into: Into, source: unknown, choices: string[] = []) {
  const result = run(host, 'previewImport', { into, source, choices })
  return { counts: result.counts, ...(result.value as ImportShown) }
}

function apply(host: Host, into: Into, source: unknown, ticks: string[], choices: string[] = []) {
  const result = run(host, 'applyImport', { into, source, choices, ticks })
  return { counts: result.counts, ...(result.value as ImportDone) }
}

type Item = ImportShown['preview']['items'][number]
const isFresh = ({ replaces, origin }: Item) => !replaces && origin === ''
const ids = (items: readonly Item[]) => items.map(({ id }) => id)
const at = (items: readonly Item[], place: string) => items.filter((item) => item.place === place)
const logged = (book: Book, row = 4) =>
  [1, 2, 3, 4, 5].map((column) => sheetOf(book, '流程记录').cells[`${row},${column}`]?.value)

describe('the dialogs', () => {
  it.each([
    ['importLastYear', '导入上年报告'],
    ['importPublished', '从已发布文本导入'],
  ])('%s shows one, and reads and writes nothing', (name, title) => {
    const { dialogs, counts } = run(officeOf(blankBook()), name)
    expect(dialogs.map((dialog) => [dialog.kind, dialog.title])).toEqual([['modal', title]])
    expect([counts.read, counts.write]).toEqual([0, 0])
  })
})

describe('a preview of this year’s report', () => {
  it('lists every cell that would change, in eleven reads, and changes nothing', () => {
    const book = blankBook()
    const host = officeOf(book)
    const { preview: shown, counts } = preview(host, 'thisYear', houzhai)
    expect([counts.read, counts.write]).toEqual([11, 0])
    expect(differences(host.book(), book)).toEqual([])
    expect(at(shown.items, '三、依申请公开 “一、本年新收政府信息公开申请数量”·自然人')).toMatchObject([
      { tab: '三、依申请公开', cell: 'D7', stands: '', comes: '8', replaces: false, origin: '' },
    ])
    expect(shown.items.filter(({ place }) => /总计$/.test(place))).toEqual([])
    expect(shown.warnings).toEqual(
      [
        `来源是 2024 年的报告，工作簿是 ${clean.year} 年的。请确认没有拿错。`,
        `来源的单位是“侯寨办事处”，工作簿的单位是“${clean.unit}”。请确认没有拿错。`,
      ].slice(clean.year === 2024 ? 1 : 0),
    )
    expect(shown.findings.map(({ rule }) => rule)).toEqual(['READ.SECTION_TWICE'])
  })

  it('offers both readings of the ragged row and chooses neither', () => {
    const host = officeOf(blankBook())
    const { preview: shown, source } = preview(host, 'thisYear', houzhai)
    expect(shown.rows).toMatchObject([
      {
        chosen: null,
        options: [{ label: '按“复议后起诉 结果维持 1”理解' }, { label: '按“复议后起诉 结果纠正 1”理解' }],
      },
    ])
    expect(shown.items.filter(({ tab }) => tab === '四、复议诉讼')).toEqual([])
    const second = shown.rows[0]?.options[1]?.id ?? ''
    const chosen = preview(host, 'thisYear', source, [second]).preview
    expect(chosen.rows[0]?.chosen).toBe(second)
    expect(at(chosen.items, '四、复议诉讼 “复议后起诉”·结果纠正').map(({ comes }) => comes)).toEqual(['1'])
    expect(chosen.items.filter(({ tab }) => tab === '四、复议诉讼')).toHaveLength(12)
  })

  it('tells a total of the source that its figures do not add up to', () => {
    const wrong = { ...clean, figures: { ...clean.figures, 'table4.review.total': 99 } }
    const sum = clean.figures['table4.review.total']
    const { preview: shown } = preview(officeOf(blankBook()), 'thisYear', {
      ...cleanSource,
      content: JSON.stringify(wrong),
    })
    expect(shown.totals).toEqual([
      `四、复议诉讼 “行政复议”·总计：来源写的是 99，各项之和是 ${sum}。工作簿的总计由公式计算，来源的总计不填入，记在“流程记录”。`,
    ])
  })

  it('lists nothing where the workbook holds the same', () => {
    const { preview: shown } = preview(officeOf(filledBook()), 'thisYear', cleanSource)
    expect(shown.items).toEqual([])
    expect(shown.same).toBe(166 + 5)
  })

  it.each([
    ['nothing', { name: '', kind: 'text', content: ' \n' }, '没有内容。请粘贴年度报告的全文，或者选择文件。'],
    [
      'no report',
      { name: 'a.txt', kind: 'text', content: '会议通知' },
      /^a\.txt：一份看不出年度报告内容的文件.*什么都没有改动。$/,
    ],
    ['broken JSON', { name: 'a.json', kind: 'json', content: '{' }, /^a\.json：.*什么都没有改动。$/],
    [
      'a workbook, which Google cannot read',
      { name: 'a.xlsx', kind: 'xlsx', content: 'UEsD' },
      /^“a\.xlsx”这种文件在这里读不了。/,
    ],
  ])('refuses %s in one sentence', (_, source, message) => {
    const host = officeOf(blankBook())
    const { error } = host.run('previewImport', [{ into: 'thisYear', source }])
    expect(error?.message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message))
  })

  it('refuses a spreadsheet that is none of ours', () => {
    const book = blankBook()
    for (const sheet of book.sheets) sheet.cells = {}
    book.names = []
    const { error } = officeOf(book).run('previewImport', [{ into: 'lastYear', source: lastSource }])
    expect(error?.message).toBe('找不到“上年数据”里的表格，不能导入。请先运行“初始化模板”。')
  })

  it('reads the HTML of a paste, cells and all', () => {
    const content = readFileSync('test/golden/report.html', 'utf8')
    const { preview: shown } = preview(officeOf(blankBook()), 'thisYear', {
      name: '',
      kind: 'html',
      content,
      plain: '年报',
    })
    expect(shown.name).toBe('粘贴的内容')
    expect(shown.findings).toEqual([])
    expect(shown.items.filter(({ tab }) => tab === '三、依申请公开')).toHaveLength(2)
  })

  it('falls back on the text of a paste whose HTML says nothing', () => {
    const source = { name: '', kind: 'html', content: '<table></table>', plain: houzhai.content }
    expect(preview(officeOf(blankBook()), 'thisYear', source).preview.unit).toBe('侯寨办事处')
  })
})

describe('an import of this year’s report', () => {
  it('fills blank cells in few writes, keeps formulas and notes, and tells the log', () => {
    const host = officeOf(blankBook())
    const { preview: shown, source } = preview(host, 'thisYear', cleanSource)
    const done = apply(host, 'thisYear', source, ids(shown.items))
    expect(done).toMatchObject({ cells: shown.items.length, replaced: 0, missed: [], undo: lastUndo(host.book()) })
    expect(done.counts.read).toBe(11)
    expect(done.counts.write).toBeLessThanOrEqual(18)
    const filled = filledBook()
    for (const id of Object.keys(clean.figures)) {
      expect([id, figureCell(host.book(), id)]).toEqual([id, figureCell(filled, id)])
    }
    expect(cellOf(host.book(), { tab: '五、问题及改进', row: 5, column: 2 }).value).toBe(clean.narrative.problems)
    const [time, user, event, detail, file] = logged(host.book())
    expect([time, user, event, file]).toEqual([
      '2025-01-06 10:30',
      'zhang@example.gov.cn',
      '从已发布文本导入',
      'clean.json',
    ])
    expect(detail).toBe(
      `来源：clean.json（${clean.unit}，${clean.year}年度）\n一、总体情况：填入空白 1 格\n二、主动公开：填入空白 10 格\n` +
        '三、依申请公开：填入空白 144 格\n四、复议诉讼：填入空白 12 格\n五、问题及改进：填入空白 1 格\n六、其他事项：填入空白 1 格',
    )
  })

  const disputed = ['table3.received.naturalPerson', 'table2.penalties.decisions'] as const

  function standing(): Book {
    const book = filledBook()
    typeFigure(book, disputed[0], 77)
    typeFigure(book, disputed[1], '待核')
    recalculate(book)
    return book
  }

  it('overwrites only what is ticked, and tells what stood there', () => {
    const host = officeOf(standing())
    const { preview: shown, source } = preview(host, 'thisYear', cleanSource)
    expect(shown.items.map(({ stands, replaces }) => [stands, replaces])).toEqual([
      ['待核', true],
      ['77', true],
    ])
    expect(apply(host, 'thisYear', source, [])).toMatchObject({
      cells: 0,
      message: '没有导入：没有勾选要导入的内容。什么都没有改动。',
    })
    const [first] = ids(shown.items)
    const { message } = apply(host, 'thisYear', source, [first ?? ''])
    expect(message).toBe('已导入 1 格，其中覆盖 1 格。可以撤销。请运行“校验”。')
    expect(disputed.map((id) => figureCell(host.book(), id).value)).toEqual([77, clean.figures[disputed[1]]])
    expect(logged(host.book())[3]).toContain(
      `\n二、主动公开 “行政处罚”·本年处理决定数量：待核 → ${String(clean.figures[disputed[1]])}\n已有别的内容、没有覆盖 1 格`,
    )
  })

  it('never clears a cell for a blank of the source', () => {
    const blank = { ...clean, figures: {}, narrative: { overview: '', problems: '', other: '' } }
    const source = { ...cleanSource, content: JSON.stringify(blank) }
    expect(preview(officeOf(filledBook()), 'thisYear', source).preview.items).toEqual([])
  })

  it('takes a cell with a formula for one that holds something, blank though it looks', () => {
    const book = blankBook()
    const home = homeOf(disputed[0])
    sheetOf(book, home.tab).cells[`${home.row},${home.column}`] = { formula: '=""', value: '' }
    const { preview: shown } = preview(officeOf(book), 'thisYear', cleanSource)
    expect(shown.items.find(({ cell, tab }) => cell === 'D7' && tab === home.tab)).toMatchObject({
      stands: '=""',
      replaces: true,
    })
  })

  it('leaves alone and names what was changed after the preview', () => {
    const host = officeOf(blankBook())
    const { preview: shown, source } = preview(host, 'thisYear', cleanSource)
    host.edit('三、依申请公开', 'D7', 5)
    const { missed, message } = apply(host, 'thisYear', source, ids(shown.items))
    expect(missed).toEqual(['三、依申请公开 “一、本年新收政府信息公开申请数量”·自然人'])
    expect(message).toContain('有 1 格在预览以后有改动，没有导入')
    expect(figureCell(host.book(), disputed[0]).value).toBe(5)
    expect(figureCell(host.book(), 'table3.received.enterprise').value).toBe(
      clean.figures['table3.received.enterprise'],
    )
  })

  it('writes what is no number as text', () => {
    const odd = { ...clean, figures: { 'table2.penalties.decisions': '1,024', 'table2.coercion.decisions': '/' } }
    const host = officeOf(blankBook())
    const { preview: shown, source } = preview(host, 'thisYear', { ...cleanSource, content: JSON.stringify(odd) })
    apply(host, 'thisYear', source, ids(shown.items))
    expect(figureCell(host.book(), 'table2.penalties.decisions').value).toBe('1,024')
    expect(figureCell(host.book(), 'table2.coercion.decisions').value).toBe('/')
  })
})

describe('an import of last year’s report', () => {
  it('goes to 上年数据 with its totals and year in eight reads and few writes', () => {
    const host = officeOf(blankBook())
    const { preview: shown, source, counts } = preview(host, 'lastYear', lastSource)
    expect(counts.read).toBe(8)
    expect(shown.warnings).toEqual([])
    expect(shown.items.filter(isFresh)).toHaveLength(201)
    const done = apply(host, 'lastYear', source, ids(shown.items.filter(isFresh)))
    expect(done.counts.read).toBe(8)
    expect(done.counts.write).toBeLessThanOrEqual(12)
    for (const [id, value] of Object.entries(clean.figures)) {
      expect([id, cellOf(host.book(), homeOf(id, true)).value]).toEqual([
        id,
        typeof value === 'number' ? value : value?.raw,
      ])
    }
    expect(cellOf(host.book(), { tab: '上年数据', row: 3, column: 2 }).value).toBe(lastYear.year)
  })

  it('warns of another year and another office, and imports all the same', () => {
    const source = { ...lastSource, content: JSON.stringify({ ...clean, unit: '另一局', year: (clean.year ?? 0) - 3 }) }
    const host = officeOf(blankBook())
    const { preview: shown, source: read } = preview(host, 'lastYear', source)
    expect(shown.warnings).toEqual([
      `来源是 ${(clean.year ?? 0) - 3} 年的报告，工作簿要的上年是 ${(clean.year ?? 0) - 1} 年。请确认没有拿错。`,
      `来源的单位是“另一局”，工作簿的单位是“${clean.unit}”。请确认没有拿错。`,
    ])
    expect(apply(host, 'lastYear', read, ids(shown.items)).cells).toBe(shown.items.length)
  })

  it('offers 上年结转 and 现行有效 with their origin, not ticked, and logs the origin', () => {
    const book = blankBook()
    const row = 'table2.regulations'
    typeFigure(book, `${row}.issued`, 3)
    typeFigure(book, `${row}.repealed`, 1)
    const host = officeOf(book)
    const figures = { ...lastYear.figures, [`${row}.inForce`]: 5, 'table3.carriedOut.naturalPerson': 4 }
    const given = { ...lastSource, content: JSON.stringify({ ...lastYear, figures }) }
    const { preview: shown, source } = preview(host, 'lastYear', given)
    const offers = shown.items.filter(({ origin }) => origin !== '')
    const year = lastYear.year
    expect(offers.map(({ cell, tab }) => [tab, cell])).toEqual([
      ['二、主动公开', 'D6'],
      ...['D8', 'E8', 'F8', 'G8', 'H8', 'I8'].map((cell) => ['三、依申请公开', cell]),
    ])
    expect(offers[0]).toMatchObject({
      comes: '7',
      origin: `来自${year}年报告 现行有效 5，加本年制发 3，减本年废止 1`,
    })
    expect(offers[1]).toMatchObject({ comes: '4', origin: `来自${year}年报告 四、结转下年度继续办理·自然人` })
    apply(host, 'lastYear', source, ids(offers.slice(0, 2)))
    expect(figureCell(host.book(), `${row}.inForce`).value).toBe(7)
    expect(figureCell(host.book(), 'table3.carriedIn.naturalPerson').value).toBe(4)
    expect(figureCell(host.book(), 'table3.carriedIn.enterprise').value).toBeUndefined()
    expect(logged(host.book())[3]).toContain(
      `三、依申请公开 “二、上年结转政府信息公开申请数量”·自然人：空白 → 4（来自${year}年报告 四、结转下年度继续办理·自然人）`,
    )
  })
})

describe('undoing an import', () => {
  it.each([
    ['thisYear', cleanSource],
    ['lastYear', lastSource],
  ] as const)('%s brings back exactly what stood there, from the sidebar’s property', (into, given) => {
    const before = blankBook()
    const host = officeOf(before)
    const { preview: shown, source } = preview(host, into, given)
    apply(host, into, source, ids(shown.items))
    const stored = host.book().properties['nianbao.undo'] ?? ''
    expect(Buffer.byteLength(stored)).toBeLessThan(8500)
    const { value } = run(officeOf(host.book()), 'undoRepair', lastUndo(host.book()))
    const again = officeOf(host.book())
    run(again, 'undoRepair', lastUndo(again.book()))
    expect(value).toMatchObject({ isDone: true })
    const figures = Object.keys(clean.figures)
    const cells = (book: Book) =>
      figures.flatMap((id) => [figureCell(book, id).value, cellOf(book, homeOf(id, true)).value])
    expect(cells(again.book())).toEqual(cells(before))
    expect(cellOf(again.book(), { tab: '一、总体情况', row: 5, column: 2 }).value).toBe(
      cellOf(before, { tab: '一、总体情况', row: 5, column: 2 }).value,
    )
  })

  it('writes another unit without a mark that its cell of plain text would show, and takes it back', () => {
    const host = officeOf(filledBook())
    const given = { ...cleanSource, content: JSON.stringify({ ...clean, unit: '另一局' }) }
    const { preview: shown, source } = preview(host, 'thisYear', given)
    apply(host, 'thisYear', source, ids(shown.items))
    const unit = { tab: '基本信息', row: 3, column: 2 }
    expect(cellOf(host.book(), unit).value).toBe('另一局')
    expect(run(host, 'undoRepair', lastUndo(host.book())).value).toMatchObject({ isDone: true })
    expect(cellOf(host.book(), unit).value).toBe(clean.unit)
  })

  it('is not possible after a long text of several lines was replaced, as is said beforehand; the log keeps the text', () => {
    const book = filledBook()
    type(book, { tab: '一、总体情况', row: 5, column: 2 }, '原来的第一段。')
    type(book, { tab: '一、总体情况', row: 11, column: 2 }, '原来的第二段。')
    const host = officeOf(book)
    const { preview: shown, source } = preview(host, 'thisYear', cleanSource)
    expect(shown.warnings).toEqual(['覆盖上列较长的正文以后，这次导入不能用“撤销”恢复；原来的正文会记在“流程记录”。'])
    const { undo, message } = apply(host, 'thisYear', source, ids(shown.items))
    expect([undo, message]).toEqual([null, '已导入 1 格，其中覆盖 1 格。这次导入不能撤销。请运行“校验”。'])
    expect(cellOf(host.book(), { tab: '一、总体情况', row: 5, column: 2 }).value).toBe(clean.narrative.overview)
    expect(cellOf(host.book(), { tab: '一、总体情况', row: 11, column: 2 }).value ?? '').toBe('')
    expect(logged(host.book())[3]).toContain('原来的第一段。\n原来的第二段。 → ')
  })

  it.each([1, 2, 3])('works after an import that was cut off at write %i', (call) => {
    const host = officeOf(blankBook())
    const { preview: shown, source } = preview(host, 'thisYear', cleanSource)
    const request = { into: 'thisYear', source, ticks: ids(shown.items) }
    const cut = host.run('applyImport', [request], { fault: { kind: 'write', call } })
    expect(cut.error?.message).toMatch(/^从已发布文本导入没有完成：.*没有做完的可以撤销。$/)
    run(host, 'undoRepair', lastUndo(host.book()))
    expect(figureCell(host.book(), 'table2.penalties.decisions').value ?? '').toBe('')
  })
})
