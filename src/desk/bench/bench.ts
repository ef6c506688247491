/** The workbook as commands and people change it: its cells, its formulas' results, and what has changed since. */
import { applyPatch, Calculator, isEmptyPatch, positionOf, Tracker } from '../book'
import type { Book, BookChange, BookPatch, Sheet } from '../book'

interface Touched {
  sheet: Sheet
  row: number
  column: number
  /** Whether the cell has or will have a formula. */
  isFormula: boolean
}

/** Where changes to a book are made. The book is the bench's own: nobody else changes it. */
export class Bench {
  readonly calculator: Calculator
  private readonly tracker: Tracker

  constructor(readonly book: Book) {
    this.calculator = new Calculator(book)
    this.tracker = new Tracker(book)
  }

  /** A tab by its name, exactly as written. */
  tab(name: string): Sheet | undefined {
    return this.book.sheets.find((sheet) => sheet.name === name)
  }

  /**
   * Makes a change and gives all that it changed, results of formulas included. Whatever is thrown on the way, the
   * book is afterwards exactly what it was.
   */
  change<T>(make: () => T): { made: T } & BookChange {
    try {
      const made = make()
      this.calculator.recalculate()
      return { made, ...this.tracker.take() }
    } catch (error) {
      this.takeBack()
      throw error
    }
  }

  /** Applies a change that was made elsewhere. */
  apply(patch: BookPatch): BookChange {
    const { patch: applied, back } = this.change(() => this.put(patch))
    return { patch: applied, back }
  }

  private put(patch: BookPatch): void {
    const isFramed = patch.sheets !== undefined || patch.order !== undefined || patch.names !== undefined
    const touched = isFramed ? [] : this.touchedBy(patch)
    applyPatch(this.book, patch)
    if (isFramed) this.calculator.touchAll()
    for (const { sheet, row, column, isFormula } of touched) this.calculator.touch(sheet, row, column, isFormula)
  }

  private touchedBy(patch: BookPatch): Touched[] {
    return this.book.sheets.flatMap((sheet) =>
      Object.entries(patch.cells[sheet.id] ?? {}).map(([key, cell]) => {
        const isFormula = cell?.formula !== undefined || sheet.cells[key]?.formula !== undefined
        return { sheet, ...positionOf(key), isFormula }
      }),
    )
  }

  private takeBack(): void {
    const { back } = this.tracker.take()
    if (!isEmptyPatch(back)) this.put(back)
    // The results stand again as they did: to work them out anew could change some.
    this.calculator.forget()
    this.tracker.take()
  }
}
