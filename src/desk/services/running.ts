/** The one run under way in this context: the book, the clock, and what has happened so far. */
import { Calculator } from '../book'
import type { Book, Sheet } from '../book'
import type { Counts, Outcome, Setup } from './protocol'

export interface Running {
  setup: Setup
  book: Book
  calculator: Calculator
  outcome: Outcome
  /** The tab and cells the person has before them. */
  active: { sheet: Sheet; row: number; column: number; rows: number; columns: number }
  /** Of the clock, once it was asked for. */
  year?: number
}

let current: Running | null = null

const noCounts = (): Counts => ({ read: 0, write: 0, locate: 0, drive: 0, ui: 0, lock: 0, other: 0 })

/** `calculator`: of the same book, kept from an earlier run. */
export function start(setup: Setup, book: Book, calculator = new Calculator(book)): Running {
  const [sheet] = book.sheets
  if (!sheet) throw new Error('A spreadsheet has at least one sheet.')
  current = {
    setup,
    book,
    calculator,
    outcome: { counts: noCounts(), menus: [], dialogs: [], questions: [], toasts: [], files: [], log: [] },
    active: { sheet, row: 1, column: 1, rows: 1, columns: 1 },
  }
  return current
}

export function running(): Running {
  if (!current) throw new Error('No run is under way.')
  return current
}
