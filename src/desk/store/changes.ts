/** What a patch does to cells, as people read it. */
import { a1 } from '../../workbook'
import { contentOf, positionOf } from '../book'
import type { Book, BookChange, Cell, Sheet } from '../book'
import type { CellChange } from '../protocol'

export const cellName = (sheet: Sheet, row: number, column: number): string => `${sheet.name}!${a1({ row, column })}`

type CellPatch = Record<string, Cell | null>

function changesIn(sheet: Sheet, after: CellPatch, before: CellPatch): CellChange[] {
  return Object.keys({ ...after, ...before }).flatMap((key) => {
    const [from, to] = [contentOf(before[key]), contentOf(after[key])]
    if (from === to) return []
    const { row, column } = positionOf(key)
    return [{ sheet: sheet.id, row, column, cell: cellName(sheet, row, column), from, to }]
  })
}

/** The cells whose content a change has changed; results of formulas are not content. `book`: as it is now. */
export function cellChanges(book: Book, { patch, back }: BookChange): CellChange[] {
  const rebuilt = new Map((back.sheets ?? []).map((sheet) => [sheet.id, sheet]))
  return book.sheets.flatMap((sheet) => {
    const isWhole = patch.sheets?.some(({ id }) => id === sheet.id) === true
    if (isWhole) return changesIn(sheet, sheet.cells, rebuilt.get(sheet.id)?.cells ?? {})
    return changesIn(sheet, patch.cells[sheet.id] ?? {}, back.cells[sheet.id] ?? {})
  })
}
