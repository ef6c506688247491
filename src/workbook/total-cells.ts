import { totalIdentities, type CellId } from '../form'
import { a1 } from './address'
import { totalFormula, totalFormulaR1C1 } from './formulas'
import { sheetView, type SheetView } from './sheet-view'
import type { Place, WorkbookReading, WorkbookSnapshot } from './types'

/** A cell that should compute its total. */
export interface TotalCell {
  cell: CellId
  place: Place
  a1: string
  /** The formula it should have, over its addends where they stand now. */
  formula: string
  formulaR1C1: string
  /** False where a value was typed over the formula; null where formulas were not read. */
  hasFormula: boolean | null
}

/** Every total whose cell and addends all have a place. */
export function totalCells(reading: WorkbookReading, snapshot: WorkbookSnapshot): TotalCell[] {
  const views = new Map<string, SheetView>(snapshot.tabs.map((tab) => [tab.name, sheetView(tab)]))
  return totalIdentities.flatMap(({ left, right }) => {
    const total = right[0]?.cell ?? ''
    const place = reading.places.get(total)
    const addends = left.flatMap(({ cell }) => reading.places.get(cell) ?? [])
    if (!place || addends.length < left.length) return []
    const written = views.get(reading.tabs.get(place.tab) ?? '')?.formulaAt(place) ?? null
    return {
      cell: total,
      place,
      a1: a1(place),
      formula: totalFormula(addends),
      formulaR1C1: totalFormulaR1C1(addends, place),
      hasFormula: written === null ? null : written !== '',
    }
  })
}
