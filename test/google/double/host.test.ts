import { describe, expect, it } from '@jest/globals'
import { bookOf, firstSheet, keyOf } from '../../desk/support/books'
import type { Book } from '../../../src/desk/book'
import { hostOf } from './scripts'

const cell = (book: Book, a1: string) => firstSheet(book).cells[keyOf(a1)]
const a1 = "SpreadsheetApp.getActive().getSheets()[0].getRange('A1')"

describe('a run', () => {
  it('gives the value and keeps the workbook', () => {
    const host = hostOf(`function add(n) { return ${a1}.setValues([[n + 1]]).getValues()[0][0] }`)
    expect(host.run('add', [4]).value).toBe(5)
    expect(cell(host.book(), 'A1')).toEqual({ value: 5 })
  })

  it('that throws leaves the workbook as far as it came, and says why in one line', () => {
    const host = hostOf(`function f() { ${a1}.setValues([[1]]); throw new Error('第一行\\n第二行') }`)
    const { error } = host.run('f')
    expect(error?.message).toBe('第一行 第二行')
    expect(error?.stack).toMatch(/^ +at f \(google\/Code\.js:1:\d+\)\n(?: +at .*double\/services\.js.*\n?)+$/)
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
    const host = hostOf(`function f() { ${a1}.setValues([[4]]) }`, bookOf({ B1: '=A1*2' }))
    host.run('f')
    expect(cell(host.book(), 'B1')).toEqual({ formula: '=A1*2', value: 8 })
  })

  it('shows the menu', () => {
    const host = hostOf(
      "function onOpen() { SpreadsheetApp.getUi().createMenu('政务公开年报').addItem('校验', 'check').addToUi() }",
    )
    expect(host.menus()).toEqual([{ caption: '政务公开年报', items: [{ caption: '校验', functionName: 'check' }] }])
  })
})

const onEdit = `function onEdit(e) {
  const [sheet] = SpreadsheetApp.getActive().getSheets()
  sheet.getRange('F1').setValues([[e.range.getA1Notation() + '|' + SpreadsheetApp.getActive().getCurrentCell().getA1Notation()]])
}`

describe('an edit', () => {
  it.each<[string, string | number | (string | number)[][], unknown, string]>([
    ['A2', '8', 8, 'A2|A2'],
    ['A2', '8件', '8件', 'A2|A2'],
    ['A2', '', undefined, 'A2|A2'],
    ['A2', [[1], [2]], 1, 'A2:A3|A2'],
  ])('%s := %p writes and tells onEdit', (at, typed, stored, told) => {
    const host = hostOf(onEdit, bookOf({ A2: 3 }))
    expect(host.edit('Sheet1', at, typed).error).toBeUndefined()
    expect(cell(host.book(), at)?.value).toBe(stored)
    expect(cell(host.book(), 'F1')?.value).toBe(told)
  })

  it('does not fire for what a script writes', () => {
    const host = hostOf(`${onEdit}; function f() { ${a1}.setValues([[9]]) }`)
    host.run('f')
    expect(cell(host.book(), 'F1')).toBeUndefined()
  })

  it('without onEdit in the bundle is just written', () => {
    const host = hostOf('')
    host.edit('Sheet1', 'B2', '=1+1')
    expect(cell(host.book(), 'B2')).toEqual({ formula: '=1+1', value: 2 })
  })
})
