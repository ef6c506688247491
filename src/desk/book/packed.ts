/** The cells of a tab in little space: of 20,000 rows each key, each name of a field and all looks are much to send. */
import { cellKey, eachCell } from './cells'
import type { Cell, CellStyle, Scalar, Sheet } from './model'

/** Cells side by side with the same looks: row, first column, index of the looks (-1: none), and the values. */
type Stretch = [row: number, column: number, looks: number, ...values: (Scalar | null)[]]

export interface PackedCells {
  /** Each once. */
  looks: CellStyle[]
  /** A value of null: a blank cell with looks. */
  stretches: Stretch[]
  /** Cells with a formula, a note or a date. */
  rest: Sheet['cells']
}

const isPlain = ({ value, formula, note }: Cell): boolean =>
  formula === undefined && note === undefined && typeof value !== 'object'

const isEqual = (one: CellStyle, other: CellStyle): boolean =>
  one === other || (isWithin(one, other) && isWithin(other, one))

function isWithin(one: CellStyle, other: CellStyle): boolean {
  for (const field in one) if (one[field as keyof CellStyle] !== other[field as keyof CellStyle]) return false
  return true
}

/** Gives each of the looks its index, the same to equal ones. Most cells look like the one before. */
function indexOf(looks: CellStyle[]): (style: CellStyle | undefined) => number {
  const byText = new Map<string, number>()
  let last = -1
  return (style) => {
    if (!style) return -1
    const before = looks[last]
    if (before && isEqual(before, style)) return last
    const text = JSON.stringify(style)
    last = byText.get(text) ?? looks.push(style) - 1
    byText.set(text, last)
    return last
  }
}

export function packCells(cells: Sheet['cells']): PackedCells {
  const packed: PackedCells = { looks: [], stretches: [], rest: {} }
  const index = indexOf(packed.looks)
  let last: Stretch = [0, 0, -1]
  eachCell(cells, (cell, row, column, key) => {
    if (!isPlain(cell)) {
      packed.rest[key] = cell
      return
    }
    const looks = index(cell.style)
    const continues = last[0] === row && last[2] === looks && last[1] + last.length - 3 === column
    if (!continues) packed.stretches.push((last = [row, column, looks]))
    last.push((cell.value as Scalar | undefined) ?? null)
  })
  return packed
}

/** Equal looks are one object. */
export function unpackCells({ looks, stretches, rest }: PackedCells): Sheet['cells'] {
  const cells: Sheet['cells'] = {}
  for (const stretch of stretches) {
    const [row, column, index] = stretch
    const style = looks[index]
    for (let at = 3; at < stretch.length; at++) {
      const value = stretch[at] ?? null
      const cell: Cell = value === null ? {} : { value }
      if (style) cell.style = style
      cells[cellKey(row, column + at - 3)] = cell
    }
  }
  return Object.assign(cells, rest)
}
