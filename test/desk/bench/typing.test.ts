import { describe, expect, it } from '@jest/globals'
import { Bench, EditRefused, typeInto } from '../../../src/desk/bench'
import { deskWords } from '../../../src/words/desk'
import { tabNames } from '../../../src/words/tabs'
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

describe('a text typed into a figure’s cell', () => {
  const { tab, row, column } = homeOf(wrong)
  const one = { row, column, rows: 1, columns: 1 }
  const entered = (text: string) => {
    const bench = new Bench(blankBook())
    const { made } = bench.change(() => typeInto(bench, { tab, area: one, values: [[text]] }, 2024))
    const { value, style, formula } = figureIn(bench.book, wrong)
    return {
      value,
      formula,
      format: style?.numberFormat,
      understood: made.map(({ typed, value: number, isWritten }) => [typed, number, isWritten]),
    }
  }

  it.each<[typed: string, value: unknown, understood: unknown[]]>([
    ['8', 8, []],
    ['-7', -7, []],
    ['８', 8, [['８', 8, true]]],
    [' 8 ', 8, [[' 8 ', 8, true]]],
    ['　８　', 8, [['　８　', 8, true]]],
    ['1,024', 1024, [['1,024', 1024, true]]],
    ['１，０２４', 1024, [['１，０２４', 1024, true]]],
    ['007', 7, [['007', 7, true]]],
    ['-0', 0, [['-0', 0, true]]],
    ['-0.00', 0, [['-0.00', 0, true]]],
    ['十二', '十二', [['十二', 12, false]]],
    ['一二件', '一二件', [['一二件', 12, false]]],
    ['一百二', '一百二', []],
    ['0', 0, []],
    ['0.5', 0.5, []],
    ['1.50', 1.5, []],
    ['12件', '12件', [['12件', 12, false]]],
    ['22（其中修订16件）', '22（其中修订16件）', [['22（其中修订16件）', 22, false]]],
    ['3/4', '3/4', []],
    ['12-1', '12-1', []],
    ['2024年1月31日', '2024年1月31日', []],
    ['8:30', '8:30', []],
    ['5%', '5%', []],
    ['1,23', '1,23', []],
    ["'８", '８', []],
    ['/', '/', []],
  ])('%j is entered as %j', (typed, value, understood) => {
    expect(entered(typed)).toEqual({ value, formula: undefined, format: undefined, understood })
  })

  it.each([
    ['9007199254740993', '9007199254740993'],
    ['1234567890123456.7', '1234567890123456.7'],
    ['12.0000000000000001', '12.0000000000000001'],
    ['123456789.123456789012', '123456789.123456789012'],
    ['0.1234567890123456789', '0.1234567890123456789'],
    ['1'.repeat(309), '1'.repeat(309)],
    ['=本年新收8件', '=本年新收8件'],
    ['=', '='],
    ['=1+', '=1+'],
    ['=VLOOKUP(1,A1:B2,2)', '=VLOOKUP(1,A1:B2,2)'],
    [`=${'('.repeat(20_000)}1`, `=${'('.repeat(20_000)}1`],
  ])('%.30s stays the text that was typed', (typed, text) => {
    expect(entered(typed)).toMatchObject({ value: text, formula: undefined })
  })

  it('is a formula where it is one of ours', () => {
    expect(entered('=1+2')).toMatchObject({ value: 3, formula: '=1+2' })
  })

  it('is refused with a sentence where no number is so large', () => {
    expect(() => entered('1e400')).toThrow(new EditRefused(deskWords.tooLarge('1e400')))
  })

  it.each(['12-1', '8:30', '5%', '1,024', '02087654321'])('elsewhere on the form %j stays as it was typed', (text) => {
    const bench = new Bench(blankBook())
    const area = { row: 5, column: 2, rows: 1, columns: 1 }
    const { made } = bench.change(() => typeInto(bench, { tab: tabNames.overview, area, values: [[text]] }, 2024))
    const { value, style } = tabOf(bench.book, tabNames.overview).cells['5,2'] ?? {}
    expect([made, value, style?.numberFormat]).toEqual([[], text, undefined])
  })
})
