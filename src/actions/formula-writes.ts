import type { CellWrite } from './plan'

/** A cell and the formula it is to have. */
export interface FormulaCell {
  tab: string
  a1: string
  formulaR1C1: string
}

/** One write for all cells of a tab that have the same formula. */
export function formulaWrites(cells: readonly FormulaCell[]): CellWrite[] {
  const groups = new Map<string, { tab: string; formulaR1C1: string; cells: string[] }>()
  for (const { tab, a1, formulaR1C1 } of cells) {
    const key = `${tab}\n${formulaR1C1}`
    const group = groups.get(key) ?? { tab, formulaR1C1, cells: [] }
    groups.set(key, { ...group, cells: [...group.cells, a1] })
  }
  return [...groups.values()].map((group) => ({ kind: 'formula', ...group }))
}
