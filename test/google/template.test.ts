import { describe, expect, it } from '@jest/globals'
import { layout } from '../../src/workbook'
import { newBook, type Book } from '../../src/desk/book'
import {
  blankBook,
  cellOf,
  changeTab,
  clean,
  differences,
  figureCell,
  filledBook,
  homeOf,
  newOffice,
  officeOf,
  run,
  sheetOf,
  total,
  type,
  typeFigure,
} from './office'
import { unfinished } from './cut-off'

const names = layout().tabs.map(({ name }) => name)
describe('初始化模板 on a new spreadsheet', () => {
  const host = newOffice()
  const result = run(host, 'initTemplate', { unit: '某某局', year: 2024 })
  const book = host.book()

  it('takes at most 300 service calls', () => {
    expect(total(result)).toBeLessThanOrEqual(300)
  })

  it('makes every tab, in order, and none besides', () => {
    expect(book.sheets.map(({ name }) => name)).toEqual(names)
  })

  it.each(layout().tabs.map((tab) => [tab.name, tab] as const))('draws %s as laid out', (name, tab) => {
    const sheet = sheetOf(book, name)
    for (const cell of tab.cells) {
      const made = sheet.cells[`${cell.row},${cell.column}`]
      if (cell.formula) expect(made?.formula).toBe(cell.formula)
      else if (cell.value !== undefined && cell.value !== '') expect(made?.value).toBe(cell.value)
      expect(made?.note).toBe(cell.note)
    }
    expect(sheet.merges).toHaveLength(tab.cells.filter(({ rows, columns }) => rows * columns > 1).length)
    expect(sheet.frozenRows).toBe(tab.frozenRows)
    expect(sheet.hiddenColumns).toEqual(tab.hiddenColumns)
    expect(sheet.protections).toEqual([{ open: tab.open, description: '', warningOnly: true }])
    expect(sheet.validations).toEqual(
      tab.validations.map(({ area, kind, min, help }) => ({ area, rule: { kind, min }, allowInvalid: true, help })),
    )
  })

  it('names the tables', () => {
    const wanted = layout().tabs.flatMap((tab) => tab.names.map(({ name, area }) => ({ name, tab: tab.name, area })))
    const nameOf = (id: number) => book.sheets.find((sheet) => sheet.id === id)?.name
    const made = book.names.map(({ name, sheet, area }) => ({ name, tab: nameOf(sheet), area }))
    expect(made.sort((a, b) => a.name.localeCompare(b.name))).toEqual(
      wanted.sort((a, b) => a.name.localeCompare(b.name)),
    )
  })

  it('fills in unit and year', () => {
    expect(cellOf(book, { tab: '基本信息', row: 3, column: 2 }).value).toBe('某某局')
    expect(cellOf(book, { tab: '基本信息', row: 4, column: 2 }).value).toBe(2024)
  })

  it('changes nothing when it runs again', () => {
    const again = run(host, 'initTemplate')
    expect(differences(host.book(), book)).toEqual([])
    expect(total(again)).toBeLessThanOrEqual(300)
  })
})

describe('初始化模板 with last year’s report', () => {
  it('fills in every figure of it, totals and texts as written', () => {
    const host = newOffice()
    const lastYear = { ...clean, figures: { ...clean.figures, 'table4.review.upheld': { raw: '/' } } }
    run(host, 'initTemplate', { lastYear })
    const home = (figure: string) => cellOf(host.book(), homeOf(figure, true)).value
    expect(home('table4.review.upheld')).toBe('/')
    for (const [figure, value] of Object.entries(clean.figures)) {
      if (figure !== 'table4.review.upheld') expect(home(figure)).toBe(value)
    }
  })

  it('overwrites nothing that is there', () => {
    const host = officeOf(filledBook())
    run(host, 'initTemplate', { unit: '另一个局', year: 2030 })
    expect(cellOf(host.book(), { tab: '基本信息', row: 3, column: 2 }).value).toBe(clean.unit)
    expect(cellOf(host.book(), { tab: '基本信息', row: 4, column: 2 }).value).toBe(clean.year)
  })
})

/** Every write takes minutes; in steps prime to the length of the tabs' plans each kind of write is hit. */
const STEP = 29

describe('初始化模板 cut off at a write', () => {
  it('is finished by the next run, as if nothing had happened', () => {
    const request = { unit: clean.unit, year: clean.year }
    expect(unfinished({ open: newOffice, request, step: STEP })).toEqual([])
  })
})

describe('初始化模板 on a workbook in use', () => {
  it('repairs labels, formulas and locks; what people typed stays', () => {
    const book = filledBook()
    type(book, { tab: '三、依申请公开', row: 7, column: 1 }, null)
    typeFigure(book, 'table3.received.total', null)
    sheetOf(book, '三、依申请公开').protections = []
    // The only name of a tab, and one of the four that 上年数据 has.
    book.names = book.names.filter(({ name }) => !['nianbao_table4', 'nianbao_last_table3'].includes(name))
    const host = officeOf(book)
    run(host, 'initTemplate')
    expect(differences(host.book(), filledBook())).toEqual([])
  })

  it('writes down what stood in a label before it is repaired', () => {
    const book = filledBook()
    type(book, { tab: '三、依申请公开', row: 7, column: 1 }, 123)
    const host = officeOf(book)
    const { message } = run(host, 'initTemplate').value as { message: string }
    expect(message).toContain('三、依申请公开 A7，原为“123”')
    const log = sheetOf(host.book(), '流程记录').cells
    expect([log['4,3']?.value, log['4,4']?.value]).toEqual([
      '初始化模板',
      '修复了被覆盖的标题或公式，原来的内容如需保留请移到正确的单元格：\n三、依申请公开 A7，原为“123”',
    ])
    expect(sheetOf(host.book(), '三、依申请公开').cells['7,1']?.value).toBe('一、本年新收政府信息公开申请数量')
  })

  it('never sums over a total that was typed: that is for 计算合计, which asks', () => {
    const book = filledBook()
    typeFigure(book, 'table3.received.total', 99)
    const host = officeOf(book)
    expect(run(host, 'initTemplate').value).toEqual({
      message:
        '已检查并修复工作表 11 个，填报的内容没有改动。\n有 1 个总计是手填的，没有改动，请用“计算合计”查看和恢复。',
    })
    expect(differences(host.book(), book)).toEqual([])
  })

  it('keeps formulas that point to 基本信息 where its rows were moved', () => {
    const book = changeTab(filledBook(), '基本信息', { axis: 'row', kind: 'insert', at: 2, count: 2 })
    const host = officeOf(book)
    run(host, 'initTemplate')
    expect(differences(host.book(), book)).toEqual([])
  })

  it('makes a deleted tab anew and leaves the others alone', () => {
    const book = filledBook()
    book.sheets = book.sheets.filter(({ name }) => name !== '流程记录')
    book.names = book.names.filter(({ name }) => name !== 'nianbao_log')
    const host = officeOf(book)
    expect(run(host, 'initTemplate').value).toEqual({
      message: '已建立工作表“流程记录”。\n已检查并修复工作表 10 个，填报的内容没有改动。',
    })
    expect(differences(host.book(), filledBook())).toEqual([])
  })

  it('keeps colours, marks, people’s notes, remarks and tabs of their own', () => {
    const book = filledBook()
    typeFigure(book, 'table3.received.naturalPerson', '8件')
    const other = newBook('', '台账').sheets[0]
    if (other) book.sheets.push({ ...other, id: 50, cells: { '1,1': { value: '自己的' } } })
    const host = officeOf(book)
    run(host, 'checkWorkbook')
    const before = host.book()
    run(host, 'initTemplate')
    expect(differences(host.book(), before)).toEqual([])
  })

  it('renames a renamed tab back', () => {
    const book = filledBook()
    sheetOf(book, '四、复议诉讼').name = '表四'
    const host = officeOf(book)
    run(host, 'initTemplate')
    expect(differences(host.book(), filledBook())).toEqual([])
  })

  it('leaves a tab alone whose rows were moved, and says so', () => {
    const book = changeTab(filledBook(), '三、依申请公开', { axis: 'row', kind: 'insert', at: 9, count: 1 })
    const before = JSON.parse(JSON.stringify(book)) as Book
    const host = officeOf(book)
    expect(run(host, 'initTemplate').value).toEqual({
      message:
        '已检查并修复工作表 10 个，填报的内容没有改动。\n' +
        '工作表“三、依申请公开”的行或列移动过，为免错位没有修复；数字仍按名称读取。请恢复行列后再运行。',
    })
    expect(differences(host.book(), before)).toEqual([])
  })

  it('does not touch a tab of somebody else’s that has our name', () => {
    const book = newBook('台账', '基本信息')
    sheetOf(book, '基本信息').cells['1,1'] = { value: '本单位通讯录' }
    const host = officeOf(book)
    const { message } = run(host, 'initTemplate').value as { message: string }
    expect(message).toContain('工作表“基本信息”与年报模板同名，内容却不是模板，没有改动')
    expect(sheetOf(host.book(), '基本信息').cells).toEqual({ '1,1': { value: '本单位通讯录' } })
    expect(host.book().sheets).toHaveLength(11)
  })

  it('renews a workbook that another version has made, and says so', () => {
    const book = filledBook()
    book.properties['nianbao.version'] = '0.0.1'
    const host = officeOf(book)
    expect(run(host, 'checkWorkbook').value).toMatchObject({ message: expect.stringContaining('0.0.1 版程序') })
    expect(run(host, 'initTemplate').value).toMatchObject({ message: expect.stringContaining('0.0.1 版程序') })
    expect(host.book().properties['nianbao.version']).toBe(blankBook().properties['nianbao.version'])
    expect(figureCell(host.book(), 'table3.received.naturalPerson').value).toBe(
      clean.figures['table3.received.naturalPerson'],
    )
  })
})

describe('a tab whose official name another tab has', () => {
  /** Ours was renamed, and somebody made a tab under the old name. */
  function taken(name: string): Book {
    const book = filledBook()
    const own = sheetOf(book, name)
    own.name = '我们的'
    const id = Math.max(...book.sheets.map((sheet) => sheet.id)) + 1
    book.sheets.push({ ...structuredClone(own), id, name, cells: { '1,1': { value: '别人的' } }, merges: [] })
    sheetOf(book, '我们的').cells['1,1'] = { value: '写坏了' }
    return book
  }

  it.each(['流程记录', '二、主动公开', '基本信息'])('%s: keeps its name, is repaired, and is told', (name) => {
    const host = officeOf(taken(name))
    const { error, value } = host.run('initTemplate')
    expect(error).toBeUndefined()
    expect((value as { message: string }).message).toContain(
      `工作表“我们的”应当叫“${name}”，这个名称已被另一张工作表占用，没有改名。`,
    )
    const book = host.book()
    expect(sheetOf(book, name).cells).toEqual({ '1,1': { value: '别人的' } })
    const title = layout().tabs.find((tab) => tab.name === name)?.cells[0]?.value
    expect(sheetOf(book, '我们的').cells['1,1']?.value).toBe(title)
    expect(sheetOf(book, '三、依申请公开').cells['2,1']?.value).toContain(clean.unit)
    expect(book.sheets.map((sheet) => sheet.name)).toContain('我们的')
  })
})
