import { describe, expect, it } from '@jest/globals'
import { identities, totalIdentities, yearlyIdentities, type Identity } from '../../src/form'
import { linesOf, table3, table3Columns, table4Columns, table4Groups } from './form-tables'

const rows = linesOf(table3).flatMap(([row = '']) => (row === '' ? [] : [row]))
const columns = linesOf(table3Columns).map(([column = '']) => column)
const outcomes = rows.filter((row) => !['received', 'carriedIn', 'concluded', 'carriedOut'].includes(row))
const parts = linesOf(table4Columns).map(([column = '']) => column)

/** An identity as a line of text: `a + b = c`, `last.` before a figure of last year's report. */
function written({ left, right }: Identity): string {
  const side = (terms: Identity['left']) =>
    terms.map(({ cell, sign, lastYear }) => `${sign < 0 ? '-' : ''}${lastYear ? 'last.' : ''}${cell}`).join(' + ')
  return `${side(left)} = ${side(right)}`
}

const sumOf = (cells: readonly string[]) => cells.join(' + ')

const expected: Record<string, string[]> = {
  'T3.ROW': rows.map((row) => {
    const applicants = columns.slice(0, 6).map((column) => `table3.${row}.${column}`)
    return `${sumOf(applicants)} = table3.${row}.total`
  }),
  'T3.CONCLUDED': columns.map((column) => {
    return `${sumOf(outcomes.map((row) => `table3.${row}.${column}`))} = table3.concluded.${column}`
  }),
  'T3.BALANCE': columns.map(
    (column) =>
      `table3.received.${column} + table3.carriedIn.${column} = table3.concluded.${column} + table3.carriedOut.${column}`,
  ),
  'T4.TOTAL': linesOf(table4Groups).map(([group]) => {
    return `${sumOf(parts.slice(0, 4).map((part) => `table4.${group}.${part}`))} = table4.${group}.total`
  }),
  'Y.CARRY': columns.map((column) => `table3.carriedIn.${column} = last.table3.carriedOut.${column}`),
  'Y.INFORCE': ['regulations', 'normativeDocuments'].map(
    (row) => `table2.${row}.inForce = last.table2.${row}.inForce + table2.${row}.issued + -table2.${row}.repealed`,
  ),
}

describe('the identities', () => {
  it.each([
    ['T3.ROW', 25],
    ['T3.CONCLUDED', 7],
    ['T3.BALANCE', 7],
    ['T4.TOTAL', 3],
    ['Y.CARRY', 7],
    ['Y.INFORCE', 2],
  ])('%s holds %d, term by term', (family, count) => {
    const found = [...identities, ...yearlyIdentities].filter((identity) => identity.family === family)
    expect(found.map(written)).toEqual(expected[family])
    expect(found).toHaveLength(count)
  })

  it('are 42 inside one report, over the 21 outcomes, and 9 across years', () => {
    expect([identities.length, yearlyIdentities.length, outcomes.length]).toEqual([42, 9, 21])
  })

  it('have ids of their own', () => {
    const all = [...identities, ...yearlyIdentities]
    expect(new Set(all.map(({ id }) => id)).size).toBe(51)
  })

  it('define each total once, after the totals that it rests on', () => {
    const defined = totalIdentities.map(({ right }) => right.map(({ cell }) => cell))
    const order = new Map(defined.map(([cell], index) => [cell, index]))
    const early = totalIdentities.filter(({ left }, index) => left.some(({ cell }) => (order.get(cell) ?? -1) >= index))
    expect(defined.every((cells) => cells.length === 1)).toBe(true)
    expect(order.size).toBe(25 + 6 + 3)
    expect(early).toEqual([])
  })
})
