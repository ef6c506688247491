/** A person's edit on the bench: refused where the tab is locked or the value is not allowed. */
import type { ReadRows, Write } from '../../actions'
import { isFormTab, marksAfterEdit } from '../../actions'
import { deskWords } from '../../words/desk'
import { cellAt, displayValue, eachPosition, isOwnFormula, lockOn, mapCells, shiftFormula } from '../book'
import { isBlankText } from '../../report'
import { contains } from '../../workbook'
import type { Area, Scalar, Sheet, Validation } from '../book'
import { applyWrites } from './apply-writes'
import type { Bench } from './bench'
import { CellWriter } from './cell-writes'
import { FormEntries } from './form-entries'
import type { Understood } from './form-entries'
import { valuesOf } from './read'

/** The workbook does not allow an edit; the message says why. */
export class EditRefused extends Error {
  override name = 'EditRefused'
}

export interface TypedValues {
  /** Name of the tab. */
  tab: string
  area: Area
  /** Rows of the area's size; null empties a cell. */
  values: readonly (readonly (Scalar | null)[])[]
}

function refuseLocked(sheet: Sheet, area: Area): void {
  eachPosition(area, (row, column) => {
    const lock = lockOn(sheet, row, column)
    if (lock) throw new EditRefused(deskWords.locked(lock.description))
  })
}

/**
 * A blank is always allowed. The formula of a rule is calculated as if it stood in the first cell of the rule's area
 * and were copied to this one.
 */
function holds({ calculator }: Bench, { rule, area }: Validation, sheet: Sheet, row: number, column: number): boolean {
  const cell = cellAt(sheet, row, column)
  const value = cell?.value
  if (value === undefined) return true
  switch (rule.kind) {
    case 'list':
      return rule.values.includes(displayValue(value, cell?.style?.numberFormat))
    case 'formula':
      return calculator.calculate(sheet, shiftFormula(rule.formula, area, { row, column })) === true
    case 'wholeNumber':
      return typeof value === 'number' && Number.isInteger(value) && value >= rule.min
    case 'decimal':
      return typeof value === 'number' && value >= rule.min
  }
}

/** Rules that only point out what breaks them refuse nothing. */
function refuseInvalid(bench: Bench, sheet: Sheet, area: Area): void {
  const strict = sheet.validations.filter(({ allowInvalid }) => !allowInvalid)
  if (strict.length === 0) return
  bench.calculator.recalculate()
  eachPosition(area, (row, column) => {
    const broken = strict.find((one) => contains(one.area, row, column) && !holds(bench, one, sheet, row, column))
    if (broken) throw new EditRefused(deskWords.invalid(broken.help ?? ''))
  })
}

const POWER = /^[-+]?[0-9]+(?:\.[0-9]*)?[eE][-+]?[0-9]+$/

/** No cell and no file can hold `1e400`. */
function refuseEndless(typed: Scalar | null): void {
  if (typeof typed !== 'string' || !POWER.test(typed.trim())) return
  if (!Number.isFinite(Number(typed))) throw new EditRefused(deskWords.tooLarge(typed))
}

/** A text that begins with `=` and is no formula of ours stays a text. */
function ownText({ book }: Bench, typed: Scalar | null): Scalar | null {
  if (typeof typed !== 'string') return typed
  const isNamed = (name: string) => book.names.some((one) => one.name.toLowerCase() === name.toLowerCase())
  return /^=./s.test(typed) && !isOwnFormula(typed, isNamed) ? `'${typed}` : typed
}

/** A text in which there is nothing to see, as `&nbsp;` of a page that was copied, empties the cell. */
const seenIn = (typed: Scalar | null): Scalar | null =>
  typeof typed === 'string' && isBlankText(typed.replace(/^'/, '')) ? null : typed

function writeTyped(bench: Bench, sheet: Sheet, { area, values }: TypedValues, year: number): Understood[] {
  const cells = new CellWriter(bench, year)
  const entries = isFormTab(sheet.name) ? new FormEntries(sheet, year) : null
  eachPosition(area, (row, column) => {
    const given = seenIn(values[row - area.row]?.[column - area.column] ?? null)
    refuseEndless(given)
    const typed = ownText(bench, given)
    cells.value(sheet, row, column, entries ? entries.entered(row, column, typed) : typed)
  })
  return entries?.understood ?? []
}

function marksOf(bench: Bench, sheet: Sheet, area: Area): Write[] {
  const values = (): ReadRows => {
    bench.calculator.recalculate()
    return valuesOf(sheet)
  }
  const notes = (part: Area) => mapCells(sheet, part, (cell) => cell?.note ?? '')
  return marksAfterEdit({ name: sheet.name, area: () => area, values, notes, isRenewed: true })
}

/** Marks never stop a person who types, whatever is wrong with the tab: the next check tells it. */
function freshMarks(bench: Bench, sheet: Sheet, area: Area): Write[] {
  try {
    return marksOf(bench, sheet, area)
  } catch {
    return []
  }
}

/**
 * Writes what was typed and renews the marks of the edited cells. Throws an EditRefused; call it within `Bench.change`,
 * which takes back what was written before that.
 *
 * @param year the year that a day without one belongs to
 * @returns the texts in figures' cells that stand for numbers
 */
export function typeInto(bench: Bench, edit: TypedValues, year: number): Understood[] {
  const sheet = bench.tab(edit.tab)
  if (!sheet) throw new EditRefused(deskWords.noTab(edit.tab))
  refuseLocked(sheet, edit.area)
  const understood = writeTyped(bench, sheet, edit, year)
  refuseInvalid(bench, sheet, edit.area)
  applyWrites(bench, freshMarks(bench, sheet, edit.area), year)
  return understood
}
