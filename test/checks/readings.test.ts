import { describe, expect, it } from '@jest/globals'
import { check } from '../../src/checks'
import { withFigures, type CellValue } from '../../src/report'
import { changed, clean } from './clean'

const changesOf = (repairs: ReturnType<typeof check>['repairs']) =>
  repairs.map(({ kind, changes }) => [kind, changes.map(({ cell, to }) => [cell, to])])

describe('a figure written in Chinese characters', () => {
  const cell = 'table3.received.enterprise'
  it.each([
    ['一二', 12],
    ['十二', 12],
    ['二十三件', 23],
    ['壹佰零伍', 105],
  ])('%s is offered as %d, and never as the 0 that the identities would have', (raw, number) => {
    const { repairs } = check(changed({ [cell]: { raw } }))
    expect(changesOf(repairs)).toEqual([['ask', [[cell, number]]]])
    expect(repairs[0]?.label).toContain(`“${raw}”读作 ${number}`)
  })

  it('is offered as it reads before what the identities require', () => {
    const upheld = 'table4.review.upheld'
    expect(changesOf(check(changed({ [upheld]: { raw: '一二' } })).repairs)).toEqual([
      ['ask', [[upheld, 12]]],
      ['ask', [[upheld, 1]]],
    ])
  })

  it.each(['一百二', '12或13'])('%s reads in two ways or in none: it is not made nothing either', (raw) => {
    expect(check(changed({ [cell]: { raw } })).repairs).toEqual([])
  })

  it('无 says that there is nothing: the 0 that the identities require is offered', () => {
    expect(changesOf(check(changed({ [cell]: { raw: '无' } })).repairs)).toEqual([['ask', [[cell, 0]]]])
  })

  it('of one row are one finding and one repair', () => {
    const [one, other] = ['table3.received.enterprise', 'table3.received.research']
    const { repairs } = check(changed({ [one]: { raw: '十二' }, [other]: { raw: '三' } }))
    expect(changesOf(repairs)).toEqual([
      [
        'ask',
        [
          [one, 12],
          [other, 3],
        ],
      ],
    ])
  })
})

describe('a figure that would jump to another size for one identity', () => {
  const stock = (issued: number, repealed: number, inForce: number): Record<string, CellValue> => ({
    'table2.regulations.issued': issued,
    'table2.regulations.repealed': repealed,
    'table2.regulations.inForce': inForce,
  })
  const before = (inForce: number) => {
    const lastYear = withFigures(clean, { 'table2.regulations.inForce': inForce, ...carried })
    return { lastYear: { ...lastYear, year: 2023 } }
  }
  /** As this year's clean report was carried in. */
  const carried = Object.fromEntries(
    Object.entries(clean.figures)
      .filter(([id]) => id.startsWith('table3.carriedIn.'))
      .map(([id, value]) => [id.replace('carriedIn', 'carriedOut'), value]),
  )
  const offered = (figures: Record<string, CellValue>, inForce: number) =>
    changesOf(check(changed(figures), before(inForce)).repairs)

  it('is not offered; the stock that the others make is', () => {
    expect(offered(stock(8, 0, 1246), 0)).toEqual([['ask', [['table2.regulations.inForce', 8]]]])
    expect(offered(stock(8, 0, 8), 1246)).toEqual([['ask', [['table2.regulations.inForce', 1254]]]])
  })

  it('is offered where it stays of the same size', () => {
    expect(offered(stock(8, 0, 1246), 1254)).toEqual([
      ['ask', [['table2.regulations.repealed', 16]]],
      ['ask', [['table2.regulations.inForce', 1262]]],
    ])
  })

  it('in table 4 is not offered for a figure that is there; one that was lost can be of any size', () => {
    const found = changesOf(check(changed({ 'table4.review.upheld': 8, 'table4.review.total': 1246 })).repairs)
    expect(found.slice(0, 1)).toEqual([['ask', [['table4.review.total', 8]]]])
    expect(found).not.toContainEqual(['ask', [['table4.review.upheld', 1246]]])
    expect(found).toContainEqual(['ask', [['table4.review.corrected', 1238]]])
  })
})
