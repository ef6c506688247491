import { BooleanNumber, CellValueType, WrapStrategy } from '@univerjs/core'
import { describe, expect, it } from '@jest/globals'
import { snapshotOf } from '../../../src/desk/page/view/univer/snapshot'
import { bookOf, firstSheet } from '../support/books'

describe('snapshotOf', () => {
  const book = bookOf({ A1: 8, B2: '合计', C3: true, D4: '=A1*2' })
  const sheet = firstSheet(book)
  sheet.cells['5,5'] = { value: { date: 45_000 }, style: { background: '#FFF8DC', wrap: true, border: true } }
  sheet.merges = [{ row: 2, column: 2, rows: 1, columns: 3 }]
  sheet.columnWidths = { 2: 240 }
  sheet.hiddenColumns = [3]
  sheet.rowHeights = { 2: 40 }
  sheet.frozenRows = 2
  const shown = snapshotOf(book, 'b').sheets['0']

  it('has every cell with its value, kind and formula', () => {
    expect(shown?.cellData?.[0]?.[0]).toMatchObject({ v: 8, t: CellValueType.NUMBER, f: null })
    expect(shown?.cellData?.[1]?.[1]).toMatchObject({ v: '合计', t: CellValueType.STRING })
    expect(shown?.cellData?.[2]?.[2]).toMatchObject({ v: 1, t: CellValueType.BOOLEAN })
    expect(shown?.cellData?.[3]?.[3]).toMatchObject({ f: '=A1*2' })
    const { v, s } = shown?.cellData?.[4]?.[4] ?? {}
    expect(v).toBe(45_000)
    expect(s).toMatchObject({ bg: { rgb: '#FFF8DC' }, tb: WrapStrategy.WRAP, n: { pattern: 'yyyy/m/d' } })
  })

  it('has merges, sizes, hidden columns and frozen rows, counted from 0', () => {
    expect(shown?.mergeData).toEqual([{ startRow: 1, startColumn: 1, endRow: 1, endColumn: 3 }])
    expect(shown?.columnData).toEqual({ 1: { w: 240 }, 2: { hd: BooleanNumber.TRUE } })
    expect(shown?.rowData).toEqual({ 1: { h: 40, ia: BooleanNumber.FALSE } })
    expect(shown?.freeze).toEqual({ xSplit: 0, ySplit: 2, startRow: 2, startColumn: -1 })
  })
})
