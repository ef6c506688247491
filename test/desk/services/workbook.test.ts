import { describe, expect, it } from '@jest/globals'
import { valueOf } from '../support/scripts'

describe('looks', () => {
  it.each<[string, string, unknown]>([
    ["setBackground('#ABC')", 'getBackground', '#aabbcc'],
    ["setBackground('RebeccaPurple')", 'getBackground', '#663399'],
    ["setBackground('red').setBackground(null)", 'getBackground', '#ffffff'],
    ["setFontColor('blue')", 'getFontColor', '#0000ff'],
    ["setFontWeight('bold')", 'getFontWeight', 'bold'],
    ["setFontWeight('bold').setFontWeight(null)", 'getFontWeight', 'normal'],
    ["setFontStyle('italic')", 'getFontStyle', 'italic'],
    ['setFontSize(14)', 'getFontSize', 14],
    ["setFontFamily('FangSong')", 'getFontFamily', 'FangSong'],
    ["setHorizontalAlignment('center')", 'getHorizontalAlignment', 'center'],
    ["setHorizontalAlignment('center').setHorizontalAlignment(null)", 'getHorizontalAlignment', 'general'],
    ["setVerticalAlignment('middle')", 'getVerticalAlignment', 'middle'],
    ['setWrap(true)', 'getWrap', true],
    ['setWrap(false)', 'getWrap', false],
    ['setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP)', 'getWrap', true],
    ['setWrapStrategy(SpreadsheetApp.WrapStrategy.OVERFLOW)', 'getWrap', false],
    ["setNumberFormat('#,##0')", 'getNumberFormat', '#,##0'],
    ["setNumberFormat('0').setNumberFormat('general')", 'getNumberFormat', '0.###############'],
    ["setBackground('red').clearFormat()", 'getBackground', '#ffffff'],
  ])('%s, then %s', (call, getter, expected) => {
    expect(valueOf(`return range('B2').${call}.${getter}()`)).toEqual(expected)
  })

  it('are set cell by cell', () => {
    const body =
      "return range('A1:B1').setBackgrounds([['#000', null]]).setFontWeights([['bold', null]]).getBackgrounds()"
    expect(valueOf(body)).toEqual([['#000000', '#ffffff']])
  })
})

describe('clearing', () => {
  it.each([
    ["range('A1').clear()", ['', '#ffffff', 'n', true]],
    ["range('A1').clearContent()", ['', '#ff0000', 'n', true]],
    ["range('A1').clear({ commentsOnly: true })", [5, '#ff0000', '', true]],
    ["range('A1').clear({ formatOnly: true })", [5, '#ffffff', 'n', true]],
    ["range('A1').clear({ validationsOnly: true })", [5, '#ff0000', 'n', false]],
    ['sheet.clear()', ['', '#ffffff', 'n', true]],
    ['sheet.clearContents()', ['', '#ff0000', 'n', true]],
    ['sheet.clearFormats()', [5, '#ffffff', 'n', true]],
    ['sheet.clearNotes()', [5, '#ff0000', '', true]],
  ])('%s leaves %p', (call, left) => {
    const body = `
      const rule = SpreadsheetApp.newDataValidation().requireNumberGreaterThanOrEqualTo(0).build()
      range('A1').setValue(5).setBackground('red').setNote('n').setDataValidation(rule)
      ${call}
      const a1 = range('A1')
      return [a1.getValue(), a1.getBackground(), a1.getNote(), a1.getDataValidation() !== null]`
    expect(valueOf(body)).toEqual(left)
  })
})

describe('merges', () => {
  it.each([
    ["range('A1:B2').merge()", ['A1:B2']],
    ["range('A1:C2').mergeAcross()", ['A1:C1', 'A2:C2']],
    ["range('A1:B3').mergeVertically()", ['A1:A3', 'B1:B3']],
    ["range('A1:B2').merge(); range('A1:C3').merge()", ['A1:C3']],
    ["range('A1:B2').merge(); range('A1:C3').breakApart()", []],
    ["range('A1').merge()", []],
  ])('%s', (call, merged) => {
    const body = `${call}; return range('A1:D9').getMergedRanges().map((r) => r.getA1Notation())`
    expect(valueOf(body)).toEqual(merged)
  })

  it('keep the first cell only, and nothing that is written beside it', () => {
    const body = `
      range('A1:B1').setValues([[1, 2]]).merge()
      range('B1').setValue(3)
      return [range('A1:B1').getValues(), range('B1').isPartOfMerge(), range('C1').isPartOfMerge()]`
    expect(valueOf(body)).toEqual([[[1, '']], true, false])
  })
})

describe('tabs', () => {
  it('stand where they are put, and the new one is active', () => {
    const body = `
      book.insertSheet('s1'); book.insertSheet('s2'); book.insertSheet('s3', 1); book.insertSheet('s4', 0)
      book.insertSheet()
      const names = book.getSheets().map((s) => s.getName() + s.getIndex())
      return [names, book.getActiveSheet().getName(), book.getSheetByName('none'), book.getNumSheets(),
        book.getSheetById(sheet.getSheetId()).getName()]`
    const names = ['s41', 'Sheet62', 'Sheet13', 's34', 's15', 's26']
    expect(valueOf(body)).toEqual([names, 'Sheet6', null, 6, 'Sheet1'])
  })

  it('move, rename and go', () => {
    const body = `
      const two = book.insertSheet('二', 1)
      book.moveActiveSheet(1)
      two.setName('贰')
      const before = book.getSheets().map((s) => s.getName())
      book.deleteSheet(two)
      return [before, book.getSheets().length, book.getActiveSheet().getName()]`
    expect(valueOf(body)).toEqual([['贰', 'Sheet1'], 1, 'Sheet1'])
  })

  it('grow by appended rows', () => {
    const body = `
      sheet.deleteRows(3, 998)
      for (const text of ['a', 'b', 'c']) sheet.appendRow([text, 1])
      return [sheet.getLastRow(), sheet.getMaxRows(), range('A3').getValue()]`
    expect(valueOf(body)).toEqual([3, 3, 'c'])
  })

  it('keep sizes, frozen and hidden lines', () => {
    const body = `
      sheet.setColumnWidths(2, 3, 200).setRowHeight(3, 31).setTabColor('#ff0000').setHiddenGridlines(true)
      sheet.setFrozenRows(2); sheet.setFrozenColumns(1); sheet.hideRows(4, 2); sheet.hideColumns(9)
      sheet.showRows(5)
      return [sheet.getColumnWidth(4), sheet.getColumnWidth(5), sheet.getRowHeight(3), sheet.getTabColor(),
        sheet.hasHiddenGridlines(), sheet.getFrozenRows(), sheet.getFrozenColumns(), sheet.isRowHiddenByUser(4),
        sheet.isRowHiddenByUser(5), sheet.isColumnHiddenByUser(9), sheet.isSheetHidden()]`
    expect(valueOf(body)).toEqual([200, 100, 31, '#ff0000', true, 2, 1, true, false, true, false])
  })
})

describe('names', () => {
  it('are found regardless of case, moved and removed', () => {
    const body = `
      book.setNamedRange('表三', range('B2:C3'))
      book.setNamedRange('Other', range('A1'))
      book.setNamedRange('OTHER', range('A2'))
      const [first] = book.getNamedRanges()
      first.setRange(range('D4'))
      sheet.insertRowBefore(1)
      const list = book.getNamedRanges().map((n) => n.getName() + n.getRange().getA1Notation())
      first.remove()
      return [list, book.getRangeByName('other').getA1Notation(), book.getRangeByName('表三'), sheet.getNamedRanges().length]`
    expect(valueOf(body)).toEqual([['表三D5', 'OTHERA3'], 'A3', null, 1])
  })
})

describe('protections', () => {
  it('of a tab is one, with open ranges', () => {
    const body = `
      sheet.protect().setDescription('总计').setUnprotectedRanges([range('B2:B3'), range('D4')]).setWarningOnly(true)
      const [one, ...others] = book.getProtections(SpreadsheetApp.ProtectionType.SHEET)
      sheet.protect()
      return [one.getDescription(), one.getUnprotectedRanges().map((r) => r.getA1Notation()), one.isWarningOnly(),
        String(one.getProtectionType()), one.getRange().getA1Notation(), one.getEditors().length, others.length,
        sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length, one.canEdit(), one.canDomainEdit()]`
    expect(valueOf(body)).toEqual(['总计', ['B2:B3', 'D4'], true, 'SHEET', '', 0, 0, 1, true, false])
  })

  it('of ranges are many', () => {
    const body = `
      const one = range('A1:D5').protect().setDescription('a')
      range('A1:D5').protect().remove()
      one.setRange(range('B2:E6'))
      const list = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)
      return [list.length, list[0].getRange().getA1Notation(), list[0].getEditors().map((u) => u.getEmail())]`
    expect(valueOf(body)).toEqual([1, 'B2:E6', ['li@example.cn']])
  })
})

describe('data validation', () => {
  it.each([
    ['requireNumberGreaterThanOrEqualTo(0)', ['NUMBER_GREATER_THAN_OR_EQUAL_TO', [0]]],
    ["requireValueInList(['是', '否'])", ['VALUE_IN_LIST', [['是', '否'], true]]],
    ["requireFormulaSatisfied('=A1>0')", ['CUSTOM_FORMULA', ['=A1>0']]],
  ])('%s', (rule, expected) => {
    const body = `
      const rule = SpreadsheetApp.newDataValidation().${rule}.setAllowInvalid(false).setHelpText('提示').build()
      range('B2:C3').setDataValidation(rule)
      const read = range('C3').getDataValidation()
      return [String(read.getCriteriaType()), read.getCriteriaValues(), read.getAllowInvalid(), read.getHelpText()]`
    expect(valueOf(body)).toEqual([...expected, false, '提示'])
  })

  it('starts with nothing, and allows what is invalid', () => {
    const body = `const b = SpreadsheetApp.newDataValidation();
      return [b.getCriteriaType(), b.getCriteriaValues(), b.getAllowInvalid(), b.getHelpText(), String(b)]`
    expect(valueOf(body)).toEqual([null, [], true, null, 'DataValidationBuilder'])
  })

  it('is cut out where it is set anew or cleared', () => {
    const body = `
      const rule = (n) => SpreadsheetApp.newDataValidation().requireNumberGreaterThanOrEqualTo(n).build()
      range('A1:C3').setDataValidation(rule(1))
      range('B2').setDataValidation(rule(2))
      range('C3').clearDataValidations()
      return range('A1:C3').getDataValidations().map((row) => row.map((v) => v && v.getCriteriaValues()[0]))`
    expect(valueOf(body)).toEqual([
      [1, 1, 1],
      [1, 2, 1],
      [1, 1, null],
    ])
  })
})

describe('a range list', () => {
  it('writes to all its ranges in one call', () => {
    const body = `
      const list = sheet.getRangeList(['A1', 'b2:c2'])
      const same = list.setValue(7).setBackground('#ff0000').setNote('n') === list
      return [same, range('A1:C2').getValues(), list.getRanges().map((r) => r.getA1Notation())]`
    expect(valueOf(body)).toEqual([
      true,
      [
        [7, '', ''],
        ['', 7, 7],
      ],
      ['A1', 'B2:C2'],
    ])
  })

  it('gives each cell its own formula from one in R1C1', () => {
    const body =
      "sheet.getRangeList(['C1', 'C3']).setFormulaR1C1('=SUM(RC[-2]:RC[-1])'); return range('C1:C3').getFormulas()"
    expect(valueOf(body)).toEqual([['=SUM(A1:B1)'], [''], ['=SUM(A3:B3)']])
  })
})
