import { contains } from '../../workbook'
import { cellAt } from './cells'
import { readEntry } from './entry'
import type { Protection, Scalar, Sheet } from './model'

const covers = ({ area, open }: Protection, row: number, column: number): boolean =>
  (!area || contains(area, row, column)) && !open.some((one) => contains(one, row, column))

/** The protection of a cell, also one that only warns. */
export function protectionAt(sheet: Sheet, row: number, column: number): Protection | undefined {
  return sheet.protections.find((protection) => covers(protection, row, column))
}

/** The protection that keeps a person from typing into a cell, even if they confirm it. */
export function lockOn(sheet: Sheet, row: number, column: number): Protection | undefined {
  return sheet.protections.find((protection) => !protection.warningOnly && covers(protection, row, column))
}

/**
 * A total: in a ruled table, under a lock that only warns, a formula with a figure as its result, or a figure that was
 * typed over it. All else under such a lock is a label or written by the program.
 */
export function isTotalAt(sheet: Sheet, row: number, column: number): boolean {
  const cell = cellAt(sheet, row, column)
  if (!cell?.style?.border || lockOn(sheet, row, column) || !protectionAt(sheet, row, column)) return false
  const { value, formula } = cell
  if (typeof value === 'number') return true
  return formula !== undefined && (value === undefined || value === '')
}

/** What may be typed over a total: a number or a formula, so that it is still known as a total afterwards. */
export function isTotalEntry(typed: Scalar | null, numberFormat: string | undefined): boolean {
  if (typeof typed !== 'string') return typeof typed === 'number'
  // The year matters for dates only, and a date is no figure.
  const { value, formula } = readEntry(typed, numberFormat, 2000)
  return formula !== undefined || typeof value === 'number'
}
