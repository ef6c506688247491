import { describe, expect, it } from '@jest/globals'
import { bookOf } from '../support/books'
import { errorOf, valueOf } from '../support/scripts'

describe('what is written and read back', () => {
  it.each<[string, unknown]>([
    ['8', 8],
    ["'8'", 8],
    ['"\'8"', '8'],
    ["'8件'", '8件'],
    ["'12%'", 0.12],
    ["'1,024'", 1024],
    ["'true'", true],
    ["''", ''],
    ['null', ''],
    ['undefined', ''],
    ["'#REF!'", '#REF!'],
    ["'=1+1'", 2],
    ['NaN', '#NUM!'],
  ])('setValue(%s) gives %p', (written, expected) => {
    expect(valueOf(`return range('B2').setValue(${written}).getValue()`)).toEqual(expected)
  })

  it('a text in a cell of plain text stays text', () => {
    expect(valueOf("return range('A1').setNumberFormat('@').setValue('8').getValue()")).toBe('8')
  })

  it('dates come back as Dates of the context, at the same moment', () => {
    const body = `
      const moment = new Date(2024, 0, 31, 8, 30)
      range('A1').setValue(moment)
      range('A2').setValue('2024-02-29')
      const [[a], [b]] = range('A1:A2').getValues()
      return [a instanceof Date, a.getTime() === moment.getTime(), b instanceof Date, b.toISOString(),
        range('A2').getDisplayValue()]`
    expect(valueOf(body)).toEqual([true, true, true, '2024-02-28T16:00:00.000Z', '2024/2/29'])
  })

  it('rows are written and read in one call, formulas among them', () => {
    const body = `
      range('A1:C2').setValues([[1, '2', '=A1+B1'], ['x', '', null]])
      return [range('A1:C2').getValues(), range('A1:C2').getFormulas(), range('A1:C2').getDisplayValues()]`
    expect(valueOf(body)).toEqual([
      [
        [1, 2, 3],
        ['x', '', ''],
      ],
      [
        ['', '', '=A1+B1'],
        ['', '', ''],
      ],
      [
        ['1', '2', '3'],
        ['x', '', ''],
      ],
    ])
  })

  it.each([
    ["range('A1:B2').setValues([[1, 2]])", /The data has 1 but the range has 2/],
    ["range('A1:B2').setValues([[1, 2], [3]])", /The data has 1 but the range has 2/],
    ["range('A1:B2').setValues('x')", /don't match the method signature/],
    ["range('A1').setNotes('x')", /don't match the method signature/],
    ["range('A1:B1').setBackgrounds([['#fff']])", /number of columns/],
    ["range('A1').offset(0, 0, 0)", /number of rows/],
    ["range('A1').offset(0, 0, 1, 0)", /number of columns/],
    ["range('A1').offset(-1, 0)", /starting row/],
    ['sheet.getRange(1001, 1)', /outside the dimensions/],
    ['sheet.getRange(1, 1, 1, 27)', /outside the dimensions/],
    ['sheet.getRange(0, 1)', /too small/],
    ["range('none')", /Range not found/],
    ["range('没有!A1')", /Range not found/],
    ["sheet.setName('')", /1 to 100/],
    ["book.insertSheet('sheet1')", /already exists/],
    ['book.deleteSheet(sheet)', /remove all the sheets/],
    ['sheet.deleteRows(1, 1000)', /delete all the rows/],
    ['sheet.deleteRows(1000, 2)', /out of bounds/],
    ['sheet.hideSheet()', /hide all the sheets/],
    ["book.setNamedRange('A1', range('A1'))", /not valid/],
    ["book.setNamedRange('two words', range('A1'))", /not valid/],
    ["book.removeNamedRange('none')", /no named range/],
    ["range('A1:B2').merge(); range('B2:C3').merge()", /select all cells in a merged range/],
    ["range('A1:B2').merge(); range('A1').breakApart()", /select all cells in a merged range/],
    ["range('A1').setBackground('no colour')", /colour/],
    ["range('A1').setDataValidation({})", /don't match the method signature/],
    ["range('A1').protect().setUnprotectedRanges([])", /protected sheet/],
    ['SpreadsheetApp.newDataValidation().build()', /needs a rule/],
  ])('%s is refused', (body, message) => {
    expect(errorOf(body)).toMatch(message)
  })
})

describe('an empty tab', () => {
  it('has Google’s defaults', () => {
    const body = `
      const a1 = range('A1')
      return [sheet.getDataRange().getA1Notation(), sheet.getDataRange().getValues(), sheet.getLastRow(),
        sheet.getLastColumn(), sheet.getMaxRows(), sheet.getMaxColumns(), a1.getValue(), a1.getFormula(),
        a1.getFormulaR1C1(), a1.getNote(), a1.getBackground(), a1.getFontColor(), a1.getFontSize(),
        a1.getFontWeight(), a1.getFontStyle(), a1.getHorizontalAlignment(), a1.getVerticalAlignment(),
        a1.getNumberFormat(), a1.getWrap(), String(a1.getWrapStrategy()), a1.isBlank(), a1.isPartOfMerge(),
        a1.getDataValidation(), sheet.getColumnWidth(1), sheet.getRowHeight(1), sheet.getTabColor()]`
    expect(valueOf(body)).toEqual([
      ...['A1', [['']], 0, 0, 1000, 26, '', '', '', '', '#ffffff', '#000000', 10, 'normal', 'normal'],
      ...['general', 'bottom', '0.###############', true, 'OVERFLOW', true, false, null, 100, 21, null],
    ])
  })

  it('is not made larger by notes and looks', () => {
    expect(valueOf("range('C3').setNote('n').setBackground('red'); return sheet.getLastRow()")).toBe(0)
  })
})

describe('formulas', () => {
  it('are copied over a range, relative references moving', () => {
    const body = "range('C3:D4').setFormula('=A1+$A$1'); return range('C3:D4').getFormulas()"
    expect(valueOf(body)).toEqual([
      ['=A1+$A$1', '=B1+$A$1'],
      ['=A2+$A$1', '=B2+$A$1'],
    ])
  })

  it.each([
    ["setFormula('SUM(B1)')", '=SUM(B1)', '=SUM(R[0]C[1])'],
    ["setFormulaR1C1('=R[1]C')", '=A2', '=R[1]C[0]'],
    ["setFormulaR1C1('=R1C1+R[2]C[1]')", '=$A$1+B3', '=R1C1+R[2]C[1]'],
    ["setFormula('=B1').setFormula('')", '', ''],
    ["setFormula('=B1').setValue(3)", '', ''],
  ])('%s', (call, a1, r1c1) => {
    expect(valueOf(`const r = range('A1').${call}; return [r.getFormula(), r.getFormulaR1C1()]`)).toEqual([a1, r1c1])
  })

  it('are recalculated before the next read', () => {
    const body =
      "range('B1').setValue(5); const one = range('A1').getValue(); range('B1').clearContent(); return [one, range('A1').getValue()]"
    expect(valueOf(body, bookOf({ A1: '=SUM(B1:B3)', B2: 1 }))).toEqual([6, 1])
  })

  it('follow inserted and deleted lines and renamed tabs', () => {
    const body = `
      sheet.insertRowsBefore(2, 2)
      sheet.insertColumnAfter(1)
      sheet.setName('改名')
      const moved = range('A1').getFormula()
      range('C4').setValue(40)
      const value = range('A1').getValue()
      sheet.deleteRow(4)
      return [moved, value, range('A1').getFormula(), range('A1').getValue()]`
    expect(valueOf(body, bookOf({ A1: '=B2*2', B2: 3 }))).toEqual(['=C4*2', 80, '=#REF!*2', '#REF!'])
  })
})

describe('ranges in words', () => {
  it.each([
    ['a2:$b$4', 'A2:B4'],
    ['B4:A2', 'A2:B4'],
    ['A:C', 'A:C'],
    ['2:3', '2:3'],
    ["'Sheet1'!C5", 'C5'],
    ['R5C3', 'C5'],
    ['r10c5:r1c2', 'B1:E10'],
    ['AA1:AB2', 'AA1:AB2'],
    ['block', 'B2:C3'],
  ])('%s is %s', (words, notation) => {
    const body = `sheet.insertColumns(1, 5); book.setNamedRange('block', range('B2:C3')); return range(${JSON.stringify(words)}).getA1Notation()`
    expect(valueOf(body)).toBe(notation)
  })

  it('know their corners', () => {
    const body = `const r = range('B2:D5'); return [r.getRow(), r.getColumn(), r.getNumRows(), r.getNumColumns(),
      r.getLastRow(), r.getLastColumn(), r.getCell(2, 3).getA1Notation(), r.offset(1, 1).getA1Notation(),
      r.offset(1, 1, 1).getA1Notation(), r.offset(0, 0, 1, 1).getA1Notation(), r.getSheet().getName(),
      String(r), String(sheet), String(book)]`
    expect(valueOf(body)).toEqual([
      ...[2, 2, 4, 3, 5, 4, 'D3', 'C3:E6', 'C3:E3', 'B2', 'Sheet1', 'Range', 'Sheet', 'Spreadsheet'],
    ])
  })
})
