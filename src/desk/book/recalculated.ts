import { recalculate } from './calculator'
import type { Book, Cell } from './model'

const isUnknownFunction = (value: Cell['value']): boolean => value === '#NAME?'

/**
 * The workbook with the results of its formulas calculated anew: a program that fills cells without calculating leaves
 * old results, or none. A formula that the desk cannot calculate keeps the result that the file has.
 */
export function recalculated(book: Book): Book {
  const fresh = structuredClone(book)
  recalculate(fresh)
  fresh.sheets.forEach((sheet, index) => {
    for (const [key, cell] of Object.entries(sheet.cells)) {
      const before = book.sheets[index]?.cells[key]?.value
      if (cell.formula !== undefined && isUnknownFunction(cell.value) && before !== undefined) cell.value = before
    }
  })
  return fresh
}
