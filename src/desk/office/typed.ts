import { officeWords as words } from '../../words/office'
import type { Area, Book, Scalar, Sheet } from '../book'
import type { EditRequest } from '../protocol'
import { OfficeError } from './error'

const mostCells = 20_000
/** As many as a cell of .xlsx holds. */
const mostLetters = 32_767

const isScalar = (value: unknown): value is Scalar | null =>
  value === null ||
  ['string', 'boolean'].includes(typeof value) ||
  (typeof value === 'number' && Number.isFinite(value))

function checkedValues(values: EditRequest['values']): void {
  const columns = values[0]?.length ?? 0
  if (columns === 0 || values.some((row) => row.length !== columns)) throw new OfficeError('refused', words.ragged)
  if (values.length * columns > mostCells) throw new OfficeError('refused', words.tooMany(mostCells))
  const cells = values.flat()
  if (!cells.every(isScalar)) throw new OfficeError('refused', words.ragged)
  if (cells.some((value) => typeof value === 'string' && value.length > mostLetters)) {
    throw new OfficeError('refused', words.longText(mostLetters))
  }
}

/** Where an edit goes. Throws an OfficeError for one that no workbook could take. */
export function targetOf(book: Book, { sheet, row, column, values }: EditRequest): { tab: Sheet; area: Area } {
  const tab = book.sheets.find(({ id }) => id === sheet)
  if (!tab) throw new OfficeError('conflict', words.noSheet)
  checkedValues(values)
  const area = { row, column, rows: values.length, columns: values[0]?.length ?? 0 }
  const isInside = [row, column].every((at) => Number.isInteger(at) && at >= 1)
  if (!isInside || row + area.rows - 1 > tab.rows || column + area.columns - 1 > tab.columns) {
    throw new OfficeError('refused', words.outside(tab.rows, tab.columns))
  }
  return { tab, area }
}
