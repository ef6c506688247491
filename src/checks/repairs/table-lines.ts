import { edition2021 as form, table3Rows, type CellId } from '../../form'
import { equations, equationsOf, positionOf } from '../equations'

/** An identity whose figures all belong to one row or column. */
interface OwnIdentity {
  /** Its position in `equations`. */
  equation: number
  /** `index`: in the row or column. */
  terms: readonly { index: number; sign: number }[]
  /** Coefficients by index in the row or column, 0 for figures it does not read. */
  signs: Int8Array
}

/** A row or column of a table, along which figures slip. `inputs`: a row without its total. */
export interface TableLine {
  kind: 'row' | 'column' | 'inputs'
  table: 'table3' | 'table4'
  /** Positions in `figures`. */
  cells: readonly number[]
  own: readonly OwnIdentity[]
  /** By position in `equations`: 1 where the equation reads a figure of the row or column. */
  readers: Uint8Array
}

function ownIdentities(cells: readonly number[], readers: Uint8Array): OwnIdentity[] {
  const indexes = new Map(cells.map((cell, index) => [cell, index]))
  return equations.flatMap(({ terms }, equation) => {
    const isWithin = readers[equation] === 1 && terms.every((term) => !term.isLastYear && indexes.has(term.position))
    if (!isWithin) return []
    const own = terms.map(({ position, sign }) => ({ index: indexes.get(position) ?? -1, sign }))
    const signs = new Int8Array(cells.length)
    for (const { index, sign } of own) signs[index] = sign
    return [{ equation, terms: own, signs }]
  })
}

function lineOf(kind: TableLine['kind'], table: TableLine['table'], ids: readonly CellId[]): TableLine {
  const cells = ids.map(positionOf)
  const readers = new Uint8Array(equations.length)
  for (const cell of cells) for (const { equation } of equationsOf[cell] ?? []) readers[equation] = 1
  return { kind, table, cells, own: ownIdentities(cells, readers), readers }
}

const columnIds3 = form.table3.columns.map(({ id }) => id)
const ids3 = (row: string, columns: readonly string[]) => columns.map((column) => `table3.${row}.${column}`)

/** The rows of table 3, from top to bottom. */
export const rows3: readonly TableLine[] = table3Rows.map(({ id }) => lineOf('row', 'table3', ids3(id, columnIds3)))

/** The columns of table 3, from left to right. */
export const columns3: readonly TableLine[] = columnIds3.map((column) =>
  lineOf(
    'column',
    'table3',
    table3Rows.map(({ id }) => `table3.${id}.${column}`),
  ),
)

/** The rows of table 3 without totals: the figures that an office types where the totals are formulas. */
export const inputRows3: readonly TableLine[] = table3Rows
  .filter(({ id }) => id !== form.table3.concluded.id)
  .map(({ id }) => lineOf('inputs', 'table3', ids3(id, columnIds3.slice(0, -1))))

/** The one row of table 4. */
export const row4: TableLine = lineOf(
  'row',
  'table4',
  form.table4.groups.flatMap((group) => form.table4.columns.map((column) => `table4.${group.id}.${column.id}`)),
)

/** The figure that an identity within the row or column requires at index `lost`; NaN where none does. */
export function deducedIn({ own }: TableLine, values: readonly number[], lost: number): number {
  for (const identity of own) {
    let sign = 0
    let rest = 0
    for (const term of identity.terms) {
      if (term.index === lost) sign = term.sign
      else rest += term.sign * (values[term.index] ?? NaN)
    }
    if (sign !== 0 && !Number.isNaN(rest)) return -rest / sign + 0
  }
  return NaN
}

/** Whether every identity within the row or column holds. */
export function holdsWithin({ own }: TableLine, values: readonly number[]): boolean {
  return own.every((identity) => {
    let sum = 0
    for (const { index, sign } of identity.terms) sum += sign * (values[index] ?? NaN)
    return sum === 0
  })
}

/** Tells for two indexes whether every identity within the row or column holds once their figures are swapped. */
export function holdsExchanged({ own }: TableLine, values: readonly number[]): (i: number, j: number) => boolean {
  const off = own.map(({ terms }) => terms.reduce((sum, { index, sign }) => sum + sign * (values[index] ?? NaN), 0))
  return (i, j) => {
    const growth = (values[j] ?? NaN) - (values[i] ?? NaN)
    return own.every(({ signs }, k) => (off[k] ?? NaN) + ((signs[i] ?? 0) - (signs[j] ?? 0)) * growth === 0)
  }
}
