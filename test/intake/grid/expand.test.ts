import { describe, expect, it } from '@jest/globals'
import { expanded, type GridCell } from '../../../src/intake/grid/expand'

/** `a`, `a>2` spans two columns, `av3` three rows, `a>2v3` both; `^` is covered. */
function cell(written: string): GridCell {
  const [, text = '', columns = '1', rows = '1'] = /^([^>v]*)(?:>(\d+))?(?:v(\d+))?$/.exec(written) ?? []
  return { text: text === '^' ? '' : text, columnSpan: Number(columns), rowSpan: Number(rows), isCovered: text === '^' }
}

const rows = (table: string): GridCell[][] => table.split(' / ').map((row) => row.split('|').map(cell))

const cases: [string, string, string][] = [
  ['no spans', 'a|b / c|d', 'a|b / c|d'],
  ['a row span', 'av2|b / d', 'a|b / |d'],
  ['a column span', 'a>2|b / c|d|e', 'a||b / c|d|e'],
  ['both', 'a>2v2|b / c / d|e|f', 'a||b / ||c / d|e|f'],
  ['a row span beyond the table', 'av9|b / c', 'a|b / |c'],
  ['spans that overlap', 'a|bv2|c / d>2|e / f|g|h|i', 'a|b|c / d||e / f|g|h|i'],
  ['a row covered whole', 'av2|bv2 / c|d', 'a|b / ||c|d'],
  ['blanks printed where a span covers', 'x>2|1 / av3|b|1 / |c|2 / |d|3 / y>2|4', 'x||1 / a|b|1 / |c|2 / |d|3 / y||4'],
  ['a figure too many, which stays', 'x>2|1 / av2|b|1 / c|2|3 / y>2|4', 'x||1 / a|b|1 / |c|2|3 / y||4'],
  ['a row a cell short, which stays so', 'a|b|c / d|e', 'a|b|c / d|e'],
  ['a column of no width', 'a>2|b>3 / c|d>2|e|f / g|h>2|i|j', 'a|b|| / c|d|e|f / g|h|i|j'],
  ['a span in every row', 'a>3|b / c>3|d', 'a|b / c|d'],
  ['continued merges', 'a|b / ^|c / ^|d', 'a|b / |c / |d'],
]

describe('rows of cells as rows of columns', () => {
  it.each(cases)('%s', (_, table, expected) => {
    expect(expanded(rows(table)).map((row) => row.join('|'))).toEqual(expected.split(' / '))
  })

  it('clamps huge spans', () => {
    expect(expanded(rows('a>100000v100000|b / c'))).toEqual([
      ['a', 'b'],
      ['', 'c'],
    ])
  })

  it('refuses more columns than any report has in all', () => {
    const wide = Array.from({ length: 500 }, () => cell('av65534'))
    const table = [wide, ...Array.from({ length: 5000 }, () => [cell('x')])]
    expect(() => expanded(table)).toThrow('文件的内容太多')
  })
})
