import fc from 'fast-check'
import type { Book, Cell, Sheet } from '../../../src/desk/book'
import { emptySheet } from './books'

/** Text as cells hold it: no control characters, which XML has no place for. */
const text = fc
  .string({ unit: fc.constantFrom(...'年报 8８，,"\'&<>\n\t=#/—（）𠮷a'), minLength: 1, maxLength: 12 })
  .filter((value) => !/^#(REF|N\/A)/.test(value))
/** The model is JSON, which has no -0. */
const figure = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, 0.1, -1))
  .map((number) => number + 0)
const value = fc.oneof(
  figure,
  text,
  fc.boolean(),
  fc.integer({ min: 1, max: 80000 }).map((date) => ({ date })),
)
const colour = fc.integer({ min: 1, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`)
const style = fc
  .record(
    {
      background: colour,
      fontColor: colour,
      fontFamily: fc.constantFrom('仿宋_GB2312', 'Arial'),
      fontSize: fc.constantFrom(9, 10.5, 14),
      bold: fc.constant(true),
      italic: fc.constant(true),
      wrap: fc.constant(true),
      horizontal: fc.constantFrom('left' as const, 'center' as const, 'right' as const),
      vertical: fc.constantFrom('top' as const, 'middle' as const),
      numberFormat: fc.constantFrom('0', '#,##0.00', '@', 'yyyy-mm-dd'),
      border: fc.constant(true),
    },
    { requiredKeys: [] },
  )
  .filter((each) => Object.keys(each).length > 0)

/** A number in a date's format is a date, and a date needs one: that much a file decides by the format. */
function consistent(cell: Cell): Cell {
  const isDate = typeof cell.value === 'object'
  const numberFormat = isDate
    ? 'yyyy-mm-dd'
    : cell.style?.numberFormat === 'yyyy-mm-dd'
      ? '0'
      : cell.style?.numberFormat
  if (numberFormat === undefined) return cell
  return { ...cell, style: { ...cell.style, numberFormat } }
}

const cell: fc.Arbitrary<Cell> = fc
  .oneof(
    fc.record({ value, style, note: text }, { requiredKeys: ['value'] }),
    fc.record({ formula: fc.constantFrom('=SUM(A1:B2)', '=A1-B2', '=\'a b\'!C3&"<"'), value: figure }),
    fc.record({ style }),
  )
  .map(consistent)

const sheet = (id: number, name: string): fc.Arbitrary<Sheet> =>
  fc
    .dictionary(
      fc
        .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 8 }))
        .map(([row, column]) => `${row},${column}`),
      cell,
      { maxKeys: 12 },
    )
    .map((cells) => ({ ...emptySheet(id, name), cells: { ...cells } }))

/** A workbook of two tabs with all kinds of cells. */
export const randomBook: fc.Arbitrary<Book> = fc.record({
  title: fc.string({ maxLength: 20 }),
  sheets: fc.tuple(sheet(0, '填报说明'), sheet(5, "a'b、c")).map((sheets) => [...sheets]),
  names: fc.constant([{ name: '表二', sheet: 5, area: { row: 2, column: 3, rows: 4, columns: 2 } }]),
  properties: fc.dictionary(fc.string({ minLength: 1 }), fc.string({ maxLength: 50 })).map((each) => ({ ...each })),
})
