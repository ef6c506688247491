/** What the name box takes: an address, or the words of a row. */
import { parseReference } from '../../../../workbook'
import { positionOf, sheetNamed } from '../../../book/cells'
import type { Book, Sheet } from '../../../book/model'
import type { Spot } from './merges'

export interface Named {
  sheet: Sheet
  first: Spot
  /** Of a range. */
  last: Spot
}

function byAddress(book: Book, here: Sheet | undefined, text: string): Named | null {
  const reference = parseReference(text)
  const sheet = reference && (reference.sheet === null ? here : sheetNamed(book, reference.sheet))
  const { row, column } = reference?.first ?? {}
  if (!reference || !sheet || !row || !column) return null
  const last = { row: reference.last?.row ?? row, column: reference.last?.column ?? column }
  const isInside = Math.max(row, last.row) <= sheet.rows && Math.max(column, last.column) <= sheet.columns
  return isInside ? { sheet, first: { row, column }, last } : null
}

const folded = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

/** The first row with these words in a label: a text that is not typed. */
function rowOf(sheet: Sheet, words: string): Spot | null {
  let best: Spot | null = null
  for (const key in sheet.cells) {
    const value = sheet.cells[key]?.value
    if (typeof value !== 'string' || !folded(value).includes(words)) continue
    const spot = positionOf(key)
    if (!best || spot.row < best.row || (spot.row === best.row && spot.column < best.column)) best = spot
  }
  return best
}

/** On the tab that is shown first, then on the others. `firstOpen`: where typing begins in a row. */
export function named(
  book: Book,
  here: Sheet | undefined,
  text: string,
  firstOpen: (sheet: Sheet, row: number) => Spot | null,
): Named | null {
  const address = byAddress(book, here, text.trim())
  if (address) return address
  const words = folded(text)
  const others = book.sheets.filter((sheet) => sheet !== here && !sheet.hidden)
  for (const sheet of words === '' ? [] : [...(here ? [here] : []), ...others]) {
    const label = rowOf(sheet, words)
    const spot = label && (firstOpen(sheet, label.row) ?? label)
    if (spot) return { sheet, first: spot, last: spot }
  }
  return null
}
