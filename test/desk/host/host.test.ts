import { describe, expect, it } from '@jest/globals'
import { bookOf, firstSheet, keyOf } from '../support/books'
import type { Typed } from '../support/books'
import type { Book } from '../../../src/desk/book'
import { hostOf } from '../support/scripts'

const cell = (book: Book, a1: string) => firstSheet(book).cells[keyOf(a1)]

describe('a run', () => {
  it('gives the value and keeps the workbook', () => {
    const host = hostOf(
      "function add(n) { return SpreadsheetApp.getActiveSheet().getRange('A1').setValue(n + 1).getValue() }",
    )
    expect(host.run('add', [4]).value).toBe(5)
    expect(cell(host.book(), 'A1')).toEqual({ value: 5 })
  })

  it('that throws leaves the workbook as far as it came, and says why in one line', () => {
    const host = hostOf(
      "function f() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1); throw new Error('第一行\\n第二行') }",
    )
    const { error } = host.run('f')
    expect(error?.message).toBe('第一行 第二行')
    expect(error?.stack).toMatch(/^ +at f \(google\/Code\.js:1:\d+\)\n(?: +at .*desk\/services\.js.*\n?)+$/)
    expect(cell(host.book(), 'A1')).toEqual({ value: 1 })
  })

  it('starts anew each time: globals of the bundle do not last', () => {
    const host = hostOf('let runs = 0; function f() { return ++runs }')
    expect([host.run('f').value, host.run('f').value]).toEqual([1, 1])
  })

  it.each([
    ['none', 'Script function not found: none'],
    ['thrower', 'just a text'],
  ])('of %s fails with %p', (name, message) => {
    expect(hostOf("function thrower() { throw 'just a text' }").run(name).error?.message).toBe(message)
  })

  it('that does not end is stopped, with what it had written', () => {
    const host = hostOf("function f() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1); for (;;); }")
    expect(host.run('f', [], { timeout: 0.1 }).error?.message).toMatch(/0\.1 秒/)
    expect(cell(host.book(), 'A1')).toEqual({ value: 1 })
  })

  it('reports a bundle that throws while it is loaded', () => {
    expect(hostOf("throw new Error('cannot load')").run('f').error?.message).toMatch(/cannot load/)
  })

  it('gives the clock it was told', () => {
    const now = new Date('2024-12-31T16:00:00Z')
    const host = hostOf(
      'function f() { return [new Date().toISOString(), Date.now(), new Date(0).getTime(), new Date() instanceof Date] }',
      bookOf(),
      { now },
    )
    expect(host.run('f').value).toEqual(['2024-12-31T16:00:00.000Z', now.getTime(), 0, true])
  })

  it('brings formulas up to date before the workbook is handed back', () => {
    const host = hostOf(
      "function f() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(4) }",
      bookOf({ B1: '=A1*2' }),
    )
    host.run('f')
    expect(cell(host.book(), 'B1')).toEqual({ formula: '=A1*2', value: 8 })
  })

  it('shows the menu', () => {
    const host = hostOf(
      "function onOpen() { SpreadsheetApp.getUi().createMenu('政务公开年报').addItem('校验', 'check').addSeparator().addItem('计算合计', 'totals').addToUi() }",
    )
    const items = [
      { caption: '校验', functionName: 'check' },
      { caption: '' },
      { caption: '计算合计', functionName: 'totals' },
    ]
    expect(host.menus()).toEqual([{ caption: '政务公开年报', items }])
  })
})

const onEdit = `function onEdit(e) {
  e.range.offset(0, 5).setValue([e.range.getA1Notation(), e.value, e.oldValue, e.user.getEmail(), e.source.getName()].join('|'))
}`

function lockedBook(typed: Typed = {}): Book {
  const book = bookOf({ A1: 3, ...typed })
  const sheet = firstSheet(book)
  const open = [
    { row: 1, column: 1, rows: 3, columns: 1 },
    { row: 1, column: 2, rows: 1, columns: 1 },
  ]
  sheet.protections = [{ open, description: '合计由公式计算', warningOnly: false }]
  const area = { row: 1, column: 1, rows: 2, columns: 1 }
  sheet.validations = [{ area, rule: { kind: 'wholeNumber', min: 0 }, allowInvalid: false, help: '请填写非负整数' }]
  return book
}

describe('an edit', () => {
  it.each<[string, string | number, unknown, string]>([
    ['A1', '8', 8, 'A1|8|3|li@example.cn|test'],
    ['A3', '8件', '8件', 'A3|8件||li@example.cn|test'],
    ['A1', '', undefined, 'A1||3|li@example.cn|test'],
  ])('%s := %p writes and tells onEdit', (a1, typed, stored, told) => {
    const host = hostOf(onEdit, lockedBook())
    expect(host.edit('Sheet1', a1, typed).error).toBeUndefined()
    expect(cell(host.book(), a1)?.value).toBe(stored)
    expect(cell(host.book(), a1.replace('A', 'F'))?.value).toBe(told)
  })

  it('of several cells has no value of its own', () => {
    const host = hostOf(onEdit, lockedBook())
    host.edit('Sheet1', 'A1', [[1], [2], [3]])
    expect(cell(host.book(), 'F1')?.value).toBe('A1:A3|||li@example.cn|test')
  })

  it.each<[string, string | number | (string | number)[][], string]>([
    ['C1', 1, '这里已锁定，不能修改：合计由公式计算'],
    ['A3', [[1], [2]], '这里已锁定，不能修改：合计由公式计算'],
    ['A1', '1.5', '未写入：请填写非负整数'],
    ['A1', '-1', '未写入：请填写非负整数'],
    ['A1', '8件', '未写入：请填写非负整数'],
    ['A2', [['-1']], '未写入：请填写非负整数'],
    [
      'A1',
      [
        [1, 2],
        [3, 4],
      ],
      '这里已锁定，不能修改：合计由公式计算',
    ],
  ])('%s := %p is refused, and nothing is written', (a1, typed, message) => {
    const book = lockedBook()
    const host = hostOf(onEdit, book)
    expect(host.edit('Sheet1', a1, typed).error?.message).toBe(message)
    expect(host.book()).toEqual(book)
  })

  it('passes warning-only locks and rules that allow what is invalid', () => {
    const book = lockedBook()
    for (const protection of firstSheet(book).protections) protection.warningOnly = true
    for (const validation of firstSheet(book).validations) validation.allowInvalid = true
    const host = hostOf(onEdit, book)
    expect(host.edit('Sheet1', 'C1', 'x').error).toBeUndefined()
    expect(host.edit('Sheet1', 'A1', 'x').error).toBeUndefined()
  })

  it.each([
    ['是', undefined],
    ['也许', '未写入：填写的内容不符合此处的要求。'],
  ])('of a list takes %p or not', (typed, message) => {
    const book = bookOf()
    const area = { row: 1, column: 1, rows: 1, columns: 1 }
    firstSheet(book).validations = [{ area, rule: { kind: 'list', values: ['是', '否'] }, allowInvalid: false }]
    expect(hostOf('', book).edit('Sheet1', 'A1', typed).error?.message).toBe(message)
  })

  it('asks a custom formula from the cell’s own place', () => {
    const book = bookOf({ B1: 5, B2: 1 })
    const area = { row: 1, column: 1, rows: 2, columns: 1 }
    firstSheet(book).validations = [{ area, rule: { kind: 'formula', formula: '=A1<=B1' }, allowInvalid: false }]
    const host = hostOf('', book)
    expect(host.edit('Sheet1', 'A1', 3).error).toBeUndefined()
    expect(host.edit('Sheet1', 'A2', 3).error?.message).toMatch(/未写入/)
  })

  it('does not fire for what a script writes', () => {
    const host = hostOf(`${onEdit}; function f() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(9) }`)
    host.run('f')
    expect(cell(host.book(), 'F1')).toBeUndefined()
  })

  it('without onEdit in the bundle is just written', () => {
    const host = hostOf('')
    host.edit('Sheet1', 'B2', '=1+1')
    expect(cell(host.book(), 'B2')).toEqual({ formula: '=1+1', value: 2 })
  })
})
