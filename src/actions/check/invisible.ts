/** Figures' cells with nothing in them that anybody could see, as a pasted `&nbsp;`: blank, but formulas take them for text. */
import { isBlankText } from '../../report'
import { a1, readWorkbook, rectangles, type Place, type ReadValue, type WorkbookSnapshot } from '../../workbook'
import { matrix, readAt } from '../areas'
import type { CellWrite, TabArea } from '../plan'

const isInvisible = (value: ReadValue): boolean => typeof value === 'string' && value !== '' && isBlankText(value)

export interface InvisibleCell {
  tab: string
  at: Place
}

export function invisibleCells(snapshot: WorkbookSnapshot): InvisibleCell[] {
  if (!snapshot.tabs.some(({ values }) => values.some((row) => row.some(isInvisible)))) return []
  const { places, lastYearPlaces, tabs } = readWorkbook(snapshot)
  return [...places.values(), ...lastYearPlaces.values()].flatMap((at) => {
    const tab = snapshot.tabs.find(({ name }) => name === tabs.get(at.tab))
    return tab && isInvisible(readAt(tab.values, at)) ? [{ tab: tab.name, at }] : []
  })
}

/** As it is once these cells are blank. */
export function withoutInvisible(snapshot: WorkbookSnapshot, cells: readonly InvisibleCell[]): WorkbookSnapshot {
  const tabs = snapshot.tabs.map((tab) => {
    const own = new Set(cells.flatMap((cell) => (cell.tab === tab.name ? [a1(cell.at)] : [])))
    if (own.size === 0) return tab
    const valueAt = (value: ReadValue, row: number, column: number) => (own.has(a1({ row, column })) ? '' : value)
    return { ...tab, values: tab.values.map((line, r) => line.map((value, c) => valueAt(value, r + 1, c + 1))) }
  })
  return { ...snapshot, tabs }
}

/** The cells in as few areas as possible. */
export function areasOf(cells: readonly InvisibleCell[]): TabArea[] {
  const tabs = [...new Set(cells.map(({ tab }) => tab))]
  return tabs.flatMap((tab) => {
    const own = cells.filter((cell) => cell.tab === tab).map(({ at }) => at)
    return rectangles(own).map((area) => ({ tab, ...area }))
  })
}

/** Those without a formula: what a formula gives is its own. `formulas`: of each area. */
export function typedCells(
  cells: readonly InvisibleCell[],
  areas: readonly TabArea[],
  formulas: readonly (readonly (readonly string[])[])[],
): InvisibleCell[] {
  const isFormula = ({ tab, at }: InvisibleCell) =>
    areas.some((area, index) => area.tab === tab && !!formulas[index]?.[at.row - area.row]?.[at.column - area.column])
  return cells.filter((cell) => !isFormula(cell))
}

export const blankWrites = (cells: readonly InvisibleCell[]): CellWrite[] =>
  areasOf(cells).map((area) => {
    const { tab, row, column } = area
    return { kind: 'values', tab, row, column, values: matrix(area, () => '') }
  })
