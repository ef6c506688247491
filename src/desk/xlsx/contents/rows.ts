/** The rows of a sheet, from their XML. */
import { cellKey, shiftFormula } from '../../book'
import type { Cell } from '../../book'
import { unreadable } from '../error'
import { attributeOf, flagOf } from './scan'
import type { Pieces } from './scan'
import { valueOf } from './file-cell'
import type { Surroundings, WrittenCell } from './file-cell'
import { PLAIN } from './looks'
import type { CellLook } from './looks'
import { TextGathering } from './texts'

/** What stands in the rows of a sheet. */
export interface Rows {
  cells: Record<string, Cell>
  /** Of cells that hold something. */
  looks: Map<string, CellLook>
  hidden: number[]
  /** The last row and column with a cell, a blank one with a look too. */
  last: { row: number; column: number }
}

export interface RowsOrigin extends Surroundings {
  looks: readonly CellLook[]
}

interface Master {
  row: number
  column: number
  formula: string
}

const NO_CELL: WrittenCell = { type: undefined, look: PLAIN, value: '', inline: undefined, isResult: false }
const [A, Z, ZERO, NINE] = [65, 90, 48, 57]
const LETTERS = 26

/** No program has more. */
const LAST = { row: 1_048_576, column: 16_384 }

/** The column of an address; 0 where it has none. */
function columnOf(address: string): number {
  let column = 0
  for (let at = 0; at < address.length; at += 1) {
    const code = address.charCodeAt(at) & 0xdf
    if (code < A || code > Z) break
    column = column * LETTERS + code - A + 1
  }
  return column
}

function rowOf(address: string): number {
  let row = 0
  for (let at = 0; at < address.length; at += 1) {
    const code = address.charCodeAt(at)
    if (code >= ZERO && code <= NINE) row = row * 10 + code - ZERO
  }
  return row
}

/** Takes rows in their order; what has no address stands behind what came before. */
export class RowReader implements Pieces {
  readonly rows: Rows = { cells: {}, looks: new Map(), hidden: [], last: { row: 1, column: 1 } }
  private row = 0
  private rowsSeen = 0
  private column = 0
  private cell: WrittenCell = { ...NO_CELL }
  /** Of the cell's tag; most cells are blank, and nobody asks for their looks. */
  private attributes = ''
  private isBlank = true
  private formula = ''
  private shared: string | undefined
  private part = ''
  private readonly inline = new TextGathering()
  private readonly masters = new Map<string, Master>()

  constructor(private readonly origin: RowsOrigin) {}

  open(name: string, attributes: string): void {
    if (name === 'c') return this.openCell(attributes)
    if (name === 'row') return this.openRow(attributes)
    this.fillCell()
    if (name === 'f') this.openFormula(attributes)
    else if (name === 'v') this.part = name
    else {
      if (name === 'is') this.part = name
      if (this.part === 'is') this.inline.open(name, attributes)
    }
  }

  text(text: string): void {
    if (this.part === 'v') this.cell.value += text
    else if (this.part === 'f') this.formula += text
    else if (this.part === 'is') this.inline.text(text)
  }

  close(name: string): void {
    if (name === 'c') return this.closeCell()
    if (this.part === 'is') this.inline.close(name)
    if (name === 'is') this.cell.inline = this.inline.take()
    if (name === this.part) this.part = ''
  }

  private openRow(attributes: string): void {
    this.rowsSeen += 1
    const number = attributeOf(attributes, 'r')
    this.row = number === undefined ? this.rowsSeen : Number.parseInt(number, 10)
    this.column = 0
    const isFlat = Number(attributeOf(attributes, 'ht') ?? 1) === 0
    if (isFlat || flagOf(attributes, 'hidden')) this.rows.hidden.push(this.row)
  }

  private openCell(attributes: string): void {
    const address = attributeOf(attributes, 'r') ?? ''
    this.column = columnOf(address) || this.column + 1
    this.row = rowOf(address) || this.row
    this.attributes = attributes
    this.isBlank = true
  }

  /** Something stands in the cell that was opened. */
  private fillCell(): void {
    if (!this.isBlank) return
    const style = attributeOf(this.attributes, 's')
    const look = style === undefined ? PLAIN : (this.origin.looks[Number(style)] ?? PLAIN)
    this.cell = { ...NO_CELL, type: attributeOf(this.attributes, 't'), look }
    this.formula = ''
    this.shared = undefined
    this.isBlank = false
  }

  private openFormula(attributes: string): void {
    this.part = 'f'
    this.cell.isResult = true
    if (attributeOf(attributes, 't') === 'shared') this.shared = attributeOf(attributes, 'si')
  }

  private closeCell(): void {
    const { row, column, rows } = this
    rows.last.row = Math.max(rows.last.row, row)
    rows.last.column = Math.max(rows.last.column, column)
    if (row > LAST.row || column > LAST.column) throw unreadable('damaged')
    if (this.isBlank) return
    const { look } = this.cell
    const value = valueOf(this.cell, this.origin)
    const formula = this.ownFormula()
    if (value === undefined && formula === undefined) return
    const key = cellKey(row, column)
    const cell: Cell = {}
    if (value !== undefined) cell.value = value
    if (formula !== undefined) cell.formula = formula
    rows.cells[key] = cell
    rows.looks.set(key, look)
  }

  /** Of formulas that are written once for many cells, every cell has its own. */
  private ownFormula(): string | undefined {
    const { row, column, shared, formula } = this
    if (shared === undefined) return formula === '' ? undefined : `=${formula}`
    if (formula !== '') {
      this.masters.set(shared, { row, column, formula: `=${formula}` })
      return `=${formula}`
    }
    const master = this.masters.get(shared)
    return master && shiftFormula(master.formula, master, { row, column })
  }
}
