/** What is read of a tab is brought up to date by the cells that were replaced: it has to be what reading anew gives. */
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readBook } from '../../../src/desk/bench/read'
import { changeCell, newBook, usedSize } from '../../../src/desk/book'
import type { Book, Sheet } from '../../../src/desk/book'
import { tabNames } from '../../../src/words/tabs'
import { runs } from '../../support/runs'

const blank = { value: undefined, note: undefined }
const cells = fc.constantFrom(
  blank,
  { value: 8 },
  { value: '甲' },
  { value: undefined },
  { note: '注' },
  { note: undefined },
)
const position = fc.integer({ min: 1, max: 5 })
const change = fc.record({ row: position, column: position, cell: cells })

const readOf = (book: Book) => readBook(book, { values: ['table3'], notes: ['table3'] }).tabs

it('reads after any changes what a book that was never read before gives', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (steps) => {
      const book = newBook('示例', tabNames.table3)
      const sheet = book.sheets[0] as Sheet
      for (const step of steps) {
        for (const { row, column, cell } of step) changeCell(sheet, row, column, cell)
        const fresh = structuredClone(book)
        expect(readOf(book)).toEqual(readOf(fresh))
        expect(usedSize(sheet)).toEqual(usedSize(fresh.sheets[0] as Sheet))
      }
    }),
    runs(200),
  )
})
