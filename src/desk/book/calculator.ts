/** The results of a book's formulas. After a change only the formulas that depend on it are calculated again. */
import { contains } from '../../workbook'
import { cellKey, mapPositions, noteChange, positionOf } from './cells'
import { evaluateFormula } from './formula/evaluate'
import type { Source } from './formula/evaluate'
import { isFunction } from './formula/functions'
import { parseFormula, precedents } from './formula/parse'
import type { CallNode, Node, Precedents } from './formula/parse'
import { errorOf, fromCell, toCell } from './formula/values'
import type { FormulaValue, Grid, Single } from './formula/values'
import { KeptCalls } from './kept-calls'
import type { Area, Book, Cell, DateValue, Scalar, Sheet } from './model'
import { parsed } from './parsed'
import { same } from './same'
import { namedTargetOf, targetOf } from './targets'
import type { Target } from './targets'

interface FormulaCell {
  sheet: Sheet
  row: number
  column: number
  cell: Cell
  node: Node
  reads: Target[]
  /** It calls a function that the desk does not know: the result that it came with stays. */
  isForeign: boolean
  state: 'known' | 'stale' | 'running'
}

type Changed = Map<Sheet, Set<string>>

export class Calculator {
  private formulas: Map<Sheet, Map<string, FormulaCell>> | null = null
  private readonly changed: Changed = new Map()
  private everything = false
  private readonly kept = new KeptCalls()
  /** How often a formula was met that reads itself. */
  private circles = 0

  constructor(private readonly book: Book) {}

  /** A cell has changed. `formula`: it has a formula now, or had one before. */
  touch(sheet: Sheet, row: number, column: number, formula: boolean): void {
    const key = cellKey(row, column)
    if (formula) this.readFormula(sheet, key)
    const keys = this.changed.get(sheet) ?? new Set()
    this.changed.set(sheet, keys.add(key))
  }

  /** Tabs, lines or names have changed: everything is calculated again. */
  touchAll(): void {
    this.formulas = null
    this.kept.clear()
    this.everything = true
  }

  /** The cells are as they were after the last calculation. */
  forget(): void {
    this.formulas = null
    this.kept.clear()
    this.changed.clear()
    this.everything = false
  }

  /** Brings every cached result up to date; called before values are read. */
  recalculate(): void {
    if (!this.everything && !this.changed.size) return
    const all = this.formulaCells()
    if (this.everything) for (const one of all) one.state = 'stale'
    else this.markDependents(all)
    this.changed.clear()
    this.everything = false
    for (const one of all) this.evaluate(one)
  }

  /** The value a formula would have on that tab, without being written anywhere. */
  calculate(sheet: Sheet, formula: string): Scalar | DateValue | undefined {
    this.recalculate()
    this.formulaCells()
    return toCell(evaluateFormula(parseFormula(formula), this.sourceFor(sheet)))
  }

  private formulaCells(): FormulaCell[] {
    this.formulas ??= new Map(this.book.sheets.map((sheet) => [sheet, this.formulasOf(sheet)]))
    return [...this.formulas.values()].flatMap((cells) => [...cells.values()])
  }

  private formulasOf(sheet: Sheet): Map<string, FormulaCell> {
    const cells = new Map<string, FormulaCell>()
    for (const key in sheet.cells) {
      const formula = this.formulaAt(sheet, key)
      if (formula) cells.set(key, formula)
    }
    return cells
  }

  private formulaAt(sheet: Sheet, key: string): FormulaCell | null {
    const cell = sheet.cells[key]
    if (cell?.formula === undefined) return null
    const node = parsed(cell.formula)
    const { functions, ...read } = precedents(node)
    const isForeign = !functions.every(isFunction)
    const reads = this.readsOf(read, sheet)
    return { sheet, ...positionOf(key), cell, node, reads, isForeign, state: 'known' }
  }

  private readFormula(sheet: Sheet, key: string): void {
    const cells = this.formulas?.get(sheet)
    const formula = this.formulaAt(sheet, key)
    if (formula) cells?.set(key, formula)
    else cells?.delete(key)
  }

  private readsOf({ references, names }: Pick<Precedents, 'references' | 'names'>, on: Sheet): Target[] {
    const read = references.flatMap((reference) => targetOf(this.book, reference, on) ?? [])
    return [...read, ...names.flatMap((name) => namedTargetOf(this.book, name) ?? [])]
  }

  private markDependents(all: readonly FormulaCell[]): void {
    const queue = [...this.changed].map(([sheet, keys]) => ({ sheet, keys: keys as ReadonlySet<string> }))
    for (const { sheet, keys } of queue) {
      for (const key of keys) {
        const own = this.formulas?.get(sheet)?.get(key)
        if (own) own.state = 'stale'
      }
    }
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { sheet, keys } = next
      const isTouched = (read: Target) => read.sheet === sheet && touches(read.area, keys)
      this.kept.forget((reads) => reads.some(isTouched))
      for (const one of all) {
        if (one.state === 'stale' || !one.reads.some(isTouched)) continue
        one.state = 'stale'
        queue.push({ sheet: one.sheet, keys: new Set([cellKey(one.row, one.column)]) })
      }
    }
  }

  /** Evaluates first the formulas that this one reads. A formula that is met again while it runs reads itself. */
  private evaluate(one: FormulaCell): Single {
    if (one.state === 'known') return fromCell(one.cell.value)
    if (one.isForeign && one.cell.value !== undefined) {
      one.state = 'known'
      return fromCell(one.cell.value)
    }
    if (one.state === 'running') {
      this.circles += 1
      return errorOf('#REF!')
    }
    one.state = 'running'
    const kept = (call: CallNode, compute: () => FormulaValue) => this.keptCall(one.sheet, call, compute)
    const value = evaluateFormula(one.node, { ...this.sourceFor(one.sheet), kept })
    one.state = 'known'
    const stored = toCell(value)
    if (!same(stored, one.cell.value)) this.store(one, stored)
    return value
  }

  /** Puts a new object in the place of the cell, because others compare cells by identity to see what has changed. */
  private store(one: FormulaCell, value: Cell['value']): void {
    const key = cellKey(one.row, one.column)
    const cell: Cell = { ...(one.sheet.cells[key] ?? one.cell) }
    if (value === undefined) delete cell.value
    else cell.value = value
    one.cell = cell
    one.sheet.cells[key] = cell
    noteChange(one.sheet, key)
  }

  private sourceFor(on: Sheet): Source {
    return {
      cells: (reference) => this.grid(targetOf(this.book, reference, on)),
      named: (name) => this.grid(namedTargetOf(this.book, name)),
    }
  }

  private keptCall(sheet: Sheet, call: CallNode, compute: () => FormulaValue): FormulaValue {
    const known = this.kept.of(sheet, call)
    if (known) return known.value
    const { circles } = this
    const value = compute()
    // What reads the very formula that makes the call is an error there, and may be none elsewhere.
    if (circles === this.circles) this.kept.keep(sheet, call, { value, reads: this.readsOf(precedents(call), sheet) })
    return value
  }

  private grid(target: Target | null): Grid | null {
    if (!target) return null
    const { sheet, area } = target
    const formulas = this.formulas?.get(sheet)
    return mapPositions(area, (row, column) => {
      const key = cellKey(row, column)
      const formula = formulas?.get(key)
      return formula ? this.evaluate(formula) : fromCell(sheet.cells[key]?.value)
    })
  }
}

function touches(area: Area, keys: ReadonlySet<string>): boolean {
  if (area.rows * area.columns < keys.size)
    return mapPositions(area, cellKey).some((row) => row.some((key) => keys.has(key)))
  return [...keys].some((key) => {
    const { row, column } = positionOf(key)
    return contains(area, row, column)
  })
}

/** Every formula of a book calculated anew, as after reading one from a file. */
export function recalculate(book: Book): void {
  const calculator = new Calculator(book)
  calculator.touchAll()
  calculator.recalculate()
}
