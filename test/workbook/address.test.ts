import { describe, expect, it } from '@jest/globals'
import {
  areaA1,
  columnLetters,
  firstCellOf,
  formatReference,
  parseArea,
  parseReference,
  sheetArea,
} from '../../src/workbook'

describe('A1 notation', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [18278, 'ZZZ'],
  ])('names column %d %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters)
    expect(firstCellOf(`${letters.toLowerCase()}1`)).toEqual({ row: 1, column })
  })

  it.each([
    [{ row: 7, column: 4, rows: 1, columns: 1 }, 'D7', "'甲''乙'!$D$7"],
    [{ row: 7, column: 4, rows: 2, columns: 1 }, 'D7:D8', "'甲''乙'!$D$7:$D$8"],
    [{ row: 7, column: 4, rows: 25, columns: 7 }, 'D7:J31', "'甲''乙'!$D$7:$J$31"],
  ])('writes and reads areas: %j', (area, plain, absolute) => {
    expect([areaA1(area), sheetArea("甲'乙", area)]).toEqual([plain, absolute])
    expect(parseArea(plain)).toEqual({ sheet: null, area })
    expect(parseArea(absolute)).toEqual({ sheet: "甲'乙", area })
  })

  it.each(['A1', '$A1:B$2', 'A:C', '2:$3', 'D7:J', 'D7:9', 'Sheet_1!A1', "'三、依申请公开'!$D$7:$J$31", "'A1'!A1"])(
    'writes %s as it was read',
    (text) => {
      const reference = parseReference(text)
      expect(reference && formatReference(reference)).toBe(text)
    },
  )

  it.each(['', 'A', '1', 'A0', 'A1:B0', 'ABCD1', 'A1:B2:C3', '!A1', '甲'])('takes %j for no reference', (text) => {
    expect([parseReference(text), parseArea(text), firstCellOf(text)]).toEqual([null, null, null])
  })

  it.each([
    ['D7:J31', { row: 7, column: 4 }],
    ["'上年数据'!$B$5", { row: 5, column: 2 }],
    ['D7:J', { row: 7, column: 4 }],
    ['A:C', null],
    ['2:3', null],
  ])('finds the first cell of %s', (text, cell) => {
    expect(firstCellOf(text)).toEqual(cell)
  })
})
