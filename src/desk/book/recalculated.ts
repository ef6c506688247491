import { recalculate } from './calculator'
import type { Book } from './model'
import { copyBook } from './patch'

/**
 * The workbook with the results of its formulas calculated anew: a program that fills cells without calculating leaves
 * old results, or none.
 */
export function recalculated(book: Book): Book {
  const fresh = copyBook(book)
  recalculate(fresh)
  return fresh
}
