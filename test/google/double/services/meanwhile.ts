/** What other people do to the workbook while a question stands there, or while the script waits for the lock. */
import { changeCell, changeLines, deleteSheet, renameSheet } from '../../../../src/desk/book'
import type { Meanwhile } from './protocol'
import { running } from './running'

export function happen(change: Meanwhile): void {
  const { book, calculator } = running()
  const name = change.kind === 'rename' ? change.from : change.tab
  const sheet = book.sheets.find((one) => one.name === name)
  if (!sheet) throw new Error(`There is no sheet named ${name}.`)
  if (change.kind === 'rename') renameSheet(book, sheet, change.to)
  if (change.kind === 'deleteTab') deleteSheet(book, sheet)
  if (change.kind === 'insertRow') changeLines(book, sheet, { axis: 'row', kind: 'insert', at: change.at, count: 1 })
  if (change.kind === 'type') changeCell(sheet, change.row, change.column, { value: change.value, formula: undefined })
  calculator.touchAll()
}
