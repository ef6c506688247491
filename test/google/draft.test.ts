/**
 * A draft without a check before it. The first step lists the errors on 校验结果; the second one reads the tabs again only
 * where something has changed since.
 */
import { describe, expect, it } from '@jest/globals'
import { documentOf, toDocx } from '../../src/document'
import { filledReport } from '../../src/narrative'
import { recalculate, type Book } from '../../src/desk/book'
import type { RunOptions, RunResult } from './double/host'
import { changeTab, filledBook, homeOf, officeOf, run, sheetOf, type, typeFigure } from './office'
import { readWorkbookOf } from './support'

const overview = { tab: '一、总体情况', row: 5, column: 2 }
const problems = { tab: '五、问题及改进', row: 5, column: 2 }
const other = { tab: '六、其他事项', row: 5, column: 2 }
const SENTENCE = '上年新收申请【上年新收】件，行政复议【上年行政复议】件，登录 www.example.gov.cn 查看。'

/** A wrong total, and a text with a field of last year's and with letters that have two cases. */
function faulty(): Book {
  const book = filledBook()
  typeFigure(book, 'table4.review.total', 9)
  type(book, other, SENTENCE)
  recalculate(book)
  return book
}

const hex = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('hex')

/** The .docx of what stands in the workbook. */
function draftOf(book: Book): string {
  const { report, lastYear } = readWorkbookOf(book)
  return hex(toDocx(documentOf(filledReport(report, lastYear), { draft: true })))
}

function drafted(book: Book, meanwhile: RunOptions['meanwhile'] = []): { draft: RunResult; book: Book } {
  const host = officeOf(book)
  const draft = host.run('generateReport', [], { answers: ['YES'], meanwhile })
  return { draft, book: host.book() }
}

describe('a draft without a check before it', () => {
  it('takes 13 reads and at most 7 calls to Drive, ten reads of them before the question', () => {
    const host = officeOf(faulty())
    const asked = host.run('generateReport', [], { answers: ['NO'] })
    expect([asked.counts.read, asked.counts.write, asked.counts.drive]).toEqual([10, 3, 0])
    const { draft, book } = drafted(faulty())
    expect(draft.counts.read).toBe(13)
    expect(draft.counts.drive).toBeLessThanOrEqual(7)
    expect(draft.value).toMatchObject({ isDraft: true })
    expect(hex(draft.files[0]?.bytes)).toBe(draftOf(book))
  })

  it('asks the next time by the list: two reads, and nothing is written again', () => {
    const host = officeOf(faulty())
    host.run('generateReport', [], { answers: ['NO'] })
    const again = host.run('generateReport', [], { answers: ['NO'] })
    expect([again.counts.read, again.counts.write]).toEqual([2, 0])
  })

  it('is followed by a check that adds the marks and leaves the list', () => {
    const host = officeOf(faulty())
    host.run('generateReport', [], { answers: ['NO'] })
    const before = sheetOf(host.book(), '校验结果').cells
    const checked = run(host, 'checkWorkbook')
    expect(checked.counts.write).toBeLessThanOrEqual(18)
    expect(sheetOf(host.book(), '校验结果').cells).toEqual(before)
  })

  it.each<[string, NonNullable<RunOptions['meanwhile']>]>([
    ['a figure', [{ kind: 'type', ...homeOf('table2.regulations.issued'), value: 77 }]],
    ['a text', [{ kind: 'type', ...overview, value: '另一段文字。' }]],
    ['only upper and lower case', [{ kind: 'type', ...other, value: SENTENCE.replace('www', 'WWW') }]],
    ['a paragraph on the last row that is copied', [{ kind: 'type', ...overview, row: 40, value: '又一段。' }]],
    ['a paragraph far below a text', [{ kind: 'type', ...problems, row: 60, value: '又一段。' }]],
    ['words to the right of a text', [{ kind: 'type', ...problems, row: 6, column: 4, value: '又一句。' }]],
    ['a figure of last year’s', [{ kind: 'type', ...homeOf('table3.received.total', true), value: 31 }]],
    ['last year’s last row, blank until then', [{ kind: 'type', ...homeOf('table4.review.total', true), value: 4 }]],
    ['the unit’s name', [{ kind: 'type', tab: '基本信息', row: 3, column: 2, value: '新的名称局' }]],
    ['the year', [{ kind: 'type', tab: '基本信息', row: 4, column: 2, value: 2023 }]],
    ['the name of a tab', [{ kind: 'rename', from: '二、主动公开', to: '表二' }]],
    ['a row above a table', [{ kind: 'insertRow', tab: '四、复议诉讼', at: 2 }]],
    ['a row in a table', [{ kind: 'insertRow', tab: '三、依申请公开', at: 9 }]],
    ['a tab that is gone', [{ kind: 'deleteTab', tab: '五、问题及改进' }]],
  ])('reads all again where somebody changed %s meanwhile', (_, meanwhile) => {
    const { draft, book } = drafted(faulty(), meanwhile)
    expect(draft.error).toBeUndefined()
    expect(draft.counts.read).toBeGreaterThan(18)
    expect(hex(draft.files[0]?.bytes)).toBe(draftOf(book))
  })

  it('reads all again where a tab was made longer meanwhile, and a text goes on there', () => {
    const small = faulty()
    Object.assign(sheetOf(small, problems.tab), { rows: 41, columns: 2 })
    const { draft, book } = drafted(small, [
      { kind: 'insertRow', tab: problems.tab, at: 42 },
      { kind: 'type', ...problems, row: 42, value: '又一段。' },
    ])
    expect(draft.counts.read).toBe(21)
    expect(hex(draft.files[0]?.bytes)).toBe(draftOf(book))
  })

  it('reads all again where 校验 ran after a change meanwhile', () => {
    const other = officeOf(faulty())
    const changed = faulty()
    typeFigure(changed, 'table4.review.total', 12)
    recalculate(changed)
    other.setBook(changed)
    run(other, 'checkWorkbook')
    const list = sheetOf(other.book(), '校验结果').cells
    const copied = Object.entries(list).flatMap(([key, { value }]) => {
      const [row = 0, column = 0] = key.split(',').map(Number)
      const isCopy = row > 5 && column > 9 && value !== undefined && typeof value !== 'object'
      return isCopy ? [{ kind: 'type' as const, tab: '校验结果', row, column, value }] : []
    })
    const total = { kind: 'type' as const, ...homeOf('table4.review.total'), value: 12 }
    const { draft, book } = drafted(faulty(), [total, ...copied])
    expect(sheetOf(book, '校验结果').cells['3,1']?.value).toBe('校验之后数据没有改动。')
    expect(hex(draft.files[0]?.bytes)).toBe(draftOf(book))
  })

  it('takes an acceptance written meanwhile', () => {
    const { draft } = drafted(faulty(), [
      { kind: 'type', tab: '校验结果', row: 6, column: 8, value: '已接受：原件如此' },
    ])
    expect(draft.counts.read).toBe(13)
    expect(draft.value).toMatchObject({ accepted: [expect.stringContaining('原件如此')] })
  })

  it.each<[string, (book: Book) => Book | undefined]>([
    ['a text goes on to the right', (book) => void type(book, { ...problems, column: 3 }, '右边的话。')],
    ['a text goes on far below', (book) => void type(book, { ...problems, row: 50 }, '下面的话。')],
    ['a name is gone', (book) => void (book.names = book.names.filter(({ name }) => !/3/.test(name)))],
    [
      'a part is missing, and a tab is no part',
      (book) => {
        const sheet = sheetOf(book, '五、问题及改进')
        book.names = book.names.filter((name) => name.sheet !== sheet.id)
        return void Object.assign(sheet, { name: '别的', cells: { '1,1': { value: '随便' } }, merges: [] })
      },
    ],
    [
      'a label stands there twice',
      (book) => void type(book, { ...homeOf('table2.penalties.decisions'), column: 1 }, '行政强制'),
    ],
    [
      'last year’s tab has a line too many',
      (book) => changeTab(book, '上年数据', { axis: 'row', kind: 'insert', at: 12, count: 60 }),
    ],
  ])('reads all again where the copy cannot hold everything: %s', (_, change) => {
    const made = faulty()
    const { draft, book } = drafted(change(made) ?? made)
    expect(draft.counts.read).toBe(21)
    expect(hex(draft.files[0]?.bytes)).toBe(draftOf(book))
  })
})
