import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Calculator, changeCell, recalculate } from '../../../src/desk/book'
import type { Book } from '../../../src/desk/book'
import { runs } from '../../support/runs'
import { bookOf, firstSheet, keyOf } from '../support/books'

const value = (book: Book, a1: string) => firstSheet(book).cells[keyOf(a1)]?.value

function setNumber(book: Book, calculator: Calculator, [row, column]: [number, number], number: number): void {
  changeCell(firstSheet(book), row, column, { value: number })
  calculator.touch(firstSheet(book), row, column, false)
}

describe('recalculation', () => {
  it('follows dependence whatever the order of cells', () => {
    const book = bookOf({ A1: '=B1+1', B1: '=C1*2', C1: 3 })
    recalculate(book)
    expect([value(book, 'A1'), value(book, 'B1')]).toEqual([7, 6])
    const calculator = new Calculator(book)
    setNumber(book, calculator, [1, 3], 5)
    calculator.recalculate()
    expect([value(book, 'A1'), value(book, 'B1')]).toEqual([11, 10])
  })

  it('touches nothing that does not depend on the change', () => {
    const book = bookOf({ A1: 1, B1: '=A1+1', C1: '=D1+1', D1: 1 })
    recalculate(book)
    const c1 = firstSheet(book).cells[keyOf('C1')]
    if (c1) c1.value = 'left as it was'
    const calculator = new Calculator(book)
    setNumber(book, calculator, [1, 1], 5)
    calculator.recalculate()
    expect([value(book, 'B1'), value(book, 'C1')]).toEqual([6, 'left as it was'])
  })

  it.each([
    [{ A1: '=A1' }, { A1: '#REF!' }],
    [
      { A1: '=B1', B1: '=A1+1' },
      { A1: '#REF!', B1: '#REF!' },
    ],
    [{ A1: '=SUM(A1:A3)', A2: 1 }, { A1: '#REF!' }],
    [{ A1: '=B1', B1: '=A1', C1: '=IFERROR(A1,"cycle")' }, { C1: 'cycle' }],
  ])('of the cycle %p gives %p', (typed, expected) => {
    const book = bookOf(typed as Record<string, string | number>)
    recalculate(book)
    for (const [a1, result] of Object.entries(expected)) expect(value(book, a1)).toBe(result)
  })

  it('keeps the result that a formula came with where it does not know the function', () => {
    const book = bookOf({ A1: '=IFERROR(VLOOKUP(B1,C1:D9,2),0)', A2: '=A1+1', A3: '=B1+1', A4: '=XLOOKUP(1,2)', B1: 1 })
    const looked = firstSheet(book).cells[keyOf('A1')]
    if (looked) looked.value = 40
    recalculate(book)
    expect(['A1', 'A2', 'A3', 'A4'].map((cell) => value(book, cell))).toEqual([40, 41, 2, '#NAME?'])
    const calculator = new Calculator(book)
    setNumber(book, calculator, [1, 2], 5)
    calculator.recalculate()
    expect(['A1', 'A2', 'A3'].map((cell) => value(book, cell))).toEqual([40, 41, 6])
  })

  it('forgets a cycle once it is broken', () => {
    const book = bookOf({ A1: '=B1', B1: '=A1' })
    const calculator = new Calculator(book)
    calculator.touchAll()
    calculator.recalculate()
    changeCell(firstSheet(book), 1, 2, { formula: undefined, value: 4 })
    calculator.touch(firstSheet(book), 1, 2, true)
    calculator.recalculate()
    expect(value(book, 'A1')).toBe(4)
  })

  it('finds the sums of a formula that was written anew, also where another formula makes them', () => {
    const book = bookOf({ A1: 1, C1: '=SUMPRODUCT(A1:A2)' })
    const calculator = new Calculator(book)
    calculator.touchAll()
    calculator.recalculate()
    const a1 = firstSheet(book).cells[keyOf('A1')]
    if (a1) a1.value = 70 // Unseen: only a sum that is calculated again shows it.
    changeCell(firstSheet(book), 1, 3, { formula: '=SUMPRODUCT(A1:A2)+1', value: undefined })
    calculator.touch(firstSheet(book), 1, 3, true)
    changeCell(firstSheet(book), 2, 3, { formula: '=SUMPRODUCT(A1:A2)*2', value: undefined })
    calculator.touch(firstSheet(book), 2, 3, true)
    calculator.recalculate()
    expect([value(book, 'C1'), value(book, 'C2')]).toEqual([2, 2])
  })

  it('keeps no sum that met the formula which makes it', () => {
    const book = bookOf({ A1: '=IFERROR(SUMPRODUCT(A1:B1),5)', B1: 2, C1: '=SUMPRODUCT(A1:B1)' })
    recalculate(book)
    expect([value(book, 'A1'), value(book, 'C1')]).toEqual([5, 7])
  })

  it('goes again through those ranges of a formula only in which something has changed', () => {
    const book = bookOf({ A1: 1, B1: 2, C1: '=SUMPRODUCT(A1:A2)+SUMPRODUCT(B1:B2)' })
    const calculator = new Calculator(book)
    calculator.touchAll()
    calculator.recalculate()
    // Nobody is told of this change: the sum of B is taken as it was.
    changeCell(firstSheet(book), 1, 2, { value: 1000 })
    setNumber(book, calculator, [1, 1], 5)
    calculator.recalculate()
    expect(value(book, 'C1')).toBe(7)
    setNumber(book, calculator, [2, 2], 0)
    calculator.recalculate()
    expect(value(book, 'C1')).toBe(1005)
  })

  it('goes through a range again after a formula in it has changed, or one that this reads', () => {
    const book = bookOf({ A1: 1, B1: '=A1*2', B2: '=B1+1', C1: '=SUMPRODUCT(B1:B2)' })
    const calculator = new Calculator(book)
    calculator.touchAll()
    calculator.recalculate()
    setNumber(book, calculator, [1, 1], 10)
    calculator.recalculate()
    expect(value(book, 'C1')).toBe(41)
    changeCell(firstSheet(book), 2, 2, { formula: '=A1', value: undefined })
    calculator.touch(firstSheet(book), 2, 2, true)
    calculator.recalculate()
    expect(value(book, 'C1')).toBe(30)
  })

  it('gives the same as calculating everything anew, whatever is changed', () => {
    const formulas = {
      A6: '=SUM(A1:A5)',
      B6: '=A6-B1',
      C6: '=SUMPRODUCT(A1:A5,B1:B5)',
      C7: '=IF(C6>50,A6,B6)&"件"',
      C8: '=SUMPRODUCT(--(A1:B3&""<>A3:B5&""))+SUMPRODUCT(--(A6:B6<>A1:B1))+SUMPRODUCT(A4:A5)',
    }
    const change = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 2 }), fc.integer({ max: 99 }))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const book = bookOf({ A1: 1, B1: 2, A3: 9, B5: 4, ...formulas })
        recalculate(book)
        const calculator = new Calculator(book)
        for (const [row, column, number] of changes) {
          setNumber(book, calculator, [row, column], number)
          calculator.recalculate()
        }
        const anew = structuredClone(book)
        recalculate(anew)
        expect(book).toEqual(anew)
      }),
      runs(100),
    )
  })
})
