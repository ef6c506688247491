import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { openBlocks } from '../../../src/desk/page/view/blocks'
import { readTableText, writeTableText } from '../../../src/desk/page/view/table-text'
import { runs } from '../../support/runs'
import { bookOf, firstSheet } from '../support/books'

describe('text of a range', () => {
  it.each([
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['8', [['8']]],
    [
      '"a\nb"\t"say ""x"""\nc\t',
      [
        ['a\nb', 'say "x"'],
        ['c', ''],
      ],
    ],
    ['"open', [['"open']]],
    ['1\t\t3', [['1', '', '3']]],
  ])('%j', (text, rows) => {
    expect(readTableText(text)).toEqual(rows)
  })

  it('is read as it was written', () => {
    const cell = fc.string().map((text) => text.replaceAll('\r', ''))
    const rows = fc
      .integer({ min: 1, max: 5 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
      )
    // A last line that is empty cannot be told from the line end that Excel adds.
    const told = rows.filter((lines) => lines.at(-1)?.join('') !== '' || lines.at(-1)?.length !== 1)
    fc.assert(
      fc.property(told, (lines) => expect(readTableText(writeTableText(lines))).toEqual(lines)),
      runs(100),
    )
  })
})

describe('openBlocks', () => {
  const sheet = () => {
    const one = firstSheet(bookOf({ C1: '=A1+B1', C2: 5 }))
    const open = [
      { row: 1, column: 1, rows: 2, columns: 2 },
      { row: 4, column: 1, rows: 1, columns: 2 },
    ]
    one.protections = [{ open, description: '合计', warningOnly: true }]
    return one
  }
  const line = ['1', '2', '3']

  it('writes open cells in as few blocks as it can, and counts the others', () => {
    expect(openBlocks(sheet(), 1, 1, [line, line, line, line])).toEqual({
      blocks: [
        {
          sheet: 0,
          row: 1,
          column: 1,
          values: [
            ['1', '2'],
            ['1', '2'],
          ],
        },
        { sheet: 0, row: 4, column: 1, values: [['1', '2']] },
      ],
      skipped: 6,
      reason: '合计',
    })
  })

  it('does not count a locked cell that holds the value already, nor cells beyond the tab', () => {
    expect(openBlocks(sheet(), 2, 1, [['1', '2', '5']]).skipped).toBe(0)
    const { rows, columns } = sheet()
    expect(openBlocks({ ...sheet(), protections: [] }, rows, columns, [line, line]).blocks).toEqual([
      { sheet: 0, row: rows, column: columns, values: [['1']] },
    ])
  })
})
