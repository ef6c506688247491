/** A spreadsheet copied with its script: the person chooses between 新建 and 继续, and files stay apart. */
import { describe, expect, it } from '@jest/globals'
import type { Book } from '../../src/desk/book'
import { openHost, type Host } from './double'
import {
  blankBook,
  cellOf,
  changeTab,
  clean,
  differences,
  figureCell,
  filledBook,
  marked,
  officeOf,
  run,
  scripts,
  sheetOf,
  total,
  type,
  typeFigure,
} from './office'
import { unfinished } from './cut-off'
import { readWorkbookOf } from './support'

declare const __NIANBAO_VERSION__: string
const version = __NIANBAO_VERSION__

const yes = { answers: ['YES' as const] }
const no = { answers: ['NO' as const] }

let inUse: Host | null = null

/** A workbook in use: checked, with marks, a remark, a typed total and entries in the log. */
const original = (): Host => (inUse ??= madeInUse()).fork()

function madeInUse(): Host {
  const book = filledBook()
  typeFigure(book, 'table4.review.total', 9)
  typeFigure(book, 'table3.granted.research', '8件')
  const host = officeOf(book)
  run(host, 'checkWorkbook')
  host.edit('校验结果', 'H6', '待核')
  host.run('generateReport', [], yes)
  return host
}

/** The cells that hold it. */
const holding = (book: Book, what: RegExp): string[] =>
  book.sheets.flatMap(({ name, cells }) =>
    Object.entries(cells).flatMap(([at, { value }]) => (what.test(String(value)) ? [`${name} ${at}`] : [])),
  )

/** 新建 in a copy. */
function beginAnew(copy: Host): void {
  const { error, questions } = copy.run('initTemplate', [], yes)
  expect([error, questions.length]).toEqual([undefined, 1])
}

const files = (host: Host, options = yes) => host.run('generateReport', [], options).files.map(({ id }) => id)

describe('a copy of a workbook in use', () => {
  it('is told by 校验, with the version of the program', () => {
    const { value } = run(original().copy('copy-1'), 'checkWorkbook')
    expect(value).toMatchObject({
      message: expect.stringContaining(
        `这份表格是复制来的（程序版本 ${version}），请运行“初始化模板”选择新建还是继续。`,
      ),
    })
  })

  it('asks at 初始化模板, shows the version, and changes nothing where the window is closed', () => {
    const copy = original().copy('copy-1')
    const before = copy.book()
    const { questions, value, counts } = copy.run('initTemplate')
    expect(questions.map(({ title, buttons }) => [title, buttons])).toEqual([['初始化模板', 'YES_NO']])
    expect(questions[0]?.message).toContain(`这份表格是从另一份复制来的（程序版本 ${version}）。要新建一份年报吗？`)
    expect(value).toEqual({ message: '没有运行：还没有选择新建或继续，请再运行一次“初始化模板”。什么都没有改动。' })
    expect(counts.write).toBe(0)
    expect(copy.book()).toEqual(before)
    expect(copy.run('initTemplate').questions).toHaveLength(1)
  })

  it('继续 keeps everything, says so in the log and asks no more', () => {
    const copy = original().copy('copy-1')
    const before = copy.book()
    const { value } = copy.run('initTemplate', [], no)
    expect(value).toMatchObject({ message: expect.stringContaining(`以后生成的报告是新文件。程序版本 ${version}。`) })
    const changed = differences(copy.book(), before)
    expect(changed.map((place) => place.split(':')[0])).toEqual([
      '10 5,1',
      '10 5,2',
      '10 5,3',
      '10 5,4',
      'nianbao.spreadsheet',
    ])
    expect(copy.book().properties['nianbao.spreadsheet']).toBe('copy-1')
    expect(copy.run('initTemplate').questions).toEqual([])
    expect(run(copy, 'checkWorkbook').value).toMatchObject({ message: expect.not.stringContaining('复制') })
  })

  it('新建 empties what people and checks have written, and nothing else', () => {
    const copy = original().copy('copy-1')
    const result = copy.run('initTemplate', [], yes)
    expect(result.error).toBeUndefined()
    const book = copy.book()
    expect(marked(book)).toEqual({ painted: [], noted: [] })
    const log = sheetOf(book, '流程记录')
    expect([log.cells['4,3']?.value, log.cells['4,4']?.value, log.cells['5,3']?.value]).toEqual([
      '初始化模板',
      '这份表格由另一份复制而来，选择了新建，原有的填报内容已清空',
      undefined,
    ])
    for (const column of [1, 2, 3, 4]) log.cells[`4,${column}`] = { ...log.cells[`4,${column}`], value: '' }
    const blank = blankBook()
    for (const row of [3, 4]) Reflect.deleteProperty(cellOf(blank, { tab: '基本信息', row, column: 2 }), 'value')
    const contents = (from: typeof book) =>
      from.sheets.flatMap(({ name, cells }) =>
        Object.entries(cells).flatMap(([key, { value, formula, note }]) =>
          value || note ? [`${name} ${key} ${formula ?? String(value)} ${note ?? ''}`] : [],
        ),
      )
    expect(contents(book).sort()).toEqual(contents(blank).sort())
    expect(Object.keys(book.properties).sort()).toEqual(['nianbao.spreadsheet', 'nianbao.version'])
    expect(figureCell(book, 'table4.review.total').formula).toBeDefined()
  })

  it('新建 takes a request’s unit and year', () => {
    const copy = original().copy('copy-1')
    copy.run('initTemplate', [{ unit: '某某局', year: 2026 }], yes)
    expect(cellOf(copy.book(), { tab: '基本信息', row: 3, column: 2 }).value).toBe('某某局')
    expect(cellOf(copy.book(), { tab: '基本信息', row: 4, column: 2 }).value).toBe(2026)
  })

  it('新建 cut off at any write asks again and is finished then', () => {
    const host = original()
    expect(unfinished({ open: () => host.copy('copy-1'), options: yes, step: 5 })).toEqual([])
  })

  it('新建 leaves nothing of texts that run on over many rows and to the right', () => {
    const copy = original().copy('copy-1')
    const book = copy.book()
    const sheets = ['一、总体情况', '五、问题及改进', '六、其他事项'].map((name) => sheetOf(book, name))
    for (const { cells } of sheets) {
      for (const at of ['5,2', '11,2', '25,2', '40,2', '7,3', '12,4']) cells[at] = { value: '外单位的文字' }
      cells['41,2'] = { formula: '="外单位的"&"文字"', value: '外单位的文字' }
    }
    copy.setBook(book)
    beginAnew(copy)
    expect(holding(copy.book(), /外单位的文字/)).toEqual([])
    expect(readWorkbookOf(copy.book()).report.narrative).toEqual({ overview: '', problems: '', other: '' })
  })

  it('新建 empties what damaged labels and lost names hide', () => {
    const copy = original().copy('copy-1')
    const book = copy.book()
    book.names = []
    sheetOf(book, '一、总体情况').cells['5,1'] = { value: '？' }
    sheetOf(book, '一、总体情况').cells['30,2'] = { value: '外单位的文字' }
    // Neither rows nor columns tell which figure these are.
    for (const [name, first] of [
      ['三、依申请公开', '7,4'],
      ['四、复议诉讼', '7,1'],
    ] as const) {
      const { cells } = sheetOf(book, name)
      for (const cell of Object.values(cells)) if (typeof cell.value === 'string') cell.value = '？'
      cells[first] = { ...cells[first], value: 31_415 }
    }
    for (const name of ['校验结果', '流程记录']) {
      const { cells } = sheetOf(book, name)
      for (const [at, cell] of Object.entries(cells))
        if (Number(at.split(',')[0]) <= 5 && typeof cell.value === 'string') cell.value = '？'
      cells['9,4'] = { value: '外单位的文字' }
    }
    copy.setBook(book)
    beginAnew(copy)
    const after = copy.book()
    expect(holding(after, /外单位的文字|31415/)).toEqual([])
    expect(readWorkbookOf(after).report.narrative.overview).toBe('')
  })

  it('新建 finds the five lines of 基本信息 below lines that were put in', () => {
    const copy = original().copy('copy-1')
    const book = copy.book()
    for (const row of [5, 6, 7]) type(book, { tab: '基本信息', row, column: 2 }, `外单位的人 ${row}`)
    const moved = changeTab(book, '基本信息', { axis: 'row', kind: 'insert', at: 3, count: 2 })
    moved.names = []
    sheetOf(moved, '基本信息').cells['5,1'] = { value: '？' }
    copy.setBook(moved)
    beginAnew(copy)
    expect(holding(copy.book(), /外单位的人/)).toEqual([])
  })

  it('makes files of its own, whatever was chosen, and the original goes on with its own', () => {
    const host = original()
    const own = files(host)
    const copy = host.copy('copy-1')
    expect(files(copy).filter((id) => own.includes(id))).toEqual([])
    expect(files(copy)).toEqual(files(copy))
    expect(files(host)).toEqual(own)
  })
})

describe('a copy that lost its properties', () => {
  it('asks as well, and takes the marks away whose colours nobody remembers', () => {
    const copy = original().copy('copy-1')
    const book = copy.book()
    book.properties = {}
    typeFigure(book, 'table3.granted.research', 0)
    copy.setBook(book)
    expect(copy.run('initTemplate', [], no).questions).toHaveLength(1)
    run(copy, 'checkWorkbook')
    expect(marked(copy.book()).painted).toEqual(['四、复议诉讼 7,5'])
  })
})

describe('a copy of a blank master', () => {
  it('has nothing to choose: it is taken over, without a question', () => {
    const copy = openHost({ book: blankBook(), user: 'a@example.cn', ...scripts }).copy('copy-1')
    const result = run(copy, 'initTemplate')
    expect(result.questions).toEqual([])
    expect(copy.book().properties['nianbao.spreadsheet']).toBe('copy-1')
    expect(total(result)).toBeLessThanOrEqual(300)
    expect(cellOf(copy.book(), { tab: '基本信息', row: 3, column: 2 }).value).toBe(clean.unit)
  })
  it('forgets what the original remembered of its own cells', () => {
    const book = blankBook()
    Object.assign(book.properties, { 'nianbao.undo': '{"a":1}', 'nianbao.pendingTotals': '{"a":1}' })
    const copy = officeOf(book).copy('copy-1')
    expect(run(copy, 'initTemplate').questions).toEqual([])
    expect(Object.keys(copy.book().properties).sort()).toEqual(['nianbao.spreadsheet', 'nianbao.version'])
  })
})
