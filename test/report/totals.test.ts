import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { figures, identities, type CellId } from '../../src/form'
import { derivedTotals, emptyReport, numberOf, sumExactly, totals, withFigures, type CellValue } from '../../src/report'
import { runs } from '../support/runs'

const inputs = figures.filter(({ kind }) => kind === 'input')
const totalsOf = (changes: Record<CellId, CellValue>) => totals(withFigures(emptyReport('某局', 2024), changes)).figures

const row = (id: string, values: readonly CellValue[]): Record<CellId, CellValue> => {
  const columns = ['naturalPerson', 'enterprise', 'research', 'socialWelfare', 'legalService', 'otherOrganization']
  return Object.fromEntries(columns.map((column, i) => [`table3.${id}.${column}`, values[i] ?? null]))
}

describe('totals', () => {
  it('add up each row, each column of outcomes and each group', () => {
    const found = totalsOf({
      ...row('granted', [1, 2, 0, 0, 0, 0]),
      ...row('otherwise.other', [4, 0, 0, 0, 0, 5]),
      'table4.review.upheld': 1,
      'table4.review.pending': 2,
    })
    expect(found).toMatchObject({
      'table3.granted.total': 3,
      'table3.otherwise.other.total': 9,
      'table3.concluded.naturalPerson': 5,
      'table3.concluded.enterprise': 2,
      'table3.concluded.otherOrganization': 5,
      'table3.concluded.total': 12,
      'table4.review.total': 3,
    })
  })

  const table: [string, CellValue[], CellValue | undefined][] = [
    ['blanks are left out', [1, null, null, null, null, null], 1],
    ['a row of blanks is blank', [null, null, null, null, null, null], null],
    ['not applicable adds nothing', [1, { raw: '/' }, 2, 0, 0, 0], 3],
    [
      'rewritten and annotated numbers count',
      [{ raw: '８', value: 8 }, { raw: '2（含1件）', value: 2 }, 0, 0, 0, 0],
      10,
    ],
    ['decimals add up exactly', [0.1, 0.2, 0, 0, 0, 0], 0.3],
    ['unreadable text leaves the total as it was', [1, { raw: '减4' }, 0, 0, 0, 0], undefined],
  ]
  it.each(table)('%s', (_, values, expected) => {
    expect(totalsOf(row('received', values))['table3.received.total']).toStrictEqual(expected)
  })

  it('keep a typed total whose addends cannot be read, and say that it is open', () => {
    const report = withFigures(emptyReport('某局', 2024), {
      ...row('received', [{ raw: '#REF!' }, 1, 0, 0, 0, 0]),
      'table3.received.total': 7,
    })
    expect(totals(report).figures['table3.received.total']).toBe(7)
    expect(derivedTotals(report)).toMatchObject({ 'table3.received.total': undefined, 'table3.carriedIn.total': null })
  })

  it('leave the given report as it is', () => {
    const report = Object.freeze(withFigures(emptyReport('某局', 2024), row('received', [1, 1, 1, 1, 1, 1])))
    totals(report)
    expect(report.figures['table3.received.total']).toBeUndefined()
  })

  it('satisfy every identity that they define, and the other one of the corner, whatever the inputs', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: inputs.length, maxLength: inputs.length })
    const sums = identities.filter(({ family }) => family !== 'T3.BALANCE')
    fc.assert(
      fc.property(values, (given) => {
        const found = totalsOf(Object.fromEntries(inputs.map(({ id }, i) => [id, given[i] ?? 0])))
        const side = (terms: (typeof sums)[number]['left']) =>
          sumExactly(terms.map(({ cell, sign }) => sign * (numberOf(found[cell]) ?? NaN)))
        expect(sums.filter(({ left, right }) => side(left) !== side(right)).map(({ id }) => id)).toEqual([])
      }),
      runs(100),
    )
  })
})
