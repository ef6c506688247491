import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  changeLines,
  deleteSheet,
  fromR1C1,
  insertSheet,
  renameSheet,
  shiftFormula,
  toR1C1,
} from '../../../src/desk/book'
import type { Area, Book, LineChange } from '../../../src/desk/book'
import { runs } from '../../support/runs'
import { bookOf, fill, firstSheet, keyOf } from '../support/books'

const area = (row: number, column: number, rows: number, columns: number): Area => ({ row, column, rows, columns })
const insert = (axis: LineChange['axis'], at: number, count = 1): LineChange => ({ axis, kind: 'insert', at, count })
const cut = (axis: LineChange['axis'], at: number, count = 1): LineChange => ({ axis, kind: 'delete', at, count })

function formulaAfter(formula: string, change: LineChange): string | undefined {
  const book = bookOf()
  const other = insertSheet(book, '别处', 1)
  fill(other, { A1: formula })
  changeLines(book, firstSheet(book), change)
  return other.cells[keyOf('A1')]?.formula
}

describe('references of formulas', () => {
  it.each<[string, LineChange, string]>([
    ['=Sheet1!B3', insert('row', 3), '=Sheet1!B4'],
    ['=Sheet1!B3', insert('row', 4), '=Sheet1!B3'],
    ['=Sheet1!$B$3', insert('column', 1, 2), '=Sheet1!$D$3'],
    ['=SUM(Sheet1!B3:B6)', insert('row', 5), '=SUM(Sheet1!B3:B7)'],
    ['=SUM(Sheet1!B3:B6)', insert('row', 7), '=SUM(Sheet1!B3:B6)'],
    ['=SUM(Sheet1!B3:B6)', insert('row', 3), '=SUM(Sheet1!B4:B7)'],
    ['=SUM(Sheet1!B6:B3)', insert('row', 5), '=SUM(Sheet1!B7:B3)'],
    ['=SUM(Sheet1!B:B)', insert('row', 5), '=SUM(Sheet1!B:B)'],
    ['=SUM(Sheet1!B:D)', insert('column', 3), '=SUM(Sheet1!B:E)'],
    ['=SUM(Sheet1!D7:J)', cut('row', 2, 2), '=SUM(Sheet1!D5:J)'],
    ['=Sheet1!B3', cut('row', 3), '=#REF!'],
    ['=Sheet1!B3', cut('row', 2), '=Sheet1!B2'],
    ['=SUM(Sheet1!B3:B6)', cut('row', 3), '=SUM(Sheet1!B3:B5)'],
    ['=SUM(Sheet1!B3:B6)', cut('row', 5, 4), '=SUM(Sheet1!B3:B4)'],
    ['=SUM(Sheet1!B3:B6)', cut('row', 2, 2), '=SUM(Sheet1!B2:B4)'],
    ['=SUM(Sheet1!B3:B6)', cut('row', 1, 9), '=SUM(#REF!)'],
    ['=B3+Sheet1!B3 & "Sheet1!B3"', insert('row', 1), '=B3+Sheet1!B4 & "Sheet1!B3"'],
  ])('%s after %j is %s', (formula, change, expected) => {
    expect(formulaAfter(formula, change)).toBe(expected)
  })
})

function furnished(): Book {
  const book = bookOf({ B2: 5, B3: '=B2*2', D5: 'x' })
  const sheet = firstSheet(book)
  sheet.merges = [area(2, 2, 2, 2)]
  sheet.validations = [{ area: area(3, 2, 4, 1), rule: { kind: 'wholeNumber', min: 0 }, allowInvalid: true }]
  sheet.protections = [{ open: [area(3, 2, 4, 1)], description: '', warningOnly: true }]
  sheet.rowHeights = { 3: 40 }
  sheet.columnWidths = { 2: 150 }
  sheet.hiddenRows = [5]
  sheet.frozenRows = 2
  book.names = [{ name: '表', sheet: 0, area: area(2, 2, 5, 3) }]
  return book
}

describe('a tab', () => {
  it('moves everything that has a place when a row comes in', () => {
    const book = furnished()
    const sheet = firstSheet(book)
    changeLines(book, sheet, insert('row', 3))
    expect(sheet.cells).toEqual({
      [keyOf('B2')]: { value: 5 },
      [keyOf('B4')]: { formula: '=B2*2' },
      [keyOf('D6')]: { value: 'x' },
    })
    expect(sheet.merges).toEqual([area(2, 2, 3, 2)])
    expect(sheet.validations[0]?.area).toEqual(area(4, 2, 4, 1))
    expect(sheet.protections[0]?.open).toEqual([area(4, 2, 4, 1)])
    expect(sheet.rowHeights).toEqual({ 4: 40 })
    expect(sheet.hiddenRows).toEqual([6])
    expect([sheet.rows, sheet.frozenRows]).toEqual([1001, 2])
    expect(book.names[0]?.area).toEqual(area(2, 2, 6, 3))
  })

  it('loses what stood in a deleted column, and what is left moves', () => {
    const book = furnished()
    const sheet = firstSheet(book)
    changeLines(book, sheet, cut('column', 2))
    expect(sheet.cells).toEqual({ [keyOf('C5')]: { value: 'x' } })
    expect(sheet.merges).toEqual([area(2, 2, 2, 1)])
    expect(sheet.validations).toEqual([])
    expect(sheet.columnWidths).toEqual({})
    expect(book.names[0]?.area).toEqual(area(2, 2, 5, 2))
  })

  it('drops a name, a merge and a protected area that are deleted whole', () => {
    const book = furnished()
    const sheet = firstSheet(book)
    sheet.protections.push({ area: area(2, 2, 2, 2), open: [], description: '', warningOnly: false })
    changeLines(book, sheet, cut('row', 1, 8))
    expect([book.names, sheet.merges, sheet.protections.length, sheet.frozenRows]).toEqual([[], [], 1, 0])
  })

  it('freezes rows put in above the frozen ones', () => {
    const book = furnished()
    changeLines(book, firstSheet(book), insert('row', 1, 3))
    expect(firstSheet(book).frozenRows).toBe(5)
  })

  it('gives new rows the look of the row they are told', () => {
    const book = bookOf()
    const sheet = firstSheet(book)
    sheet.cells[keyOf('B2')] = { value: 1, style: { bold: true } }
    changeLines(book, sheet, insert('row', 3, 2), 2)
    expect(sheet.cells[keyOf('B4')]).toEqual({ style: { bold: true } })
  })

  it('is the same again when inserted lines are deleted', () => {
    const axis = fc.constantFrom<LineChange['axis']>('row', 'column')
    fc.assert(
      fc.property(axis, fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 4 }), (line, at, count) => {
        const book = furnished()
        const before = structuredClone(book)
        changeLines(book, firstSheet(book), insert(line, at, count))
        changeLines(book, firstSheet(book), cut(line, at, count))
        expect(book).toEqual(before)
      }),
      runs(100),
    )
  })

  it('is followed by formulas when renamed, and leaves #REF! when deleted', () => {
    const book = bookOf({ A1: "='上年'!B2+'上年'!C3:D4" })
    const other = insertSheet(book, '上年', 1)
    book.names = [{ name: '上年表', sheet: other.id, area: area(1, 1, 2, 2) }]
    renameSheet(book, other, "O'Neil")
    expect(firstSheet(book).cells[keyOf('A1')]?.formula).toBe("='O''Neil'!B2+'O''Neil'!C3:D4")
    deleteSheet(book, other)
    expect(firstSheet(book).cells[keyOf('A1')]?.formula).toBe('=#REF!+#REF!')
    expect(book.names).toEqual([])
  })
})

describe('R1C1 notation', () => {
  it.each<[string, string]>([
    ['=F6+$A$1*H8', '=R[-1]C[-1]+R1C1*R[1]C[1]'],
    ['=SUM($A$1:G$2)', '=SUM(R1C1:R2C[0])'],
    ["='三、依申请公开'!G7", "='三、依申请公开'!R[0]C[0]"],
    ['=H14 & " R1C1 "', '=R[7]C[1] & " R1C1 "'],
  ])('%s in G7 is %s', (a1, r1c1) => {
    expect(toR1C1(a1, { row: 7, column: 7 })).toBe(r1c1)
    expect(fromR1C1(r1c1, { row: 7, column: 7 })).toBe(a1)
  })

  it.each([
    ['=R[1]C', '=B11'],
    ['=RC[-1]', '=A10'],
    ['=SUM(RC3:RC[9])', '=SUM($C10:K10)'],
    ['=R[-99]C', '=#REF!'],
  ])('%s from B10 is %s', (r1c1, a1) => {
    expect(fromR1C1(r1c1, { row: 10, column: 2 })).toBe(a1)
  })

  it('moves relative references when a formula is copied', () => {
    expect(shiftFormula('=A1+$A$1', { row: 1, column: 2 }, { row: 3, column: 3 })).toBe('=B3+$A$1')
  })
})
