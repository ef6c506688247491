/** What is remembered of a tab's cells is what a tab would give that was read for the first time. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ReadRequest } from '../../../src/actions'
import { readBook } from '../../../src/desk/bench/read'
import { cellKey, changeCell, newBook, usedSize } from '../../../src/desk/book'
import type { Sheet } from '../../../src/desk/book'
import { tabNames } from '../../../src/words/tabs'
import { runs } from '../../support/runs'

const [ROWS, COLUMNS] = [30, 20]

/** Most cells are emptied again or lie at the edge: there the last used row and column change. */
const changes = fc.array(
  fc.record({
    row: fc.oneof(fc.integer({ min: 1, max: ROWS }), fc.constant(1)),
    column: fc.oneof(fc.integer({ min: 1, max: COLUMNS }), fc.constant(1)),
    value: fc.constantFrom<number | string | undefined>(undefined, undefined, 7, '无'),
    note: fc.constantFrom<string | undefined>(undefined, '注'),
    isRead: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
)

const small = (sheet: Sheet): Sheet => Object.assign(sheet, { rows: ROWS, columns: COLUMNS })

function tabOf(book: ReturnType<typeof newBook>): Sheet {
  const [sheet] = book.sheets
  if (!sheet) throw new Error('a new book has a tab')
  return small(sheet)
}

test('after any changes of cells a tab is read as one that nobody has read before', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const book = newBook('书', tabNames.table3)
      const sheet = tabOf(book)
      const request: ReadRequest = { values: ['table3'], notes: ['table3'] }
      const read = (of: typeof book) => readBook(of, request)
      for (const { row, column, value, note, isRead } of list) {
        changeCell(sheet, row, column, { value, note })
        if (isRead) expect(read(book)).toEqual(read(structuredClone(book)))
      }
      expect(usedSize(sheet)).toEqual(usedSize(structuredClone(sheet)))
      expect(read(book)).toEqual(read(structuredClone(book)))
    }),
    runs(300),
  )
})

test('a reader that is thousands of changes behind reads all anew', () => {
  const book = newBook('书', tabNames.table3)
  const sheet = tabOf(book)
  expect(usedSize(sheet)).toEqual({ rows: 0, columns: 0 })
  for (let round = 0; round < 5_000; round++) changeCell(sheet, (round % ROWS) + 1, 2, { value: round })
  expect(usedSize(sheet)).toEqual({ rows: ROWS, columns: 2 })
  expect(sheet.cells[cellKey(ROWS, 2)]).toEqual({ value: 4_999 - ((4_999 % ROWS) + 1) })
})

test.each([1_999, 2_000, 2_001, 4_000])('a reader sees a cell that was filled %d changes ago', (changesSince) => {
  const sheet = tabOf(newBook('书', tabNames.table3))
  const fill = (count: number) => {
    for (let round = 0; round < count; round++) changeCell(sheet, 1, 2, { value: round })
  }
  fill(1_500)
  expect(usedSize(sheet)).toEqual({ rows: 1, columns: 2 })
  changeCell(sheet, ROWS, 5, { value: 7 })
  fill(changesSince - 1)
  expect(usedSize(sheet)).toEqual({ rows: ROWS, columns: 5 })
})
