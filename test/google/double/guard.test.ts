import { describe, expect, it } from '@jest/globals'
import { kinds } from './services/kinds'
import { bookOf } from '../../desk/support/books'
import { errorOf, hostOf, script, valueOf } from './scripts'

/** How a script gets hold of each service; the list of kinds says what it must find there. */
const faces: Record<keyof typeof kinds, string> = {
  SpreadsheetApp: 'SpreadsheetApp',
  Spreadsheet: 'book',
  Sheet: 'sheet',
  Range: "range('A1')",
  RangeList: "sheet.getRangeList(['A1'])",
  NamedRange: "(book.setNamedRange('name', range('A1')), book.getNamedRanges()[0])",
  Protection: 'sheet.protect()',
  DataValidation: 'SpreadsheetApp.newDataValidation().requireNumberGreaterThanOrEqualTo(0).build()',
  DataValidationBuilder: 'SpreadsheetApp.newDataValidation()',
  Ui: 'SpreadsheetApp.getUi()',
  PromptResponse: "SpreadsheetApp.getUi().prompt('t', 'm', SpreadsheetApp.getUi().ButtonSet.OK_CANCEL)",
  Menu: "SpreadsheetApp.getUi().createMenu('m')",
  HtmlService: 'HtmlService',
  HtmlTemplate: "HtmlService.createTemplateFromFile('page')",
  HtmlOutput: "HtmlService.createHtmlOutput('')",
  Drive: 'Drive',
  'Drive.Comments': 'Drive.Comments',
  'Drive.Files': 'Drive.Files',
  LockService: 'LockService',
  Lock: 'LockService.getDocumentLock()',
  PropertiesService: 'PropertiesService',
  Properties: 'PropertiesService.getDocumentProperties()',
  ScriptApp: 'ScriptApp',
  AuthorizationInfo: 'ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, [])',
  Session: 'Session',
  User: 'Session.getActiveUser()',
  Utilities: 'Utilities',
  Blob: "Utilities.newBlob('')",
  console: 'console',
}

describe('services', () => {
  it.each(Object.entries(faces))('%s has everything of its list and nothing else', (service, face) => {
    const names = Object.keys(kinds[service as keyof typeof kinds])
    const body = `
      const face = ${face}
      const absent = ${JSON.stringify(names)}.filter((name) => face[name] === undefined)
      try { face.surelyNotThere } catch (error) { return [absent, error.message, String(face), Object.keys(face)] }`
    expect(valueOf(body)).toEqual([[], `${service}.surelyNotThere is not in the double`, service, []])
  })

  it.each([
    ["range('A1').getFontLine()", 'Range.getFontLine is not in the double'],
    ["range('A1').setFontLine", 'Range.setFontLine is not in the double'],
    ['SpreadsheetApp.openById(1)', 'SpreadsheetApp.openById is not in the double'],
    ['SpreadsheetApp.getUi().ButtonSet.YES_NO_CANCEL', 'ButtonSet.YES_NO_CANCEL is not in the double'],
    ['Drive.Permissions', 'Drive.Permissions is not in the double'],
    ["range('A1').sheet", 'Range.sheet is not in the double'],
    ["range('A1').subject", 'Range.subject is not in the double'],
    ["range('A1').note = 1", 'Range.note cannot be set'],
    ['DocumentApp.create()', 'DocumentApp is not defined'],
  ])('%s throws by its name', (body, message) => {
    expect(errorOf(body)).toBe(message)
  })

  it('are all that code made from texts finds, too', () => {
    const body = `const inside = (0, eval)('[typeof process, typeof require, typeof SpreadsheetApp]')
      return [...inside, new Function('return typeof process')()]`
    expect(valueOf(body)).toEqual(['undefined', 'undefined', 'object', 'undefined'])
  })

  it('do not give the inside of the double away', () => {
    const body = `return [Object.getOwnPropertyNames(range('A1')), Object.getPrototypeOf(range('A1')) === Object.prototype,
      range('A1').constructor === undefined, JSON.stringify({ r: range('A1') })]`
    expect(valueOf(body)).toEqual([[], true, true, '{"r":{}}'])
  })

  it('give enumerations that are equal to themselves and print as their names', () => {
    const body = `const { Button } = SpreadsheetApp.getUi()
      return [String(Button.YES), Button.YES === SpreadsheetApp.getUi().Button.YES, Button.YES === Button.NO]`
    expect(valueOf(body)).toEqual(['YES', true, false])
  })
})

describe('counts', () => {
  it.each<[string, Record<string, number>]>([
    ["range('A1:B2').getValues()", { read: 1 }],
    ["range('A1:B2').setValues([[1, 2], [3, 4]]).setNotes([['', ''], ['', '']])", { write: 2 }],
    ["sheet.getRangeList(['A1', 'B2']).setBackground('#ff0000')", { write: 1 }],
    ['book.getNamedRanges().map((n) => n.getName() + n.getRange().getA1Notation())', { read: 1 }],
    [
      "const p = PropertiesService.getDocumentProperties(); p.getProperties(); p.setProperty('a', 'b')",
      { read: 1, write: 1 },
    ],
    ["book.insertSheet('x', 0); book.getCurrentCell()", { write: 1 }],
    ['sheet.protect().setWarningOnly(true).setUnprotectedRanges([range("A1")])', { write: 3 }],
    ['const l = LockService.getDocumentLock(); l.tryLock(1); l.releaseLock()', { lock: 2 }],
    ["const ui = SpreadsheetApp.getUi(); ui.alert('t', 'm', ui.ButtonSet.OK); book.toast('b', 't')", { ui: 2 }],
    ["Drive.Files.create({ name: 'n' }, Utilities.newBlob('x'))", { drive: 1, other: 1 }],
    ['Session.getActiveUser().getEmail()', { other: 1 }],
  ])('%s is %p', (body, expected) => {
    const { counts, error } = script(body)
    expect(error).toBeUndefined()
    expect({ ...counts, locate: 0 }).toEqual({
      read: 0,
      write: 0,
      locate: 0,
      drive: 0,
      ui: 0,
      lock: 0,
      other: 0,
      ...expected,
    })
  })

  const twoTabs = hostOf(`function f() {
    const [one, two] = [...SpreadsheetApp.getActive().getSheets(), SpreadsheetApp.getActive().getSheetByName('Sheet1')]
    one.getName(); two.getName(); one.getRange('A1').getSheet().getSheetId(); one.getRange('A1').getRow()
  }`)

  it('of handles are exact too', () => {
    expect(twoTabs.run('f').counts.locate).toBe(11)
  })

  it('tell how often what a handle knows is asked, whichever handle of the same place it is', () => {
    expect(twoTabs.run('f').asked).toEqual({
      'Sheet.getName 0': 2,
      'Sheet.getSheetId 0': 1,
      'Range.getSheet 0!A1': 1,
      'Range.getRow 0!A1': 1,
    })
  })

  it('tell how often each method is called', () => {
    expect(script("range('A1').setValues([[1]]); range('A2').setValues([[1]])").calls).toMatchObject({
      'Range.setValues': 2,
    })
  })
})

describe('an injected fault', () => {
  it('throws at the n-th call of its kind, before it does anything', () => {
    const host = hostOf(
      'function f() { const [s] = SpreadsheetApp.getActive().getSheets(); for (let r = 1; r < 9; r++) s.getRange(r, 1).setValues([[r]]) }',
    )
    const { error, counts } = host.run('f', [], { fault: { kind: 'write', call: 3 } })
    expect(error?.message).toBe('Service failed while executing Range.setValues (injected fault)')
    expect(counts.write).toBe(3)
    expect(Object.keys(host.book().sheets[0]?.cells ?? {})).toEqual(['1,1', '2,1'])
    expect(host.run('f').error).toBeUndefined()
  })
})

describe('the context', () => {
  it('has ES built-ins and the services, and nothing else', () => {
    const body = 'return Object.getOwnPropertyNames(globalThis)'
    const given = new Set(Object.values(faces).filter((face) => /^[A-Z]\w+$/.test(face)))
    const extra = (valueOf(body, bookOf()) as string[]).filter((name) => !builtIns.has(name) && !given.has(name))
    expect(extra.sort()).toEqual(['__double', 'console', 'test'])
  })

  it.each([
    'setTimeout',
    'TextEncoder',
    'URL',
    'fetch',
    'atob',
    'crypto',
    'performance',
    'structuredClone',
    'Buffer',
    'process',
    'require',
  ])('has no %s', (name) => expect(valueOf(`return typeof ${name}`)).toBe('undefined'))

  it('leaves no way to the test by what it hands over', () => {
    expect(valueOf("return range('A1').getValues().constructor === Array && book.getSheets() instanceof Array")).toBe(
      true,
    )
  })
})

const builtIns = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math Intl
  ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array
  Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet Proxy Reflect
  FinalizationRegistry WeakRef decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite
  isNaN SharedArrayBuffer Atomics WebAssembly Iterator Float16Array SuppressedError DisposableStack AsyncDisposableStack`.split(
    /\s+/,
  ),
)
