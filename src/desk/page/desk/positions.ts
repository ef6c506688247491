/** Names of cells, and what the page says about one. */
import { a1, contains, firstCellOf } from '../../../workbook'
import { sheetNamed } from '../../book/cells'
import { displayValue } from '../../book/display'
import type { Book, Cell, Sheet } from '../../book/model'
import type { Comment, SheetPosition } from '../../protocol'
import type { CellFacts } from '../ui/cell-bar'
import { isAsAsked, lockAt, lockReason, validationAt } from '../view/locks'

/** `三、依申请公开!D7`. */
export function positionName(book: Book, position: SheetPosition): string {
  const sheet = book.sheets.find(({ id }) => id === position.sheet)
  return sheet ? `${sheet.name}!${a1(position)}` : a1(position)
}

/** A cell by its tab's name and A1 notation; null: there is none. */
export function positionNamed(book: Book, tab: string, cell: string): SheetPosition | null {
  const sheet = sheetNamed(book, tab)
  const first = firstCellOf(cell)
  return sheet && first ? { sheet: sheet.id, ...first } : null
}

/** The first cell of the merge that a cell is in. */
export function cornerOf(sheet: Sheet, row: number, column: number): { row: number; column: number } {
  return sheet.merges.find((area) => contains(area, row, column)) ?? { row, column }
}

export const typedText = (cell: Cell | undefined): string =>
  cell?.formula ?? displayValue(cell?.value, cell?.style?.numberFormat)

export function factsOf(
  sheet: Sheet,
  { row, column }: SheetPosition,
  cell: Cell | undefined,
  comments: readonly Comment[],
  lock: string | null,
): Omit<CellFacts, 'people'> {
  const protection = lockAt(sheet, row, column)
  const validation = validationAt(sheet, row, column)
  const isHere = (one: Comment) => one.sheet === sheet.id && one.row === row && one.column === column && !one.resolved
  return {
    name: a1({ row, column }),
    content: typedText(cell),
    lock: lock ?? (protection ? lockReason(sheet, row, column, protection) : null),
    hint: validation?.help ?? '',
    isWrong: validation !== undefined && !isAsAsked(validation, cell),
    note: cell?.note ?? '',
    comments: comments.filter(isHere).length,
  }
}
