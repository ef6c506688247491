import { describe, expect, it } from '@jest/globals'
import { recalculate, type Book } from '../../src/desk/book'
import {
  changeTab,
  clean,
  differences,
  figureCell,
  filledBook,
  homeOf,
  listed,
  marked,
  noteFigure,
  officeOf,
  run,
  sheetOf,
  type,
  typeFigure,
} from './office'
import { moments } from '../support/runs'

const copy = (book: Book) => JSON.parse(JSON.stringify(book)) as Book
const summaryOf = (book: Book) => sheetOf(book, '校验结果').cells['2,1']?.value
const bannerOf = (book: Book) => sheetOf(book, '校验结果').cells['3,1']?.value
const balance = 'table3.received.naturalPerson'

/** A workbook with something wrong on every tab that is checked. */
function faultyBook(): Book {
  const book = filledBook()
  typeFigure(book, 'table2.licensing.decisions', '12件')
  typeFigure(book, 'table2.penalties.decisions', -1)
  typeFigure(book, 'table3.received.enterprise', 2.5)
  typeFigure(book, 'table3.granted.total', 99)
  typeFigure(book, 'table3.granted.research', '３')
  typeFigure(book, 'table4.review.corrected', null)
  typeFigure(book, 'table4.review.pending', '/')
  typeFigure(book, 'table4.directLitigation.total', 7)
  type(book, { tab: '五、问题及改进', row: 5, column: 2 }, null)
  return book
}

describe('校验 of a report without errors', () => {
  const host = officeOf(filledBook())
  const result = run(host, 'checkWorkbook')

  it('lists nothing and marks nothing', () => {
    expect(listed(host.book()).filter(({ severity }) => severity === '错误')).toEqual([])
    expect(marked(host.book())).toEqual({ painted: [], noted: [] })
  })

  it('says when it was checked and by whom, and that nothing has changed since', () => {
    expect(summaryOf(host.book())).toMatch(/^校验时间 2025-01-06 10:30，校验人 zhang@example\.gov\.cn。错误 0，/)
    expect(bannerOf(host.book())).toBe('校验之后数据没有改动。')
    expect(result.value).toMatchObject({ counts: { errors: 0 } })
  })

  it('takes 14 reads, and one write when nothing has changed', () => {
    expect(result.counts.read).toBe(14)
    const { counts } = run(host, 'checkWorkbook')
    expect([counts.read, counts.write]).toEqual([14, 1])
  })

  it('says by itself when a figure has changed since', () => {
    host.edit('三、依申请公开', 'D7', 80)
    expect(bannerOf(host.book())).toBe('校验之后数据有改动，请重新校验。')
  })
})

describe('校验 of a report with errors everywhere', () => {
  it('stays within 14 reads and 18 writes, when marks come and when they go', () => {
    const host = officeOf(faultyBook())
    const first = run(host, 'checkWorkbook').counts
    const { errors } = (host.run('checkWorkbook').value as { counts: { errors: number } }).counts
    expect(errors).toBeGreaterThan(5)
    const repaired = host.book()
    for (const [figure, value] of Object.entries(clean.figures)) {
      if (figure !== 'table2.coercion.decisions') typeFigure(repaired, figure, value as number)
    }
    // Inputs and totals lose a mark on every table, and other cells get one in either colour.
    for (const figure of ['table2.fees.amount', 'table3.carriedOut.research', 'table4.litigationAfterReview.pending']) {
      typeFigure(repaired, figure, -3)
    }
    typeFigure(repaired, 'table2.licensing.decisions', '１２')
    typeFigure(repaired, 'table3.granted.legalService', '0（无）')
    typeFigure(repaired, 'table4.litigationAfterReview.upheld', '1（另案）')
    for (const tab of ['一、总体情况', '五、问题及改进', '六、其他事项']) {
      type(repaired, { tab, row: 5, column: 2 }, tab === '五、问题及改进' ? '已写。' : null)
    }
    host.setBook(repaired)
    const second = run(host, 'checkWorkbook').counts
    expect(Math.max(first.read, second.read)).toBeLessThanOrEqual(14)
    expect(Math.max(first.write, second.write)).toBeLessThanOrEqual(18)
    expect(second.write).toBeGreaterThan(15)
  })

  it('marks the cells, links to them and tells what to do', () => {
    const host = officeOf(faultyBook())
    run(host, 'checkWorkbook')
    const book = host.book()
    const { note, style } = figureCell(book, 'table4.directLitigation.total')
    expect(note).toMatch(/【校验】错误：四、复议诉讼 “未经复议直接起诉”·总计：各项之和 0，现为 7（差 7）。/)
    expect(style?.background).toBe('#f4b6b6')
    const at = homeOf('table4.directLitigation.total')
    const link = Object.values(sheetOf(book, '校验结果').cells).find(
      (cell) => cell.value === '四、复议诉讼 “未经复议直接起诉”·总计',
    )
    expect(link?.formula).toBe(
      `=HYPERLINK("#gid=${sheetOf(book, at.tab).id}&range=J7","四、复议诉讼 “未经复议直接起诉”·总计")`,
    )
    const row = listed(book).find(({ place }) => place === '四、复议诉讼 “未经复议直接起诉”·总计')
    expect(row).toMatchObject({ severity: '错误', advice: expect.stringContaining('改为各项之和 0') })
  })

  it('tells the faults of a text above it', () => {
    const host = officeOf(faultyBook())
    run(host, 'checkWorkbook')
    const hint = (tab: string) => sheetOf(host.book(), tab).cells['4,2']?.value
    expect(hint('五、问题及改进')).toMatch(/^错误：五、存在的主要问题及改进情况：没有内容。/)
    expect(hint('六、其他事项')).toBe('未发现问题。')
  })
})

describe('校验 run again', () => {
  it('takes away its own marks and no others, and leaves the workbook as it was', () => {
    const book = filledBook()
    noteFigure(book, balance, '李工核对过。\n【注】见台账')
    noteFigure(book, 'table3.granted.enterprise', '留着')
    const before = copy(book)
    const faulty = copy(book)
    typeFigure(faulty, balance, '8件')
    typeFigure(faulty, 'table3.concluded.total', 5)
    const host = officeOf(faulty)
    run(host, 'checkWorkbook')
    expect(figureCell(host.book(), balance).note).toMatch(/^李工核对过。\n【注】见台账\n【校验】/)
    const { formula } = figureCell(before, 'table3.concluded.total')
    const repaired = host.book()
    typeFigure(repaired, balance, 8)
    Object.assign(sheetOf(repaired, '三、依申请公开').cells['30,10'] ?? {}, { formula })
    recalculate(repaired)
    host.setBook(repaired)
    run(host, 'checkWorkbook')
    const tables = (from: Book) => ({ ...from, sheets: from.sheets.slice(3, 6), names: [], properties: {} })
    expect(differences(tables(host.book()), tables(before))).toEqual([])
  })

  it('carries a person’s remark along with its finding, whatever row it comes to', () => {
    const host = officeOf(faultyBook())
    run(host, 'checkWorkbook')
    const before = listed(host.book())
    const index = before.findIndex(({ place }) => place.includes('未经复议直接起诉'))
    host.edit('校验结果', `H${6 + index}`, '已与法规科核对，原件如此')
    const fixed = host.book()
    typeFigure(fixed, 'table2.penalties.decisions', 1)
    typeFigure(fixed, 'table2.licensing.decisions', 12)
    host.setBook(fixed)
    run(host, 'checkWorkbook')
    const after = listed(host.book())
    expect(after.length).toBeLessThan(before.length)
    const withRemark = after.filter(({ opinion }) => opinion !== '')
    expect(withRemark).toEqual([
      expect.objectContaining({ place: before[index]?.place, opinion: '已与法规科核对，原件如此' }),
    ])
  })

  it('keeps the remark of a finding that is gone, and gives it back when the finding returns', () => {
    const host = officeOf(filledBook())
    host.edit('四、复议诉讼', 'A7', -1)
    run(host, 'checkWorkbook')
    const index = listed(host.book()).findIndex(({ place }) => place.includes('行政复议'))
    host.edit('校验结果', `H${6 + index}`, '待核')
    host.edit('四、复议诉讼', 'A7', 1)
    run(host, 'checkWorkbook')
    expect(listed(host.book()).at(-1)).toMatchObject({ severity: '已消除', opinion: '待核' })
    run(host, 'checkWorkbook')
    expect(listed(host.book()).filter(({ opinion }) => opinion === '待核')).toHaveLength(1)
    host.edit('四、复议诉讼', 'A7', -1)
    run(host, 'checkWorkbook')
    const back = listed(host.book()).filter(({ opinion }) => opinion === '待核')
    expect(back).toEqual([expect.objectContaining({ severity: '错误' })])
  })

  it('clears the lines of a longer list', () => {
    const host = officeOf(faultyBook())
    run(host, 'checkWorkbook')
    host.setBook({ ...filledBook(), properties: host.book().properties })
    const listOf = (book: Book) => sheetOf(book, '校验结果')
    const fixed = filledBook()
    fixed.sheets = fixed.sheets.map((sheet) => (sheet.name === '校验结果' ? listOf(host.book()) : sheet))
    host.setBook(fixed)
    run(host, 'checkWorkbook')
    expect(listed(host.book()).filter(({ severity }) => severity === '错误')).toEqual([])
  })
})

describe('校验 cut off at any write', () => {
  it('leaves people’s contents as they are, and the next run ends as one that was not disturbed', () => {
    const whole = officeOf(faultyBook())
    const { write } = run(whole, 'checkWorkbook').counts
    for (const call of moments(write)) {
      const host = officeOf(faultyBook())
      const cut = host.run('checkWorkbook', [], { fault: { kind: 'write', call } })
      expect(cut.error?.message).toMatch(/^校验没有完成：.*请再运行一次“校验”/)
      expect(figureCell(host.book(), 'table2.licensing.decisions').value).toBe('12件')
      run(host, 'checkWorkbook')
      expect(differences(host.book(), whole.book())).toEqual([])
    }
  })

  it('takes the marks away when the fault is mended before the next run', () => {
    const whole = officeOf(filledBook())
    const { write } = run(officeOf(faultyBook()), 'checkWorkbook').counts
    run(whole, 'checkWorkbook')
    for (const call of moments(write)) {
      const host = officeOf(faultyBook())
      host.run('checkWorkbook', [], { fault: { kind: 'write', call } })
      const fixed = host.book()
      for (const sheet of filledBook().sheets) {
        for (const [key, { value, formula }] of Object.entries(sheet.cells)) {
          const cell = sheetOf(fixed, sheet.name).cells[key]
          if (cell && sheet.name !== '校验结果' && key !== '4,2') {
            Object.assign(cell, { value, formula })
            if (value === undefined) Reflect.deleteProperty(cell, 'value')
            if (formula === undefined) Reflect.deleteProperty(cell, 'formula')
          }
        }
      }
      host.setBook(fixed)
      run(host, 'checkWorkbook')
      expect(marked(host.book())).toEqual({ painted: [], noted: [] })
    }
  })

  it('says so when another run holds the lock, and changes nothing', () => {
    const host = officeOf(faultyBook())
    const { error } = host.run('checkWorkbook', [], { lockIsTaken: true })
    expect(error?.message).toBe('校验：别人正在运行菜单操作，请稍后再试。什么都没有改动。')
    expect(differences(host.book(), faultyBook())).toEqual([])
  })
})

describe('校验 of a damaged workbook', () => {
  const layoutFindings = (book: Book) =>
    listed(book).filter(({ place, severity }) => place === '整个工作簿' && severity !== '提示')

  it.each([
    ['a row inserted in table 3', '三、依申请公开', { axis: 'row', kind: 'insert', at: 9, count: 1 }],
    ['a column inserted in table 4', '四、复议诉讼', { axis: 'column', kind: 'insert', at: 3, count: 1 }],
  ] as const)('%s: marks follow the cells', (_, tab, change) => {
    const book = changeTab(filledBook(), tab, change)
    const host = officeOf(book)
    const before = run(host, 'checkWorkbook').counts
    expect(before.read).toBe(14)
    const cell = tab === '三、依申请公开' ? 'D12' : 'D7'
    host.edit(tab, cell, -5)
    run(host, 'checkWorkbook')
    expect(marked(host.book()).noted).toContain(`${tab} ${tab === '三、依申请公开' ? '12,4' : '7,4'}`)
  })

  it('a list that is too small, as from a foreign file, is made larger', () => {
    const book = faultyBook()
    Object.assign(sheetOf(book, '校验结果'), { rows: 8, columns: 9 })
    const host = officeOf(book)
    expect(run(host, 'checkWorkbook').counts.write).toBeLessThanOrEqual(18)
    expect(listed(host.book()).length).toBeGreaterThan(5)
  })

  it('a renamed tab is read and marked under its new name', () => {
    const book = filledBook()
    typeFigure(book, balance, -1)
    sheetOf(book, '三、依申请公开').name = '表三'
    const host = officeOf(book)
    const { counts } = run(host, 'checkWorkbook')
    expect(counts.read).toBe(14)
    expect(marked(host.book()).painted).toContain('表三 7,4')
  })

  it('a deleted tab is one clear finding', () => {
    const book = filledBook()
    book.sheets = book.sheets.filter(({ name }) => name !== '四、复议诉讼')
    book.names = book.names.filter(({ name }) => name !== 'nianbao_table4')
    const host = officeOf(book)
    run(host, 'checkWorkbook')
    const found = layoutFindings(host.book())
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('缺少工作表“四、复议诉讼”')])
  })

  it('without 校验结果 the marks are set and the message says what to do', () => {
    const book = faultyBook()
    book.sheets = book.sheets.filter(({ name }) => name !== '校验结果')
    book.names = book.names.filter(({ name }) => name !== 'nianbao_findings')
    const host = officeOf(book)
    expect(run(host, 'checkWorkbook').value).toMatchObject({
      message: expect.stringContaining('请运行“初始化模板”补上'),
    })
    expect(marked(host.book()).painted.length).toBeGreaterThan(3)
  })
})

it('quotes a date in a cell by the day that the sheet shows, wherever the script runs', () => {
  const book = filledBook()
  const { tab, row, column } = homeOf('table3.granted.enterprise')
  const cells = sheetOf(book, tab).cells
  cells[`${row},${column}`] = { ...cells[`${row},${column}`], value: { date: 45505 } }
  const host = officeOf(book)
  run(host, 'checkWorkbook')
  expect(listed(host.book()).map(({ message }) => message)).toContainEqual(expect.stringContaining('“2024-08-01”'))
})
