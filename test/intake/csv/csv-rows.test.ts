import { describe, expect, it } from '@jest/globals'
import { csvRows, isCsv } from '../../../src/intake/csv/csv-rows'

describe('cells parted by commas', () => {
  it.each<[string, string, string[][]]>([
    [
      'plain ones',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'blank ones at the end',
      'a,\r\n,\r\n',
      [
        ['a', ''],
        ['', ''],
      ],
    ],
    [
      'rows of several lengths',
      'a\nb,c,d',
      [
        ['a', '', ''],
        ['b', 'c', 'd'],
      ],
    ],
    ['quoted ones', '"a,b","c ""d"""', [['a,b', 'c "d"']]],
    [
      'a quoted one of two lines',
      '"a\nb",c\n1,2',
      [
        ['a\nb', 'c'],
        ['1', '2'],
      ],
    ],
    [
      'a quotation mark that never closes',
      'a,"b\n1,2',
      [
        ['a', '"b'],
        ['1', '2'],
      ],
    ],
    ['a quotation mark within', 'a 5" b,c', [['a 5" b', 'c']]],
    ['tabs', '"规章"\t1,2\t3', [['规章', '1,2', '3']]],
    ['semicolons', 'a;b;1,5', [['a', 'b', '1,5']]],
    ['the delimiter that the first line names', 'sep=;\na,b,c;d', [['a,b,c', 'd']]],
    ['a mark of the encoding', '\ufeffa,b', [['a', 'b']]],
    ['nothing', '', []],
  ])('%s', (_, text, rows) => {
    expect(csvRows(text)).toEqual(rows)
  })

  it('are refused where they are too many', () => {
    expect(() => csvRows(`${','.repeat(1000)}\n`.repeat(501))).toThrow('不会是一份年度报告')
  })
})

describe('a text is a table of cells', () => {
  const row = '规章,1,2,3\n'
  it.each<[string, string, boolean]>([
    ['where eight lines have four', row.repeat(8), true],
    ['where it begins with prose', `${'总体情况\n'.repeat(8)}${row.repeat(8)}`, true],
    ['not where fewer lines have', row.repeat(7), false],
    ['not where more of it is prose', `${'总体情况\n'.repeat(9)}${row.repeat(8)}`, false],
    ['not where commas stand in prose alone', '收到申请1,234件，办结1,200件。\n'.repeat(20), false],
  ])('%s', (_, text, expected) => {
    expect(isCsv(text)).toBe(expected)
  })
})
