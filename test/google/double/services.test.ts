/** What Google documents of the services that the bundle calls. */
import { describe, expect, it } from '@jest/globals'
import { bookOf, firstSheet } from '../../desk/support/books'
import type { Sheet } from '../../../src/desk/book'
import { errorOf, hostOf, script, valueOf } from './scripts'

/** The first tab after a script. */
function sheetAfter(body: string): Sheet {
  const host = hostOf(
    `function f() { const book = SpreadsheetApp.getActive(); const [sheet] = book.getSheets(); ${body} }`,
  )
  const { error } = host.run('f')
  if (error) throw new Error(error.message)
  return firstSheet(host.book())
}

describe('values', () => {
  it.each<[string, unknown]>([
    ['8', 8],
    ["'8'", 8],
    ['"\'8"', '8'],
    ["'8件'", '8件'],
    ["'12%'", 0.12],
    ["'true'", true],
    ["''", ''],
    ['null', ''],
    ["'#REF!'", '#REF!'],
    ["'=1+1'", 2],
  ])('%s written gives %p', (written, expected) => {
    expect(valueOf(`return range('B2').setValues([[${written}]]).getValues()[0][0]`)).toEqual(expected)
  })

  it('of a cell of plain text stay text', () => {
    expect(valueOf("return range('A1').setNumberFormats([['@']]).setValues([['8']]).getValues()[0][0]")).toBe('8')
  })

  it('that are days come as Dates of the context, at midnight in the script’s zone', () => {
    const body =
      "const day = range('A2').setValues([['2024-02-29']]).getValues()[0][0]; return [day instanceof Date, day.toISOString()]"
    expect(valueOf(body)).toEqual([true, '2024-02-28T16:00:00.000Z'])
  })

  it('are written and read in one call, formulas among them', () => {
    const body = `
      range('A1:C1').setValues([[1, '2', '=A1+B1']])
      sheet.getRangeList(['D1', 'D3:D4']).setFormulaR1C1('=SUM(RC[-2]:RC[-1])')
      return [range('A1:D1').getValues(), range('A1:D1').getFormulas(), range('C1:D1').getFormulasR1C1(), range('D4').getFormulas()]`
    expect(valueOf(body)).toEqual([
      [[1, 2, 3, 5]],
      [['', '', '=A1+B1', '=SUM(B1:C1)']],
      [['=R[0]C[-2]+R[0]C[-1]', '=SUM(R[0]C[-2]:R[0]C[-1])']],
      [['=SUM(B4:C4)']],
    ])
  })

  it('and notes are of cells', () => {
    expect(valueOf("return range('A1:B1').setNotes([['n', '']]).getNotes()")).toEqual([['n', '']])
  })

  it('appended stand below the last row that has any; the tab grows', () => {
    const { rows, cells } = sheetAfter(
      "sheet.getRange('A1000').setValues([['a']]).setNotes([['n']]); sheet.appendRow(['b', 1])",
    )
    expect([rows, cells['1001,1'], cells['1001,2']]).toEqual([1001, { value: 'b' }, { value: 1 }])
  })

  it.each([
    ["range('A1:B2').setValues([[1, 2]])", /The data has 1 but the range has 2/],
    ["range('A1:B2').setValues([[1, 2], [3]])", /The data has 1 but the range has 2/],
    ["range('A1:B2').setValues('x')", /don't match the method signature/],
    ["range('A1:B1').setBackgrounds([['#ffffff']])", /number of columns/],
    ['sheet.getRange(1, 1, 0, 1)', /number of rows/],
    ['sheet.getRange(1, 1, 1, 0)', /number of columns/],
    ['sheet.getRange(1001, 1)', /outside the dimensions/],
    ['sheet.getRange(1, 1, 1, 27)', /outside the dimensions/],
    ['sheet.getRange(0, 1)', /too small/],
    ["range('none')", /Range not found/],
    ["sheet.setName('')", /1 to 100/],
    ["book.insertSheet('sheet1', 0)", /already exists/],
    ["book.insertSheet('x', 2)", /out of bounds/],
    ['sheet.setRowHeights(1000, 2, 30)', /out of bounds/],
    ["book.setNamedRange('A1', range('A1'))", /not valid/],
    ["book.setNamedRange('two words', range('A1'))", /not valid/],
    ["range('A1:B2').merge(); range('B2:C3').merge()", /select all cells in a merged range/],
    ["range('A1').setBackgrounds([['no colour']])", /colour|color/],
    ["range('A1').setDataValidation({})", /don't match the method signature/],
    ['SpreadsheetApp.newDataValidation().build()', /needs a rule/],
  ])('%s is refused', (body, message) => {
    expect(errorOf(body)).toMatch(message)
  })
})

describe('looks', () => {
  it.each<[string, unknown]>([
    ["setBackgrounds([['#AAbbcc']]).setFontWeights([['bold']])", { background: '#aabbcc', bold: true }],
    ["setBackgrounds([['#aabbcc']]).setBackgrounds([[null]])", undefined],
    ["setFontColors([['#0000ff']]).setFontSizes([[14]])", { fontColor: '#0000ff', fontSize: 14 }],
    ["setFontWeights([['bold']]).setFontWeights([['normal']])", undefined],
    [
      "setHorizontalAlignments([['center']]).setVerticalAlignments([['middle']])",
      { horizontal: 'center', vertical: 'middle' },
    ],
    ["setHorizontalAlignments([['center']]).setHorizontalAlignments([[null]])", undefined],
    ['setWraps([[true]])', { wrap: true }],
    ["setNumberFormats([['#,##0']])", { numberFormat: '#,##0' }],
    ["setNumberFormats([['0']]).setNumberFormats([['General']])", undefined],
    ['setBorder(true, true, true, true, true, true)', { border: true }],
  ])('%s', (call, style) => {
    expect(sheetAfter(`sheet.getRange('A1').${call}`).cells['1,1']?.style).toEqual(style)
  })
})

describe('merges', () => {
  const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns })

  it.each([
    ["getRange('A1:B2').merge()", [area(1, 1, 2, 2)]],
    ["getRange('A1:C2').mergeAcross()", [area(1, 1, 1, 3), area(2, 1, 1, 3)]],
    ["getRange('A1:B3').mergeVertically()", [area(1, 1, 3, 1), area(1, 2, 3, 1)]],
    ["getRange('A1').merge()", []],
  ])('%s', (call, merges) => {
    expect(sheetAfter(`sheet.${call}`).merges).toEqual(merges)
  })

  it('keep the first cell only, and nothing that is written beside it', () => {
    const body =
      "range('A1:B1').setValues([[1, 2]]).merge(); range('B1').setValues([[3]]); return range('A1:B1').getValues()"
    expect(valueOf(body)).toEqual([[1, '']])
  })
})

describe('tabs', () => {
  it('stand where they are put, a copy without names and locks', () => {
    const host = hostOf(`function f() {
      const book = SpreadsheetApp.getActive()
      const [sheet] = book.getSheets()
      sheet.getRange('A1').setValues([[5]]).setNotes([['n']])
      sheet.protect().setWarningOnly(true).setUnprotectedRanges([sheet.getRange('B2')])
      book.setNamedRange('Name', sheet.getRange('A1'))
      book.setNamedRange('NAME', sheet.getRange('A2'))
      book.insertSheet('二', 0, { template: sheet }).setName('贰')
      sheet.protect()
      return [book.getNamedRanges().map((n) => n.getName() + n.getRange().getA1Notation() + n.getRange().getGridId()), book.getSheetByName('二')]
    }`)
    expect(host.run('f').value).toEqual([['NAMEA20'], null])
    const [copy, first] = host.book().sheets
    expect([copy?.name, copy?.cells, copy?.protections]).toEqual(['贰', { '1,1': { value: 5, note: 'n' } }, []])
    expect(first?.protections).toEqual([
      { open: [{ row: 2, column: 2, rows: 1, columns: 1 }], description: '', warningOnly: true },
    ])
  })

  it('keep sizes, frozen and hidden lines, and grow', () => {
    const sheet = sheetAfter(`
      sheet.setColumnWidths(2, 2, 200); sheet.setRowHeights(3, 1, 31); sheet.setFrozenRows(2); sheet.hideColumns(9)
      sheet.insertRowsAfter(1000, 2); sheet.insertColumnsAfter(26, 1)`)
    expect(sheet).toMatchObject({
      columnWidths: { 2: 200, 3: 200 },
      rowHeights: { 3: 31 },
      frozenRows: 2,
      hiddenColumns: [9],
      rows: 1002,
      columns: 27,
    })
  })
})

describe('data validation', () => {
  const rule = (from: string) => `SpreadsheetApp.newDataValidation().${from}.setHelpText('提示').build()`
  const whole =
    '=AND(ISNUMBER(INDIRECT("RC",FALSE)),INDIRECT("RC",FALSE)>=0,INDIRECT("RC",FALSE)=INT(INDIRECT("RC",FALSE)))'

  it.each([
    ['requireNumberGreaterThanOrEqualTo(0)', { kind: 'decimal', min: 0 }],
    ["requireFormulaSatisfied('=A1>0')", { kind: 'formula', formula: '=A1>0' }],
    [`requireFormulaSatisfied('${whole}')`, { kind: 'wholeNumber', min: 0 }],
  ])('%s', (from, wanted) => {
    const area = { row: 2, column: 2, rows: 2, columns: 2 }
    expect(sheetAfter(`sheet.getRange('B2:C3').setDataValidation(${rule(from)})`).validations).toEqual([
      { area, rule: wanted, allowInvalid: true, help: '提示' },
    ])
  })

  it('is cut out where it is set anew', () => {
    const decimal = (min: number) => rule(`requireNumberGreaterThanOrEqualTo(${min})`)
    const { validations } = sheetAfter(`
      sheet.getRange('A1:B1').setDataValidation(${decimal(1)}); sheet.getRange('B1').setDataValidation(${decimal(2)})`)
    expect(
      validations.map(({ area, rule: { kind }, ...rest }) => [area.column, area.columns, kind, rest.help]),
    ).toEqual([
      [1, 1, 'decimal', '提示'],
      [2, 1, 'decimal', '提示'],
    ])
  })
})

describe('the other services', () => {
  it('answer questions in order, then close them and acknowledge notices', () => {
    const body = `
      const ui = SpreadsheetApp.getUi()
      const ask = (set) => String(ui.alert('标题', '继续？', set))
      return [ask(ui.ButtonSet.YES_NO), ask(ui.ButtonSet.YES_NO), ask(ui.ButtonSet.OK)]`
    const { value, questions } = script(body, bookOf(), { answers: ['YES'] })
    expect(value).toEqual(['YES', 'CLOSE', 'OK'])
    expect(questions[0]).toEqual({ title: '标题', message: '继续？', buttons: 'YES_NO', answer: 'YES' })
    const refused = "const ui = SpreadsheetApp.getUi(); ui.alert('', '好', ui.ButtonSet.OK)"
    expect(script(refused, bookOf(), { answers: ['YES'] }).error?.message).toMatch(/not a button of OK/)
  })

  it('record pages, toasts and the log', () => {
    const body = `
      const html = HtmlService.createHtmlOutput('<p>a</p>').setTitle('侧栏').setWidth(300).setHeight(200)
      SpreadsheetApp.getUi().showModalDialog(html, '对话框')
      SpreadsheetApp.getUi().showSidebar(html)
      book.toast('好了', '校验')
      console.warn('x', 8)`
    const { dialogs, toasts, log } = script(body)
    expect(dialogs).toEqual([
      { kind: 'modal', title: '对话框', html: '<p>a</p>', width: 300, height: 200 },
      { kind: 'sidebar', title: '侧栏', html: '<p>a</p>', width: 300, height: 200 },
    ])
    expect([toasts, log]).toEqual([[{ title: '校验', message: '好了' }], ['x 8']])
  })

  it('give the HTML files of the script as they are, and say which it has not', () => {
    expect(valueOf("return HtmlService.createTemplateFromFile('page').getRawContent()")).toBe('<p>1</p>')
    expect(errorOf("HtmlService.createTemplateFromFile('other')")).toBe('No HTML file named other was found.')
  })

  it.each<[string, unknown]>([
    [
      "Utilities.formatDate(new Date(Date.UTC(2024, 0, 31, 16, 5, 9)), 'Asia/Shanghai', 'yyyy-MM-dd HH:mm')",
      '2024-02-01 00:05',
    ],
    ['Session.getActiveUser().getEmail()', 'li@example.cn'],
    ['Session.getEffectiveUser().getEmail()', 'li@example.cn'],
    ['book.getSpreadsheetTimeZone()', 'Asia/Shanghai'],
    ['book.getSpreadsheetLocale()', 'zh_CN'],
    ['book.getId()', 'spreadsheet-1'],
  ])('%s', (call, expected) => {
    expect(valueOf(`return ${call}`)).toEqual(expected)
  })

  it.each([
    ['Utilities.newBlob([200])', /don't match/],
    ['Utilities.newBlob(new Uint8Array([1]))', /don't match/],
    ["Utilities.formatDate(new Date(), 'Asia/Shanghai', 'YYYY')", /the pattern YYYY is not in the double/],
    ["Utilities.formatDate(new Date(), 'GMT', 'yyyy')", /the zone GMT is not in the double/],
    ['Drive.Files.list({ q: "name contains \'x\'" })', /Invalid Value: name contains/],
    ["Drive.Files.update({}, 'none', Utilities.newBlob('x'))", /File not found: none/],
  ])('%s is refused', (call, message) => {
    expect(errorOf(call)).toMatch(message)
  })

  it('keep properties of up to 9 KB, counted in bytes', () => {
    const write = (length: number) =>
      `const p = PropertiesService.getDocumentProperties().setProperty('k', '年'.repeat(${length})); p.deleteProperty('k').setProperty('l', '1'); return p.getProperties()`
    expect(valueOf(write(3072))).toEqual({ l: '1' })
    expect(errorOf(write(3073))).toBe('Argument too large: value')
  })

  it('have the lock free, unless another run has it', () => {
    const body = 'return LockService.getDocumentLock().tryLock(100)'
    expect(script(body).value).toBe(true)
    expect(script(body, bookOf(), { lockIsTaken: true }).value).toBe(false)
  })

  it('keep files on Drive from one call to the next, a document of Google’s as what it was made from', () => {
    const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    const google = 'application/vnd.google-apps.document'
    const host = hostOf(`
      const blob = (data) => Utilities.newBlob(data, '${docx}')
      const create = () => Drive.Files.create({ name: '年报', mimeType: '${google}' }, blob([80, -1]), { fields: 'id' }).id
      const update = (id) => Drive.Files.update({ name: '年报' }, id, blob('年'))
      globalThis.f = () => [create(), Drive.Files.list().files.map(({ name }) => name)]
      globalThis.g = update`)
    const created = host.run('f')
    expect(created.value).toEqual(['file-1', ['年报']])
    const file = { id: 'file-1', name: '年报', mimeType: google, contentType: docx, webViewLink: 'files/file-1' }
    expect(created.files).toEqual([{ ...file, modified: 1, bytes: new Uint8Array([80, 255]) }])
    expect(host.run('g', ['file-1']).files).toEqual([
      { ...file, modified: 2, bytes: new Uint8Array([0xe5, 0xb9, 0xb4]) },
    ])
  })
})
