/** An edit for a rehearsal: some number is typed over, as a person would. */
import { lockOn, placeOf } from '../book'
import type { Area, Book, Sheet } from '../book'
import { makeEdit } from './edit'
import type { EditEvent } from './edit'

function typedNumbers({ sheets }: Book): { sheet: Sheet; area: Area; value: number }[] {
  return sheets.flatMap((sheet) =>
    Object.entries(sheet.cells).flatMap(([key, { value, formula }]) => {
      const { row, column } = placeOf(key)
      if (typeof value !== 'number' || formula !== undefined || lockOn(sheet, row, column)) return []
      return [{ sheet, area: { row, column, rows: 1, columns: 1 }, value }]
    }),
  )
}

/** Another number each turn, far from the last; undefined where there is none, or where it may not be changed. */
export function rehearsedEdit(book: Book, turn: number): EditEvent | undefined {
  const numbers = typedNumbers(book)
  const one = numbers[Math.floor(((turn * 0.618) % 1) * numbers.length)]
  if (!one) return undefined
  try {
    return makeEdit(one.sheet, one.area, [[one.value + 1]])
  } catch {
    return undefined
  }
}
