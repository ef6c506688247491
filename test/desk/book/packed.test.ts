import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { packCells, unpackCells } from '../../../src/desk/book'
import type { Cell, CellStyle } from '../../../src/desk/book'
import { runs } from '../../support/runs'

const key = fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 6 })).map((at) => at.join(','))
const style = fc.record(
  { bold: fc.boolean(), fontSize: fc.constantFrom(10, 12), background: fc.constantFrom('#fff', '#000') },
  { requiredKeys: [] },
)
const cell: fc.Arbitrary<Cell> = fc.record(
  {
    value: fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string(),
      fc.boolean(),
      fc.record({ date: fc.nat() }),
    ),
    formula: fc.constant('=A1'),
    note: fc.string({ minLength: 1 }),
    style,
  },
  { requiredKeys: [] },
)

describe('packed cells', () => {
  it('are the same cells, also after they were sent', () => {
    fc.assert(
      fc.property(fc.dictionary(key, cell), (cells) => {
        const sent = JSON.parse(JSON.stringify(packCells(cells))) as ReturnType<typeof packCells>
        expect(unpackCells(sent)).toEqual(JSON.parse(JSON.stringify(cells)))
      }),
      runs(300),
    )
  })

  it.each<[string, CellStyle, CellStyle]>([
    ['one more', { bold: true }, { bold: true, fontSize: 12 }],
    ['one less', { bold: true, fontSize: 12 }, { bold: true }],
    ['another one', { bold: true }, { fontSize: 12 }],
  ])('keep looks apart that differ by %s', (_, first, second) => {
    const cells = { '3,2': { value: 1, style: first }, '3,3': { value: 2, style: second } }
    expect(unpackCells(packCells(cells))).toEqual(cells)
  })

  it('are a stretch for cells side by side with the same looks', () => {
    const bold = { bold: true }
    const cells = {
      '3,2': { value: 1, style: { bold: true } },
      '3,3': { style: bold },
      '3,4': { value: '四' },
      '3,6': { value: true },
      '4,2': { value: 5, style: bold },
      '4,3': { formula: '=B4', value: 5 },
    }
    expect(packCells(cells)).toEqual({
      looks: [bold],
      stretches: [
        [3, 2, 0, 1, null],
        [3, 4, -1, '四'],
        [3, 6, -1, true],
        [4, 2, 0, 5],
      ],
      rest: { '4,3': { formula: '=B4', value: 5 } },
    })
  })
})
