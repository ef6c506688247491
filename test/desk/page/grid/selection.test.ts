import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Merges } from '../../../../src/desk/page/view/grid/merges'
import type { Spot } from '../../../../src/desk/page/view/grid/merges'
import * as selecting from '../../../../src/desk/page/view/grid/selection'
import type { Direction, Ground } from '../../../../src/desk/page/view/grid/selection'
import { runs } from '../../../support/runs'

/**
 * Six rows, five columns. B2:C3 is merged, row 5 and column D are hidden. Filled: A1, A2, A4, B2. Open: E2, A3, E6.
 */
const open = ['2,5', '3,1', '6,5']
const filled = ['1,1', '2,1', '4,1', '2,2']
const merges = new Merges([{ row: 2, column: 2, rows: 2, columns: 2 }])
const ground: Ground = {
  merges,
  rowCount: 6,
  columnCount: 5,
  isRowHidden: (row) => row === 5,
  isColumnHidden: (column) => column === 4,
  isFilled: (row, column) => {
    const area = merges.areaAt({ row, column })
    return filled.includes(`${area.row},${area.column}`)
  },
  isOpen: (row, column) => open.includes(`${row},${column}`),
}
const spot = (row: number, column: number): Spot => ({ row, column })
const up: Direction = [-1, 0]
const down: Direction = [1, 0]
const left: Direction = [0, -1]
const right: Direction = [0, 1]

describe('a step', () => {
  it.each([
    ['over a merge, in the row of the way', spot(3, 1), right, spot(3, 2)],
    ['out of a merge, in the row of the way', spot(3, 2), right, spot(3, 5)],
    ['out of a merge downwards', spot(2, 3), down, spot(4, 3)],
    ['over a hidden row', spot(4, 1), down, spot(6, 1)],
    ['over a hidden column, backwards', spot(1, 5), left, spot(1, 3)],
    ['at the edge: nowhere', spot(1, 1), up, spot(1, 1)],
  ])('%s', (_, from, direction, expected) => {
    expect(selecting.step(ground, from, direction)).toEqual(expected)
  })

  it('never leaves the tab, nor ends on what is hidden', () => {
    const place = fc.record({ row: fc.constantFrom(1, 2, 3, 4, 6), column: fc.constantFrom(1, 2, 3, 5) })
    const ways = fc.array(fc.constantFrom(up, down, left, right), { maxLength: 20 })
    fc.assert(
      fc.property(place, ways, (start, way) => {
        const end = way.reduce<Spot>((at, direction) => selecting.step(ground, at, direction), start)
        expect([end.row >= 1 && end.row <= 6, end.row !== 5, end.column >= 1 && end.column <= 5]).toEqual([
          true,
          true,
          true,
        ])
      }),
      runs(200),
    )
  })
})

describe('a jump', () => {
  it.each([
    ['to the end of the filled cells', spot(1, 1), down, spot(2, 1)],
    ['to the next filled cell', spot(2, 1), down, spot(4, 1)],
    ['to the edge where nothing follows', spot(4, 1), down, spot(6, 1)],
  ])('%s', (_, from, direction, expected) => {
    const cursor = selecting.at(ground, from)
    expect(selecting.moved(ground, cursor, direction, true, false).active).toEqual(expected)
  })
})

describe('a selection', () => {
  it('holds merges whole', () => {
    const cursor = selecting.at(ground, spot(3, 1), spot(3, 2))
    expect(cursor.area).toEqual({ row: 2, column: 1, rows: 2, columns: 3 })
  })

  it('is extended from its active cell, which stays', () => {
    const cursor = selecting.moved(ground, selecting.at(ground, spot(1, 1)), down, false, true)
    expect(cursor).toEqual({ active: spot(1, 1), head: spot(2, 1), area: { row: 1, column: 1, rows: 2, columns: 1 } })
  })

  it('is gone round by rows and by columns, hidden and covered cells left out', () => {
    let cursor = selecting.at(ground, spot(1, 1), spot(3, 5))
    const visited = Array.from({ length: 9 }, () => {
      cursor = selecting.cycled(ground, cursor, false, false)
      return `${cursor.active.row},${cursor.active.column}`
    })
    expect(visited).toEqual(['1,2', '1,3', '1,5', '2,1', '2,2', '2,5', '3,1', '3,5', '1,1'])
    expect(selecting.cycled(ground, selecting.at(ground, spot(1, 1), spot(2, 1)), true, true).active).toEqual(
      spot(2, 1),
    )
  })
})

describe('the next cell to fill', () => {
  it('comes in reading order, round the end, and back', () => {
    expect(selecting.nextOpen(ground, spot(1, 1), false)).toEqual(spot(2, 5))
    expect(selecting.nextOpen(ground, spot(2, 5), false)).toEqual(spot(3, 1))
    expect(selecting.nextOpen(ground, spot(6, 5), false)).toEqual(spot(2, 5))
    expect(selecting.nextOpen(ground, spot(2, 5), true)).toEqual(spot(6, 5))
    expect(selecting.nextOpen({ ...ground, isOpen: () => false }, spot(1, 1), false)).toBeNull()
  })
})
