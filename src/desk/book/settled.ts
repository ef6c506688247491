import { recalculate } from './calculator'
import type { Book, Cell } from './model'

const isUnknownFunction = (value: Cell['value']): boolean => value === '#NAME?'

/**
 * The workbook with every formula's result as it is now. Programs that fill cells without calculating leave results
 * behind that are old or missing; a formula that the desk cannot calculate keeps the result it came with.
 */
export function settled(book: Book): Book {
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
