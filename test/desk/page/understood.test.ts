import { beforeEach, describe, expect, it } from '@jest/globals'
import type { Cell, UnderstoodText } from '../../../src/desk/protocol'
import { Understood } from '../../../src/desk/page/desk/understood'
import type { UnderstoodLine } from '../../../src/desk/page/desk/understood'
import type { TypedEdit } from '../../../src/desk/page/view/view'

const cells = new Map<string, Cell>()
let lines: UnderstoodLine[] = []
let typed: TypedEdit[] = []
let seq = 0
let understood: Understood

beforeEach(() => {
  cells.clear()
  lines = []
  typed = []
  seq = 5
  understood = new Understood({
    shown: {
      cell: (sheet, row, column) => cells.get(`${sheet} ${row} ${column}`),
      get seq() {
        return seq
      },
    },
    show: (line) => {
      lines.push(line)
      return () => (lines = lines.filter((one) => one !== line))
    },
    nameOf: ({ row, column }) => `R${row}C${column}`,
    type: (edit) => typed.push(edit),
    focus: () => undefined,
  })
})

const at = (row: number, text: string, value: number, isWritten = false): UnderstoodText => {
  cells.set(`1 ${row} 4`, { value: isWritten ? value : text })
  return { sheet: 1, row, column: 4, typed: text, value, isWritten }
}

const texts = () => lines.map(({ text, caption }) => `${text} [${caption}]`)

describe('an offered number', () => {
  it('stays until its cell changes, and goes with an undo', () => {
    understood.tell([at(7, '12件', 12)], 5)
    expect(lines.map(({ seconds }) => seconds)).toEqual([undefined])
    understood.changed()
    expect(texts()).toEqual(['R7C4：“12件”按原样保留，不计入合计；其中的数是 12 [改为 12]'])
    cells.delete('1 7 4')
    understood.changed()
    expect(texts()).toEqual([])
  })

  it('is not said to be gone before the page has the change that wrote it', () => {
    understood.tell([at(7, '12件', 12)], 6)
    cells.delete('1 7 4')
    understood.changed()
    expect(texts()).toHaveLength(1)
    seq = 6
    understood.changed()
    expect(texts()).toEqual([])
  })

  it('stands in one line with those before, each cell once, and is taken for all that still stand', () => {
    understood.tell([at(7, '12件', 12)], 5)
    understood.tell([at(8, '3份', 3)], 5)
    understood.tell([at(7, '13件', 13)], 5)
    const all = '2 格带有文字，按原样保留，不计入合计；其中的数是：R8C4“3份”→ 3，R7C4“13件”→ 13 [全部改为数字]'
    expect(texts()).toEqual([all])
    cells.set('1 8 4', { value: 9 })
    lines[0]?.press()
    expect([texts(), typed]).toEqual([[], [{ blocks: [{ sheet: 1, row: 7, column: 4, values: [[13]] }], base: 5 }]])
  })

  it('that was closed is not offered again with the next one', () => {
    understood.tell([at(7, '12件', 12)], 5)
    lines[0]?.closed()
    lines = []
    understood.tell([at(8, '3份', 3)], 5)
    expect(texts()).toEqual(['R8C4：“3份”按原样保留，不计入合计；其中的数是 3 [改为 3]'])
  })
})

describe('a number that was written', () => {
  it('is put back as it was typed, as text, and named so', () => {
    understood.tell([at(7, '１２', 12, true), at(8, '３', 3, true)], 5)
    expect(texts()).toEqual(['2 格记为数字：R7C4“１２”→ 12，R8C4“３”→ 3 [全部恢复原样]'])
    lines[0]?.press()
    const blocks = [
      { sheet: 1, row: 7, column: 4, values: [["'１２"]] },
      { sheet: 1, row: 8, column: 4, values: [["'３"]] },
    ]
    expect(typed).toEqual([{ blocks, base: 5, isRestored: true }])
  })

  it('goes by itself, and with its cell', () => {
    understood.tell([at(7, '１２', 12, true)], 5)
    expect(lines.map(({ seconds }) => seconds)).toEqual([15])
    cells.set('1 7 4', { value: 13 })
    understood.changed()
    expect(texts()).toEqual([])
  })

  it('names three of many', () => {
    understood.tell(
      [1, 2, 3, 4].map((value) => at(value, `${value} `, value, true)),
      5,
    )
    expect(texts()).toEqual(['4 格记为数字：R1C4“1 ”→ 1，R2C4“2 ”→ 2，R3C4“3 ”→ 3 等 [全部恢复原样]'])
  })

  it('is put back in edits that the server takes, 200 blocks each', () => {
    understood.tell(
      Array.from({ length: 201 }, (_, row) => at(row + 1, `${row} `, row, true)),
      5,
    )
    lines[0]?.press()
    expect(typed.map(({ blocks }) => blocks.length)).toEqual([200, 1])
  })
})
