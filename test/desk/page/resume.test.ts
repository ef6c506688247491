import { expect, it } from '@jest/globals'
import { cellsOf } from '../../../src/desk/page/desk/resume'

const nameOf = ({ row, column }: { row: number; column: number }) => `R${row}C${column}`
const edit = (row: number, ...values: (string | number | null)[]) => ({
  id: String(row),
  edit: { base: 1, blocks: [{ sheet: 1, row, column: 4, values: [values] }] },
})

it('names what is sent after a crash: the first three cells with what was typed, and how many there are', () => {
  expect(cellsOf([edit(7, 12)], nameOf)).toBe('R7C4“12”')
  expect(cellsOf([edit(7, '12件', null), edit(9, '=SUM(A1)')], nameOf)).toBe('R7C4“12件”、R7C5“空”、R9C4“（公式）”')
  expect(cellsOf([edit(7, 1, 2, 3, 4)], nameOf)).toBe('R7C4“1”、R7C5“2”、R7C6“3” 等 4 格')
  expect(cellsOf([edit(7, '长'.repeat(31))], nameOf)).toBe(`R7C4“${'长'.repeat(29)}…”`)
})
