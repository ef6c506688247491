import { describe, expect, it } from '@jest/globals'
import { recalculate, type Book } from '../../src/desk/book'
import { changeTab, differences, figureCell, filledBook, homeOf, officeOf, sheetOf, typeFigure } from './office'
import { moments } from '../support/runs'

const yes = { answers: ['YES' as const] }
const no = { answers: ['NO' as const] }

/** Rows of 流程记录: event and detail. */
function logged(book: Book): [unknown, unknown][] {
  const { cells } = sheetOf(book, '流程记录')
  const rows: [unknown, unknown][] = []
  for (let row = 4; cells[`${row},3`]?.value !== undefined; row++) {
    rows.push([cells[`${row},3`]?.value, cells[`${row},4`]?.value])
  }
  return rows
}

/** Typed totals on every kind of total; two of them as the sum would have it. */
function typedBook(): Book {
  const book = filledBook()
  typeFigure(book, 'table3.received.total', 8)
  typeFigure(book, 'table4.review.total', '1')
  typeFigure(book, 'table3.concluded.naturalPerson', 12)
  typeFigure(book, 'table4.directLitigation.total', null)
  recalculate(book)
  return book
}

describe('计算合计', () => {
  it('restores at once what changes no figure, and asks nothing', () => {
    const book = filledBook()
    typeFigure(book, 'table3.received.total', 8)
    typeFigure(book, 'table4.review.total', '1')
    const host = officeOf(book)
    const { questions, counts, value } = host.run('restoreTotals')
    expect(questions).toEqual([])
    expect(value).toEqual({ message: '已恢复 2 个总计的公式。' })
    expect([counts.read, counts.write]).toEqual([6, 5])
    expect(figureCell(host.book(), 'table3.received.total')).toMatchObject({
      formula: figureCell(filledBook(), 'table3.received.total').formula,
      value: 8,
    })
    expect(logged(host.book())).toEqual([['计算合计', expect.stringContaining('恢复公式 2 处')]])
  })

  it('restores what differs only when told to, within 8 reads and 6 writes', () => {
    const host = officeOf(typedBook())
    const { questions, counts } = host.run('restoreTotals', [], yes)
    expect(questions[0]?.message).toBe(
      '下列 2 个总计是手填的，与各项之和不同：' +
        '\n· 三、依申请公开 “（七）总计”·自然人：填的是 12，各项之和 9' +
        '\n· 四、复议诉讼 “未经复议直接起诉”·总计：填的是 空白，各项之和 0' +
        '\n\n恢复公式后改为各项之和。要恢复吗？',
    )
    expect(counts.read).toBeLessThanOrEqual(8)
    expect(counts.write).toBeLessThanOrEqual(6)
    const wanted = filledBook()
    const withoutLog = (book: Book) => ({ ...book, sheets: book.sheets.filter(({ name }) => name !== '流程记录') })
    expect(differences(withoutLog(host.book()), withoutLog(wanted))).toEqual([])
  })

  it('keeps what the person wants to keep, and writes both down', () => {
    const host = officeOf(typedBook())
    host.run('restoreTotals', [], no)
    const book = host.book()
    expect(figureCell(book, 'table3.concluded.naturalPerson')).toMatchObject({ value: 12 })
    expect(figureCell(book, 'table3.concluded.naturalPerson').formula).toBeUndefined()
    expect(figureCell(book, 'table3.received.total').formula).toBeDefined()
    expect(logged(book)).toEqual([
      ['计算合计', expect.stringMatching(/^恢复公式 2 处：[^]*保留手填 2 处：[^]*填的是 12，各项之和 9/)],
    ])
  })

  it('writes nothing where every total is a formula', () => {
    const host = officeOf(filledBook())
    const { counts, value } = host.run('restoreTotals')
    expect([counts.read, counts.write]).toEqual([6, 0])
    expect(value).toEqual({ message: '总计都由公式计算，没有需要恢复的。' })
  })

  it('asks before it sums around something that cannot be read', () => {
    const book = filledBook()
    typeFigure(book, 'table3.granted.enterprise', '若干')
    typeFigure(book, 'table3.granted.total', 0)
    const host = officeOf(book)
    const { questions } = host.run('restoreTotals', [], no)
    expect(questions[0]?.message).toContain('填的是 0，各项之和 无法计算')
    expect(figureCell(host.book(), 'table3.granted.total').value).toBe(0)
  })

  it('sums the right cells where a row was inserted', () => {
    const book = filledBook()
    typeFigure(book, 'table3.concluded.naturalPerson', 9)
    changeTab(book, '三、依申请公开', { axis: 'row', kind: 'insert', at: 12, count: 1 })
    const host = officeOf(book)
    host.run('restoreTotals')
    const { row, column } = homeOf('table3.concluded.naturalPerson')
    const cell = sheetOf(host.book(), '三、依申请公开').cells[`${row + 1},${column}`]
    expect(cell?.value).toBe(9)
    expect(cell?.formula).toMatch(/^=IF\(COUNT\(D9:D11,D13:D30\)=0,"",SUM\(D9:D11,D13:D30\)\)$/)
  })

  it('leaves alone what changed while the question stood there', () => {
    const host = officeOf(typedBook())
    const before = host.run('restoreTotals', [], { answers: [] })
    expect(before.error).toBeUndefined()
    expect(figureCell(host.book(), 'table3.concluded.naturalPerson').value).toBe(12)
  })

  it('is finished by the next run when it was cut off at any write', () => {
    const whole = officeOf(typedBook())
    const { write } = whole.run('restoreTotals', [], yes).counts
    for (const call of moments(write)) {
      const host = officeOf(typedBook())
      const cut = host.run('restoreTotals', [], { ...yes, fault: { kind: 'write', call } })
      expect(cut.error?.message).toMatch(/^计算合计没有完成：.*请再运行一次“计算合计”/)
      const { counts } = host.run('restoreTotals', [], yes)
      expect(counts.read).toBeLessThanOrEqual(8)
      expect(differences(host.book(), whole.book())).toEqual([])
    }
  })
})
