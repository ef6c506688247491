/** Compares a tab with the layout: cells that were overwritten, rows and columns that were moved. */
import { a1, rectangles, tabContents } from '../../workbook'
import type { Area, LayoutCell, Position, ReadRows, ReadValue, TabLayout, WorkbookReading } from '../../workbook'
import { matrix, readAt } from '../areas'
import type { Write } from '../plan'

/** A tab as it is: what its cells show, their formulas and notes, from the first cell on. */
export interface TabAsIs {
  name: string
  values: ReadRows
  formulas: string[][]
  notes: string[][]
}

/** Values to fill into inputs that are blank, keyed `row,column`. */
export type Filling = ReadonlyMap<string, string | number>

const key = ({ row, column }: Position): string => `${row},${column}`
const plainFormula = (formula: string): string => formula.replace(/\s/g, '').toUpperCase()

/** A total typed over its formula is a figure: only 计算合计 restores it, which shows it first. */
export function isTypedTotal(cell: LayoutCell, tab: TabAsIs): boolean {
  if (cell.formula === undefined || cell.figure === undefined) return false
  return readAt(tab.formulas, cell) === '' && readAt(tab.values, cell) !== ''
}

/** Whether a cell holds what the layout says. A cell that the layout leaves open always does. */
function isAsLaidOut(cell: LayoutCell, tab: TabAsIs): boolean {
  const formula = readAt(tab.formulas, cell)
  if (cell.formula !== undefined) return plainFormula(formula) === plainFormula(cell.formula)
  if (cell.value === undefined) return true
  return String(readAt(tab.values, cell)).trim() === String(cell.value).trim() && formula === ''
}

const isLabel = (cell: LayoutCell): boolean => cell.value !== undefined && cell.value !== ''

/** True for a tab of somebody else's that happens to have our name: it holds something, and none of our labels. */
export function isForeign(layout: TabLayout, tab: TabAsIs): boolean {
  const hasContent = tab.values.some((line) => line.some((value) => value !== ''))
  return hasContent && !layout.cells.some((cell) => isLabel(cell) && isAsLaidOut(cell, tab))
}

/** Whether figures stand elsewhere than in the layout: rows or columns were inserted, removed or exchanged. */
export function isMoved(layout: TabLayout, reading: WorkbookReading): boolean {
  const places = layout.key === 'lastYear' ? reading.lastYearPlaces : reading.places
  const hasStrayed = (place: Position | undefined, at: Position) =>
    place !== undefined && (place.row !== at.row || place.column !== at.column)
  if (layout.cells.some((cell) => cell.figure !== undefined && hasStrayed(places.get(cell.figure), cell))) return true
  const [named] = layout.names
  if (!named) return false
  const { row, column } = named.area
  if (layout.key === 'basics') return hasStrayed(reading.spots.get('unit'), { row, column: column + 1 })
  if (layout.key === 'overview' || layout.key === 'problems' || layout.key === 'other') {
    return hasStrayed(reading.spots.get(layout.key), { row, column })
  }
  const list = layout.key === 'findings' ? reading.findingsList : layout.key === 'log' ? reading.log : null
  return list !== null && list.headerRow !== row
}

const isBlank = (values: readonly (readonly ReadValue[])[]): boolean =>
  values.every((line) => line.every((value) => value === ''))

/** The whole tab at once; for a tab that holds nothing yet. */
export function fillBlankTab(layout: TabLayout, filling: Filling): Write {
  const contents = tabContents(layout)
  const values = contents.map((line, r) =>
    line.map((content, c) => filling.get(key({ row: r + 1, column: c + 1 })) ?? content),
  )
  return { kind: 'values', tab: layout.name, row: 1, column: 1, values }
}

/** If 基本信息 was moved, a formula that names it is right as the host has adjusted it. */
const isAdjusted = (cell: LayoutCell, tab: TabAsIs, isBasicsMoved: boolean): boolean =>
  isBasicsMoved && cell.formula?.includes('!') === true && readAt(tab.formulas, cell).includes('!')

export interface Repair {
  writes: Write[]
  /** The cells of ours that are written over, with what they held. */
  replaced: { cell: string; was: string }[]
}

/**
 * Labels and formulas that were overwritten or are missing, and the filling of inputs that are blank. What people
 * typed into inputs, over totals or beside the layout is never written, not even with its own value.
 */
export function repairContents(layout: TabLayout, tab: TabAsIs, filling: Filling, isBasicsMoved: boolean): Repair {
  if (isBlank(tab.values)) return { writes: [fillBlankTab(layout, filling)], replaced: [] }
  const contents = tabContents(layout)
  const isOurs = (cell: LayoutCell) =>
    (layout.key !== 'findings' || cell.look !== 'hint') &&
    !isTypedTotal(cell, tab) &&
    !isAdjusted(cell, tab, isBasicsMoved)
  const wrong = layout.cells.filter((cell) => isOurs(cell) && !isAsLaidOut(cell, tab))
  const blank = [...filling.keys()].map((place) => {
    const [row = 1, column = 1] = place.split(',').map(Number)
    return { row, column }
  })
  const cells: Position[] = [...wrong, ...blank.filter((position) => readAt(tab.values, position) === '')]
  const writes = rectangles(cells).map((area: Area): Write => {
    const values = matrix(area, (position) => filling.get(key(position)) ?? readAt(contents, position))
    return { kind: 'values', tab: layout.name, row: area.row, column: area.column, values }
  })
  const replaced = wrong.flatMap((cell) => {
    const was = readAt(tab.formulas, cell) || String(readAt(tab.values, cell))
    return was === '' ? [] : [{ cell: a1(cell), was }]
  })
  return { writes, replaced }
}
