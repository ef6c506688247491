import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { numberOf, plainDigits, sumExactly } from '../../src/report'
import { runs } from '../support/runs'

describe('plain digits', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [8, '8'],
    [-3.5, '-3.5'],
    [72701.2578, '72701.2578'],
    [1e-7, '0.0000001'],
    [-1.5e-7, '-0.00000015'],
    [2.5e-30, '0.0000000000000000000000000000025'],
    [1e21, '1000000000000000000000'],
    [-2e22, '-20000000000000000000000'],
  ])('of %d are %s', (value, expected) => {
    expect(plainDigits(value)).toBe(expected)
  })

  it('give the number back', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(finite, (value) => expect(Number(plainDigits(value))).toBe(value + 0)),
      runs(100),
    )
    fc.assert(
      fc.property(finite, (value) => expect(plainDigits(value)).toMatch(/^-?\d+(\.\d+)?$/)),
      runs(100),
    )
  })
})

describe('an exact sum', () => {
  it.each([
    [[], 0],
    [[1, 2, 3], 6],
    [[0.1, 0.2], 0.3],
    [[0.1, 0.2, -0.3], 0],
    [[59237.2449, 72701.2578], 131938.5027],
    [[-0.5, 0.25], -0.25],
    [[14722.49, 0.01, 1e-7], 14722.5000001],
  ])('of %j is %d', (values, expected) => {
    expect(sumExactly(values)).toBe(expected)
  })

  it('of hundredths is that of the hundredths', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (hundredths) => {
        const sum = hundredths.reduce((total, value) => total + value, 0)
        expect(sumExactly(hundredths.map((value) => value / 100))).toBe(sum / 100 + 0)
      }),
      runs(100),
    )
  })

  it.each([NaN, Infinity])('refuses %d', (value) => {
    expect(() => sumExactly([1, value])).toThrow(RangeError)
  })
})

describe('the number of a value', () => {
  it.each([
    [8, 8],
    [null, null],
    [undefined, null],
    [{ raw: '８', value: 8 }, 8],
    [{ raw: '/' }, null],
  ])('%j is %j', (value, expected) => {
    expect(numberOf(value)).toBe(expected)
  })
})
