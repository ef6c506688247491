/** A workbook that stays in the context from call to call, so that an edit does not carry all of it across. */
import { applyPatchInPlace, Calculator, placeOf, Tracker } from '../book'
import type { Book } from '../book'
import type { BookPatch } from '../protocol'
import type { Call, LiveFinished, Setup } from './protocol'
import { running, start } from './running'

interface Resident {
  book: Book
  calculator: Calculator
  tracker: Tracker
}

let resident: Resident | null = null

function residing(): Resident {
  if (!resident) throw new Error('No workbook is loaded.')
  return resident
}

export function loadResident(book: Book): void {
  resident = { book, calculator: new Calculator(book), tracker: new Tracker(book) }
}

export function applyToResident(patch: BookPatch): BookPatch {
  const { book, calculator, tracker } = residing()
  const isFramed = patch.sheets !== undefined || patch.order !== undefined || patch.names !== undefined
  const touched = isFramed ? [] : touchedCells(patch)
  applyPatchInPlace(book, patch)
  if (isFramed) calculator.touchAll()
  for (const { sheet, row, column, isFormula } of touched) calculator.touch(sheet, row, column, isFormula)
  calculator.recalculate()
  return tracker.take()
}

/** The cells that a patch is about to change, with whether each has or will have a formula. */
function touchedCells(patch: BookPatch) {
  return residing().book.sheets.flatMap((sheet) =>
    Object.entries(patch.cells[sheet.id] ?? {}).map(([key, cell]) => {
      const isFormula = cell?.formula !== undefined || sheet.cells[key]?.formula !== undefined
      return { sheet, ...placeOf(key), isFormula }
    }),
  )
}

export function startInResident(setup: Setup): void {
  const { book, calculator } = residing()
  start(setup, book, calculator)
}

const hasEffect = (call: Call): boolean => call.kind === 'edit' || (call.kind === 'run' && !call.isAhead)

/** What the call changed, or would have: one that is to have no effect, or stopped at a question, is taken back. */
export function takeFromResident(call: Call): LiveFinished {
  const { tracker, calculator } = residing()
  const { outcome, setup } = running()
  const { files, scriptProperties, userProperties } = setup
  calculator.recalculate()
  const patch = outcome.asked || !hasEffect(call) ? takenBack() : tracker.take()
  return { outcome, patch, files, scriptProperties, userProperties }
}

/** What had changed since the last call, after the workbook was put back to where it was. */
function takenBack(): BookPatch {
  const { patch, back } = residing().tracker.changes()
  applyToResident(back)
  return patch
}
