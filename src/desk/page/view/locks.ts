/** Where a person may type, and what the book says about a cell. */
import { pageWords } from '../../../words/desk-page'
import { contains } from '../../../workbook'
import { cellAt } from '../../book/cells'
import { displayValue } from '../../book/display'
import { isTotalAt, protectionAt } from '../../book/locks'
import type { Cell, Protection, Sheet, Validation } from '../../book/model'

/** On this page a protection that only warns in Google locks too: a label typed over is a damaged layout. */
export const lockAt = protectionAt

/** The protection's own words, else what the cell is. */
export function lockReason(sheet: Sheet, row: number, column: number, { description }: Protection): string {
  if (description) return description
  const isFormula = cellAt(sheet, row, column)?.formula !== undefined
  if (isTotalAt(sheet, row, column)) return isFormula ? pageWords.lockedTotal : pageWords.typedTotal
  return isFormula ? pageWords.lockedFormula : pageWords.lockedLayout
}

export function validationAt(sheet: Sheet, row: number, column: number): Validation | undefined {
  return sheet.validations.find(({ area }) => contains(area, row, column))
}

/** Whether a cell's content is as its validation asks; a blank always is, and formulas are for the server to judge. */
export function isAsAsked({ rule }: Validation, cell: Cell | undefined): boolean {
  const value = cell?.value
  if (value === undefined || rule.kind === 'formula') return true
  if (rule.kind === 'list') return rule.values.includes(displayValue(value, cell?.style?.numberFormat))
  if (typeof value !== 'number' || value < rule.min) return false
  return rule.kind === 'decimal' || Number.isInteger(value)
}
