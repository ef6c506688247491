import { expect, it } from '@jest/globals'
import { Bench, typeInto } from '../../../src/desk/bench'
import { blankBook, figureIn, homeOf, tabOf } from '../support/template'

const wrong = 'table3.received.naturalPerson'

function typed(bench: Bench): void {
  const { tab, row, column } = homeOf(wrong)
  bench.change(() => typeInto(bench, { tab, area: { row, column, rows: 1, columns: 1 }, values: [['12件']] }, 2024))
}

it('an edit is marked where it is wrong', () => {
  const bench = new Bench(blankBook())
  typed(bench)
  expect(figureIn(bench.book, wrong).note).toMatch(/^【校验】/)
})

it('an edit stands although its marks cannot be worked out', () => {
  const bench = new Bench(blankBook())
  // A title, which no formula reads but the check does.
  tabOf(bench.book, homeOf(wrong).tab).cells['1,1'] = {
    get value(): string {
      throw new Error('unreadable')
    },
  }
  typed(bench)
  const { value, note } = figureIn(bench.book, wrong)
  expect([value, note]).toEqual(['12件', undefined])
})
