import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { applyPatch, diffBooks, newBook } from '../../../src/desk/book'
import type { Book, Scalar } from '../../../src/desk/book'
import { LiveHost, openHost, readScriptFiles } from '../../../src/desk/host'
import { parseReference } from '../../../src/workbook'

const built = readScriptFiles(join(__dirname, '../../../dist'))

/** The two hosts side by side: one that carries the workbook over whole, and one that keeps it. */
function pair(bundle: string) {
  const code = { ...built, bundle }
  const now = new Date('2026-01-05T02:00:00Z')
  const whole = openHost({ book: newBook('年报', '填报说明'), user: '李', now, ...code })
  let book: Book = newBook('年报', '填报说明')
  const live = new LiveHost({ book: () => book, ...code })
  const take = (patch: ReturnType<LiveHost['apply']>) => {
    book = applyPatch(book, JSON.parse(JSON.stringify(patch)) as typeof patch)
  }
  return {
    run(name: string, ...values: unknown[]): void {
      const answers = [{ button: 'YES' as const }, { button: 'YES' as const }]
      const result = live.run(name, values, { user: '李', now: now.getTime(), answers })
      expect(result.error).toEqual(whole.run(name, values, { answers }).error)
      take(result.patch)
    },
    /** The live host's run is made ahead, and has its effect later. */
    runAhead(name: string): void {
      const ahead = live.ahead(name, { user: '李', now: now.getTime() })
      expect(live.apply({ cells: {} })).toEqual({ cells: {} })
      const result = ahead && live.carryOut(ahead)
      const { value, error } = whole.run(name)
      expect([result?.value, error]).toEqual([value, undefined])
      if (result) take(result.patch)
    },
    type(sheet: string, cell: string, value: Scalar): void {
      const first = parseReference(cell)?.first
      const area = { row: first?.row ?? 1, column: first?.column ?? 1, rows: 1, columns: 1 }
      const result = live.edit({ sheet, area, values: [[value]] }, { user: '李', now: now.getTime() })
      expect(result.error?.message).toBe(whole.edit(sheet, cell, value).error?.message)
      take(result.patch)
    },
    expectSame(): void {
      expect(diffBooks(whole.book(), book)).toEqual({ cells: {} })
    },
  }
}

describe('a host that keeps the workbook in its context', () => {
  it('tells all that the bundle’s actions and edits change', () => {
    const hosts = pair(built.bundle)
    hosts.run('initTemplate', { unit: '示例局', year: 2024 })
    hosts.expectSame()
    const cells = ['D7', 'E7', 'F9', 'D8', 'D7', 'D32', 'A1', 'G30']
    for (const [at, cell] of cells.entries()) hosts.type('三、依申请公开', cell, at % 3 ? at : `${at}`)
    hosts.type('三、依申请公开', 'E8', '不适用')
    hosts.type('二、主动公开', 'B4', '一')
    hosts.expectSame()
    hosts.run('checkWorkbook')
    hosts.expectSame()
    hosts.type('三、依申请公开', 'E7', 12)
    hosts.run('checkWorkbook')
    hosts.type('三、依申请公开', 'D7', 13)
    hosts.runAhead('checkWorkbook')
    hosts.expectSame()
    hosts.run('restoreTotals')
    hosts.run('initTemplate')
    hosts.expectSame()
    hosts.type('三、依申请公开', 'D7', 14)
    hosts.runAhead('checkWorkbook')
    hosts.expectSame()
  })

  it('tells of lines, tabs, names and looks that a script changes', () => {
    const hosts = pair(`
      const tab = () => SpreadsheetApp.getActive().getSheets()[0]
      function onEdit(e) { e.range.offset(0, 1).setFontWeight('bold').setNote(e.value || '') }
      function fill() { tab().getRange('A1:B3').setValues([[1, 2], [3, 4], ['=A1+B1', '=SUM(A1:B2)']]) }
      function lines() { tab().insertRowsBefore(2, 2); tab().deleteColumn(2) }
      function rename() { tab().setName('新名'); SpreadsheetApp.getActive().insertSheet('二') }
      function refer() { SpreadsheetApp.getActive().getSheetByName('二').getRange('A1').setFormula('=新名!A1*10') }
      function merge() { tab().getRange('C1:D2').merge(); tab().setRowHeight(1, 50); tab().setFrozenRows(1) }
      function clear() { tab().getRange('A1:B9').clearContent() }
      function remove() { SpreadsheetApp.getActive().deleteSheet(tab()) }
    `)
    for (const name of ['fill', 'lines', 'rename', 'refer', 'merge']) {
      hosts.run(name)
      hosts.expectSame()
    }
    hosts.type('新名', 'A1', 7)
    hosts.type('新名', 'C1', '')
    hosts.expectSame()
    for (const name of ['clear', 'fill', 'remove', 'fill']) {
      hosts.run(name)
      hosts.expectSame()
    }
    for (const name of ['fill', 'lines', 'merge', 'lines']) {
      hosts.runAhead(name)
      hosts.expectSame()
    }
  })
})

describe('a run ahead', () => {
  const bundle = `
    let calls = 0
    function save() {
      calls += 1
      SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue(calls)
      PropertiesService.getUserProperties().setProperty('calls', String(calls))
      Drive.Files.create({ name: '年报.txt' }, Utilities.newBlob('x', 'text/plain', '年报.txt'))
      return calls
    }
    function ask() { return SpreadsheetApp.getUi().alert('题', '一？', SpreadsheetApp.getUi().ButtonSet.YES_NO) }
    function broken() { throw new Error('坏了') }`
  const options = { user: '李', now: 0 }
  const open = () => new LiveHost({ book: () => newBook('年报', '表'), ...built, bundle })

  it('has its effect when it is carried out, files and properties included', () => {
    const host = open()
    const ahead = host.ahead('save', options)
    expect(host.keeps()).toEqual({ files: [], scriptProperties: {}, userProperties: {} })
    const done = ahead && host.carryOut(ahead)
    expect([done?.value, done?.files.map(({ name }) => name)]).toEqual([1, ['年报.txt']])
    expect(done?.patch).toEqual({ cells: { 0: { '1,1': { value: 1 } } } })
    expect(host.keeps().userProperties).toEqual({ 李: { calls: '1' } })
    expect(host.keeps().files.map(({ name }) => name)).toEqual(['年报.txt'])
  })

  it('is nothing where the function asks, fails or is not there', () => {
    const host = open()
    expect(['ask', 'broken', 'missing'].map((name) => host.ahead(name, options))).toEqual([null, null, null])
    expect(host.run('save', [], options).value).toBe(1)
  })

  it('is nothing any more once another run has kept something', () => {
    const host = open()
    const ahead = host.ahead('save', options)
    expect(host.run('save', [], { ...options, user: '王' }).value).toBe(2)
    expect(ahead && host.carryOut(ahead)).toBeNull()
    expect(host.keeps().userProperties).toEqual({ 王: { calls: '2' } })
  })
})

describe('a rehearsal', () => {
  const bundle = `
    let calls = 0
    function fill(text) {
      calls += 1
      const spreadsheet = SpreadsheetApp.getActive()
      spreadsheet.getSheets()[0].getRange('A1:A2').setValues([[text], ['=LEN(A1)']])
      spreadsheet.getSheets()[0].setRowHeight(1, 50)
      PropertiesService.getDocumentProperties().setProperty('text', String(text))
      PropertiesService.getUserProperties().setProperty('text', String(text))
      Drive.Files.create({ name: '年报.txt' }, Utilities.newBlob('x', 'text/plain', '年报.txt'))
      return calls
    }
    function grow() { SpreadsheetApp.getActive().insertSheet('二') }
    function forever() { for (;;); }
    function broken() { throw new Error('坏了') }`

  it('is as if it had not been, but for what the script keeps to itself', () => {
    const book = newBook('年报', '表')
    const host = new LiveHost({ book: () => structuredClone(book), ...built, bundle })
    for (const [turn, name] of ['fill', 'grow', 'broken', 'fill', 'missing'].entries()) host.rehearse(name, turn)
    expect(host.keeps()).toEqual({ files: [], scriptProperties: {}, userProperties: {} })
    expect(host.apply({ cells: {} })).toEqual({ cells: {} })
    const { value, patch, files } = host.run('fill', ['四个字哦'], { user: '李', now: 0 })
    expect([value, files.map(({ name }) => name)]).toEqual([3, ['年报.txt']])
    const after = applyPatch(book, patch)
    expect(after.sheets.map(({ name, cells }) => [name, cells['1,1']?.value, cells['2,1']?.value])).toEqual([
      ['表', '四个字哦', 4],
    ])
    expect(after.properties).toEqual({ text: '四个字哦' })
  })

  it('types over a number first, another one each turn, and puts it back', () => {
    const book = newBook('年报', '表')
    const [sheet] = book.sheets
    if (sheet) sheet.cells = { '1,1': { value: 5 }, '2,1': { formula: '=A1+1', value: 6 }, '3,1': { value: 8 } }
    const script = `
      const typed = []
      function onEdit(e) { typed.push(e.range.getA1Notation() + e.value + ' ' + e.source.getSheets()[0].getRange('A2').getValue()) }
      function fill() { return typed }`
    const host = new LiveHost({ book: () => structuredClone(book), ...built, bundle: script })
    for (const turn of [0, 1, 2]) host.rehearse('fill', turn)
    const { value, patch } = host.run('fill', [], { user: '李', now: 0 })
    expect(value).toEqual(['A16 7', 'A39 6', 'A16 7'])
    expect(patch).toEqual({ cells: {} })
  })

  it('that does not end is ended, and the workbook stays', () => {
    const book = newBook('年报', '表')
    const host = new LiveHost({ book: () => structuredClone(book), ...built, bundle })
    host.rehearse('forever', 0)
    expect(host.run('fill', ['x'], { user: '李', now: 0 }).value).toBe(1)
  }, 30_000)
})
