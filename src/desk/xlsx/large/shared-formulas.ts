/** Formulas that are written once and hold for many cells, which can stand in later pieces. */
import { attributeOf } from '../contents/scan'
import { Uncuttable } from './splitter'

const SHARED = /(<c(?=[\s>])[^<>]*>)\s*(<f\s[^<>]*\bt\s*=\s*["']shared["'][^<>]*?(\/>|>([^<]*)<\/f>))/g
const ANY_SHARED = /<f\s[^<>]*\bt\s*=\s*["']shared["']/g

interface Master {
  row: number
  cell: string
}

const rowOf = (address: string): number => Number(/\d+$/.exec(address)?.[0])

export class SharedFormulas {
  private readonly masters = new Map<string, Master>()

  /**
   * Rows to be put before those of a piece: the cells whose formulas hold for cells of the piece and that stand above
   * it.
   */
  before(xml: string, first: number): string {
    const shared = [...xml.matchAll(SHARED)]
    if (shared.length !== (xml.match(ANY_SHARED)?.length ?? 0)) throw new Uncuttable()
    const needed = new Set<Master>()
    for (const [, cell = '', formula = ''] of shared) {
      const number = attributeOf(formula, 'si') ?? ''
      const master = this.masters.get(number)
      if (attributeOf(formula, 'ref') !== undefined) this.note(number, cell, formula)
      else if (master && master.row < first) needed.add(master)
    }
    return rowsOf([...needed])
  }

  private note(number: string, cell: string, formula: string): void {
    const address = attributeOf(cell, 'r')
    // Where a cell without an address stands, only the library knows.
    if (address === undefined) throw new Uncuttable()
    this.masters.set(number, { row: rowOf(address), cell: `<c r="${address}">${formula}</c>` })
  }
}

function rowsOf(masters: readonly Master[]): string {
  const rows = new Map<number, string>()
  for (const { row, cell } of masters) rows.set(row, (rows.get(row) ?? '') + cell)
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => `<row r="${row}">${cells}</row>`)
    .join('')
}
