import { describe, expect, it } from '@jest/globals'
import { joinedTable } from '../../../src/intake/drawn/join-tables'
import type { Table } from '../../../src/intake/drawn/tables'

function tableOf(page: number, cut: { above?: boolean; below?: boolean }, ...rows: string[][]): Table {
  return {
    page,
    left: 60,
    right: 500,
    top: 100,
    bottom: 200,
    rows: rows.map((texts) => ({
      cells: texts.map((text, i) => ({ text, isCovered: false, left: 60 + i * 100, right: 160 + i * 100 })),
      isCutAbove: cut.above === true,
      isCutBelow: cut.below === true,
    })),
  }
}

const shown = (table: Table | undefined) =>
  table?.rows.map(({ cells }) => cells.map(({ text, doubt }) => (doubt ? `${text} ${doubt}` : text)))

describe('a table that the end of a page cuts', () => {
  it('goes on with the figures of the row whose label is above', () => {
    const joined = joinedTable(
      tableOf(1, { below: true }, ['规章', '', '']),
      tableOf(2, { above: true }, ['', '1', '2']),
    )
    expect(shown(joined)).toEqual([['规章', '1', '2']])
  })

  it('keeps a row without figures where the page does not cut it', () => {
    const joined = joinedTable(tableOf(1, {}, ['规章', '', '']), tableOf(2, {}, ['', '1', '2']))
    expect(shown(joined)).toEqual([
      ['规章', '', ''],
      ['', '1', '2'],
    ])
  })

  it.each([{}, { below: true }])('doubts a figure that may go on in the row below: %j', (cut) => {
    const joined = joinedTable(tableOf(1, cut, ['规章', '12', '3']), tableOf(2, {}, ['', '34', '']))
    expect(shown(joined)).toEqual([
      ['规章', '12 stacked', '3'],
      ['', '34 stacked', ''],
    ])
  })

  it('doubts nothing where the row below has a label of its own', () => {
    const joined = joinedTable(tableOf(1, {}, ['规章', '12', '3']), tableOf(2, {}, ['行政规范性文件', '34', '5']))
    expect(shown(joined)).toEqual([
      ['规章', '12', '3'],
      ['行政规范性文件', '34', '5'],
    ])
  })
})
