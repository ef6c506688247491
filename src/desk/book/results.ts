/** Whether the results that a workbook came with are those of its formulas. */
import { cellKey, mapPositions, positionOf } from './cells'
import { recalculate } from './calculator'
import { evaluateFormula } from './formula/evaluate'
import type { Source } from './formula/evaluate'
import { fromCell, isError, toCell } from './formula/values'
import type { Book, Cell, Sheet } from './model'
import { parsed } from './parsed'
import { namedTargetOf, targetOf } from './targets'
import type { Target } from './targets'

type Value = Cell['value']

/** A formula whose result in the file is not its own. */
export interface StaleResult {
  tab: string
  row: number
  column: number
  kept: Value
  computed: Value
}

interface Written {
  sheet: Sheet
  key: string
  formula: string
  kept: Value
}

/** So small a part of a number is what two programs make differently of binary fractions. */
const TOLERANCE = 1e-9

function agree(kept: Value, computed: Value): boolean {
  if (typeof kept === 'number' && typeof computed === 'number') {
    return Math.abs(kept - computed) <= TOLERANCE * Math.max(1, Math.abs(kept), Math.abs(computed))
  }
  const [a, b] = [kept, computed].map((value) => (typeof value === 'object' ? value.date : (value ?? '')))
  return a === b
}

function* formulasIn(book: Book): Generator<Written> {
  for (const sheet of book.sheets) {
    for (const key of Object.keys(sheet.cells)) {
      const cell = sheet.cells[key]
      if (cell?.formula !== undefined) yield { sheet, key, formula: cell.formula, kept: cell.value }
    }
  }
}

/** The cells as they are kept, without calculating any of them. */
function keptCells(book: Book, on: Sheet): Source {
  const grid = (target: Target | null) =>
    target && mapPositions(target.area, (row, column) => fromCell(target.sheet.cells[cellKey(row, column)]?.value))
  return {
    cells: (reference) => grid(targetOf(book, reference, on)),
    named: (name) => grid(namedTargetOf(book, name)),
  }
}

/** True where a formula has another result than the one kept. An error can be our own limit, and says nothing. */
function isStale(book: Book, { sheet, formula, kept }: Written): boolean {
  const value = evaluateFormula(parsed(formula), keptCells(book, sheet))
  return !isError(value) && !agree(kept, toCell(value))
}

/** Every one of so many formulas is looked at, whatever it costs. */
const EVERY = 10
/** A plain total costs next to nothing: of those, so many are looked at, each of them. */
const SHORT = 60
const MOST_SHORT = 500

/** True where a formula that is looked at has another result than the one kept. */
export function isDoubtful(book: Book): boolean {
  let at = 0
  for (const written of formulasIn(book)) {
    const isPlain = written.formula.length <= SHORT && at < MOST_SHORT
    if ((isPlain || at % EVERY === 0) && isStale(book, written)) return true
    at += 1
  }
  return false
}

/** Calculates all formulas anew, and gives those that had another result. One that had none is not among them. */
export function renewResults(book: Book): StaleResult[] {
  const before = [...formulasIn(book)]
  recalculate(book)
  return before.flatMap(({ sheet, key, kept }) => {
    const value = sheet.cells[key]?.value
    return kept === undefined || agree(kept, value)
      ? []
      : [{ tab: sheet.name, ...positionOf(key), kept, computed: value }]
  })
}
