/** The one run under way in this context: the book, the clock, and what has happened so far. */
import { Calculator } from '../../../../src/desk/book'
import type { Book, Sheet } from '../../../../src/desk/book'
import type { Counts, CallResult, Setup } from './protocol'

export interface Running {
  setup: Setup
  /** A simple trigger runs without anybody's consent. */
  isTrigger: boolean
  book: Book
  calculator: Calculator
  result: CallResult
  /** The cell the person has selected. */
  active: { sheet: Sheet; row: number; column: number }
  /** What the script told last of how far it has come. */
  phase: string
  /** Milliseconds by which slow calls have put the clock forward. */
  lag: number
  /** Of the clock, once it was asked for. */
  year?: number
}

let current: Running | null = null

const noCounts = (): Counts => ({ read: 0, write: 0, locate: 0, drive: 0, ui: 0, lock: 0, other: 0 })

const nothing = (): CallResult => ({
  counts: noCounts(),
  calls: {},
  asked: {},
  menus: [],
  dialogs: [],
  questions: [],
  toasts: [],
  files: [],
  consents: [],
  log: [],
})

export function start(setup: Setup, book: Book): void {
  const [sheet] = book.sheets
  if (!sheet) throw new Error('A spreadsheet has at least one sheet.')
  const { row, column, sheet: id } = setup.selected ?? { row: 1, column: 1, sheet: sheet.id }
  const active = { sheet: book.sheets.find((one) => one.id === id) ?? sheet, row, column }
  current = {
    setup,
    isTrigger: false,
    book,
    calculator: new Calculator(book),
    result: nothing(),
    active,
    phase: '',
    lag: 0,
  }
}

/** Asked by the clock, also before a run has begun. */
export const lagSoFar = (): number => current?.lag ?? 0

export function running(): Running {
  if (!current) throw new Error('No run is under way.')
  return current
}
