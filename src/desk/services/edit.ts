/** A person's edit: refused where the tab is locked or the value is not allowed, then told to the script's onEdit. */
import { contains } from '../../workbook'
import { changeCell, displayValue, eachPlace, lockOn, mapPlaces, shiftFormula } from '../book'
import type { Area, Cell, Scalar, Sheet, Validation } from '../book'
import { deskWords } from '../../words/desk'
import { readCell, writeValue } from './cell-values'
import { rangeFace } from './range'
import { running } from './running'
import { userFace } from './session'
import { spreadsheetFace } from './spreadsheet'

/** What the script's `onEdit(e)` is given; `value` and `oldValue` only for a single cell that has one. */
export interface EditEvent {
  range: GoogleAppsScript.Spreadsheet.Range
  source: GoogleAppsScript.Spreadsheet.Spreadsheet
  user: GoogleAppsScript.Base.User
  value?: string
  oldValue?: string
}

function refuseLocked(sheet: Sheet, area: Area): void {
  eachPlace(area, (row, column) => {
    const lock = lockOn(sheet, row, column)
    if (lock) throw new Error(deskWords.locked(lock.description))
  })
}

/** A blank is always allowed; a custom formula is asked as if written in the rule's first cell and copied. */
function holds({ rule, area }: Validation, sheet: Sheet, row: number, column: number): boolean {
  const cell = readCell(sheet, row, column)
  const value = cell?.value
  if (value === undefined) return true
  switch (rule.kind) {
    case 'list':
      return rule.values.includes(displayValue(value, cell?.style?.numberFormat))
    case 'formula':
      return running().calculator.calculate(sheet, shiftFormula(rule.formula, area, { row, column })) === true
    case 'wholeNumber':
      return typeof value === 'number' && Number.isInteger(value) && value >= rule.min
    case 'decimal':
      return typeof value === 'number' && value >= rule.min
  }
}

function refuseInvalid(sheet: Sheet, area: Area): void {
  eachPlace(area, (row, column) => {
    const broken = sheet.validations.find(
      (one) => !one.allowInvalid && contains(one.area, row, column) && !holds(one, sheet, row, column),
    )
    if (broken) throw new Error(deskWords.invalid(broken.help ?? ''))
  })
}

function putBack(sheet: Sheet, area: Area, before: readonly (readonly (Cell | undefined)[])[]): void {
  eachPlace(area, (row, column) => {
    const cell = before[row - area.row]?.[column - area.column]
    const blank = { value: undefined, formula: undefined, style: undefined, note: undefined }
    changeCell(sheet, row, column, { ...blank, ...cell })
    running().calculator.touch(sheet, row, column, true)
  })
}

function eventText(cell: Cell | undefined): string | undefined {
  const value = cell?.value
  if (value === undefined) return undefined
  return typeof value === 'object' ? String(value.date) : String(value)
}

/** Writes what was typed, or throws with the reason and leaves the workbook as it was. */
export function makeEdit(sheet: Sheet, area: Area, values: readonly (readonly (Scalar | null)[])[]): EditEvent {
  const range = rangeFace(sheet, area)
  refuseLocked(sheet, area)
  const before = mapPlaces(area, (row, column) => {
    const cell = readCell(sheet, row, column)
    return cell && { ...cell }
  })
  eachPlace(area, (row, column) => writeValue(sheet, row, column, values[row - area.row]?.[column - area.column]))
  try {
    refuseInvalid(sheet, area)
  } catch (error) {
    putBack(sheet, area, before)
    throw error
  }
  running().active = { sheet, ...area }
  const isOne = area.rows * area.columns === 1
  const value = isOne ? eventText(readCell(sheet, area.row, area.column)) : undefined
  const oldValue = isOne ? eventText(before[0]?.[0]) : undefined
  return {
    range,
    source: spreadsheetFace(),
    user: userFace(running().setup.user),
    ...(value !== undefined && { value }),
    ...(oldValue !== undefined && { oldValue }),
  }
}
