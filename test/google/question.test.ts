/** While a question stands there, others go on working: what comes next knows nothing of before. */
import { describe, expect, it } from '@jest/globals'
import { recalculate, type Book } from '../../src/desk/book'
import { cellOf, figureCell, filledBook, officeOf, run, sheetOf, typeFigure } from './office'
import { readWorkbookOf } from './support'

const yes = ['YES' as const]

function typedTotal(): Book {
  const book = filledBook()
  typeFigure(book, 'table4.review.total', 9)
  recalculate(book)
  return book
}

describe('计算合计 after its question', () => {
  it('follows a tab that was renamed meanwhile', () => {
    const host = officeOf(typedTotal())
    const meanwhile = [{ kind: 'rename', from: '四、复议诉讼', to: '表四' }] as const
    const result = host.run('restoreTotals', [], { answers: yes, meanwhile })
    expect(result.error).toBeUndefined()
    expect(cellOf(host.book(), { tab: '表四', row: 7, column: 5 }).formula).toBeDefined()
    expect(result.value).toMatchObject({ message: '已恢复 1 个总计的公式。' })
    expect(result.counts.read).toBeLessThanOrEqual(8)
  })

  it('leaves a total alone whose row was moved by a row put in, and touches no cell in its place', () => {
    const host = officeOf(typedTotal())
    const meanwhile = [{ kind: 'insertRow', tab: '四、复议诉讼', at: 2 }] as const
    const { value } = host.run('restoreTotals', [], { answers: yes, meanwhile })
    expect(value).toMatchObject({ message: expect.stringContaining('有 1 个总计在询问时被别人改动') })
    const at = (row: number) => cellOf(host.book(), { tab: '四、复议诉讼', row, column: 5 })
    expect([at(7).formula, at(8).value, at(8).formula]).toEqual([undefined, 9, undefined])
    expect(host.run('restoreTotals', [], { answers: yes }).value).toMatchObject({ message: '已恢复 1 个总计的公式。' })
    expect(at(8).formula).toBeDefined()
  })

  it('leaves a total alone that was changed meanwhile, and says so', () => {
    const host = officeOf(typedTotal())
    const meanwhile = [{ kind: 'type', tab: '四、复议诉讼', row: 7, column: 5, value: 12 }] as const
    expect(host.run('restoreTotals', [], { answers: yes, meanwhile }).value).toEqual({
      message: '有 1 个总计在询问时被别人改动，没有处理，请再运行一次“计算合计”。',
    })
    expect(figureCell(host.book(), 'table4.review.total').value).toBe(12)
  })

  it('leaves a tab alone that is gone, and writes its entry where the log is called now', () => {
    const host = officeOf(typedTotal())
    const meanwhile = [
      { kind: 'deleteTab', tab: '四、复议诉讼' },
      { kind: 'rename', from: '流程记录', to: '记录' },
    ] as const
    const result = host.run('restoreTotals', [], { answers: yes, meanwhile })
    expect(result.error).toBeUndefined()
    expect(result.value).toMatchObject({ message: expect.stringContaining('有 1 个总计在询问时被别人改动') })
  })

  it('writes the entry into the log under its new name', () => {
    const host = officeOf(typedTotal())
    const meanwhile = [{ kind: 'rename', from: '流程记录', to: '记录' }] as const
    expect(host.run('restoreTotals', [], { answers: yes, meanwhile }).error).toBeUndefined()
    expect(sheetOf(host.book(), '记录').cells['4,3']?.value).toBe('计算合计')
  })
})

describe('生成年度报告 after its question', () => {
  it('makes the draft of what stands then, on tabs as they are called then', () => {
    const host = officeOf(typedTotal())
    const meanwhile = [
      { kind: 'rename', from: '二、主动公开', to: '表二' },
      { kind: 'type', tab: '表二', row: 10, column: 2, value: 77 },
      { kind: 'rename', from: '流程记录', to: '记录' },
    ] as const
    const result = host.run('generateReport', [], { answers: yes, meanwhile })
    expect(result.error).toBeUndefined()
    expect(Buffer.from(result.files[1]?.bytes ?? []).toString('utf8')).toContain('>77<')
    expect(sheetOf(host.book(), '记录').cells['4,3']?.value).toBe('生成年度报告（草稿）')
  })

  it('reads rows that were put in below everything meanwhile', () => {
    const host = officeOf(typedTotal())
    const book = host.book()
    Object.assign(sheetOf(book, '四、复议诉讼'), { rows: 7 })
    host.setBook(book)
    const meanwhile = [{ kind: 'insertRow', tab: '四、复议诉讼', at: 2 }] as const
    const result = host.run('generateReport', [], { answers: yes, meanwhile })
    expect(readWorkbookOf(host.book()).report.figures['table4.review.total']).toBe(9)
    const docs = result.files.map(({ bytes }) => Buffer.from(bytes).toString('utf8'))
    expect(docs[1]).toContain('>9<')
  })
})

describe('a draft whose errors 校验 has listed', () => {
  it('takes 13 reads: two before the question, eleven after it', () => {
    const host = officeOf(typedTotal())
    run(host, 'checkWorkbook')
    const asked = host.run('generateReport', [], { answers: ['NO'] })
    expect([asked.counts.read, asked.counts.write, asked.counts.drive]).toEqual([2, 0, 0])
    const draft = host.run('generateReport', [], { answers: yes })
    expect(draft.counts.read).toBe(13)
    expect(draft.files).toHaveLength(3)
  })

  it('asks with the errors as they are listed', () => {
    const host = officeOf(typedTotal())
    run(host, 'checkWorkbook')
    const [question] = host.run('generateReport').questions
    expect(question?.message).toMatch(
      /^还有 1 条错误，不能生成正式报告：\n· 四、复议诉讼 “行政复议”·总计：各项之和 1，现为 9/,
    )
  })

  it('asks about none that a person has accepted', () => {
    const host = officeOf(typedTotal())
    run(host, 'checkWorkbook')
    host.edit('校验结果', 'H6', '已接受：原件如此')
    const result = run(host, 'generateReport')
    expect(result.questions).toEqual([])
    expect(result.value).toMatchObject({ isDraft: false })
    expect(result.counts.read).toBe(11)
  })

  it.each<[string, (book: Book) => void]>([
    ['figures have changed since', (book) => typeFigure(book, 'table4.review.total', 12)],
    [
      'the list is cut short',
      (book) => Object.assign(sheetOf(book, '校验结果').cells, { '6,9': {}, '6,4': { value: '另有 3 条没有列出' } }),
    ],
  ])('reads the tables first where %s', (_, change) => {
    const host = officeOf(typedTotal())
    run(host, 'checkWorkbook')
    const book = host.book()
    change(book)
    recalculate(book)
    host.setBook(book)
    expect(host.run('generateReport', [], { answers: ['NO'] }).counts.read).toBe(10)
  })

  it('makes no draft where the errors were mended while the question stood there', () => {
    const host = officeOf(typedTotal())
    run(host, 'checkWorkbook')
    const meanwhile = [{ kind: 'type', tab: '四、复议诉讼', row: 7, column: 5, value: 1 }] as const
    const { value } = host.run('generateReport', [], { answers: yes, meanwhile })
    expect(value).toMatchObject({ isDraft: false, counts: { errors: 0 } })
  })
})
