import { describe, expect, it } from '@jest/globals'
import { newBook } from '../../../src/desk/book'
import type { Cell, Scalar } from '../../../src/desk/book'
import { Restoring, shortText, valueText } from '../../../src/desk/page/desk/restoring'
import { ShownBook } from '../../../src/desk/page/desk/shown-book'
import { blocksOf, typedAgain } from '../../../src/desk/page/desk/typed-again'
import type { TypedEdit } from '../../../src/desk/page/view/view'

const place = { sheet: 0, row: 1, column: 1 }

function restoringOf(cell: Cell | undefined, lock: string | null = null) {
  const book = newBook('书', '表一')
  const [sheet] = book.sheets
  if (sheet && cell) sheet.cells['1,1'] = cell
  const typed: TypedEdit[] = []
  const restoring = new Restoring({
    shown: new ShownBook(book, 2024, 3),
    lock,
    nameOf: () => 'A1',
    type: (edit) => typed.push(edit),
    select: () => undefined,
    focus: () => undefined,
  })
  return { restoring, typed }
}

describe('an earlier value', () => {
  it.each<[name: string, cell: Cell | undefined, value: Scalar | null, content: Scalar | null]>([
    ['a number', { value: 9 }, 33, 33],
    ['a text that looks like a number', { value: 9 }, '33', "'33"],
    ['a blank', { value: 9 }, null, null],
    ['a formula', { value: 9 }, '=A2', '=A2'],
    ['a text, where all is text', { value: '9', style: { numberFormat: '@' } }, '33', '33'],
    ['a day', { value: '9', style: { numberFormat: 'yyyy-mm-dd' } }, '2024-05-01', '2024-05-01'],
  ])('is put back as it stood: %s', async (_, cell, value, content) => {
    const { restoring, typed } = restoringOf(cell)
    expect(restoring.isOpen(place, value)).toBe(true)
    const known = cell?.value as Scalar
    await restoring.restore(place, value, known)
    expect(typed).toEqual([{ blocks: [{ ...place, values: [[content]] }], base: 3, isRestored: true }])
  })

  it('that stands there is not put back', async () => {
    const { restoring, typed } = restoringOf({ value: 33 })
    expect(restoring.isOpen(place, 33)).toBe(false)
    await restoring.restore(place, 33, 33)
    expect(typed).toEqual([])
  })

  it('is put back over a text that only looks like it', () => {
    expect(restoringOf({ value: '33' }).restoring.isOpen(place, 33)).toBe(true)
  })

  it('is put back nowhere by who may only look', () => {
    expect(restoringOf({ value: 9 }, '只能查看').restoring.isOpen(place, 33)).toBe(false)
  })
})

describe('a value in words', () => {
  it.each<[Scalar | null, string]>([
    [null, '空'],
    ['', '空'],
    [0, '0'],
    ['=SUM(D7:I7)', '（公式）'],
    ['=', '='],
    ['第一段', '第一段'],
  ])('%j is %s', (value, words) => expect(valueText(value)).toBe(words))

  it('is shortened for a button', () => {
    expect(shortText('长'.repeat(17))).toBe(`${'长'.repeat(15)}…`)
    expect(shortText('长'.repeat(16))).toBe('长'.repeat(16))
    expect(shortText('第一段。\n第二段。')).toBe('第一段。 第二段。')
  })
})

describe('what is typed for a content', () => {
  it.each<[Scalar | null, Cell | undefined, Scalar | null]>([
    ['', { value: 1 }, ''],
    ['12件', undefined, "'12件"],
    [true, undefined, true],
    ['33', { style: { numberFormat: 'h:mm' } }, '33'],
  ])('%j in %j is %j', (content, cell, typed) => expect(typedAgain(content, cell)).toBe(typed))

  it('is one block for each unbroken row of cells', () => {
    const at = (sheet: number, row: number, column: number) => ({ sheet, row, column, value: row * 10 + column })
    expect(blocksOf([at(1, 2, 3), at(1, 1, 2), at(1, 1, 1), at(1, 1, 4), at(0, 9, 9)])).toEqual([
      { sheet: 0, row: 9, column: 9, values: [[99]] },
      { sheet: 1, row: 1, column: 1, values: [[11, 12]] },
      { sheet: 1, row: 1, column: 4, values: [[14]] },
      { sheet: 1, row: 2, column: 3, values: [[23]] },
    ])
    expect(blocksOf([])).toEqual([])
  })
})
