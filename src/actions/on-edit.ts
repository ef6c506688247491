/** What an edit changes about the marks of the edited cells; the rest waits for the next 校验. */
import { contains, layout, type Area, type TabKey, type WorkbookSnapshot } from '../workbook'
import { boundingArea, matrix } from './areas'
import { assess } from './check/assess'
import { editWrites } from './check/mark-writes'
import { layoutColours, marksOf } from './check/marked-cells'
import { markedTabs } from './check/plan-check'
import type { CellWrite } from './plan'

/** The table tab of a name, or null for a tab whose edits mark nothing. */
export function markedTab(name: string): TabKey | null {
  return layout().tabs.find((tab) => tab.name === name && markedTabs.some((key) => key === tab.key))?.key ?? null
}

export interface TouchedFigures {
  /** The smallest part of the edited area that holds all its figures. */
  area: Area
  /** The writes, given the notes of that area. */
  plan: (notes: readonly (readonly string[])[]) => CellWrite[]
}

/** Null where the edit touched no figure; `snapshot` holds the edited tab alone. */
export function touchedFigures(snapshot: WorkbookSnapshot, tab: TabKey, edited: Area): TouchedFigures | null {
  const { reading, findings } = assess(snapshot)
  const name = reading.tabs.get(tab)
  const touched = [...reading.places.values()].filter(
    (place) => place.tab === tab && contains(edited, place.row, place.column),
  )
  const area = boundingArea(touched)
  if (name === undefined || !area) return null
  const wanted = [...(marksOf(findings, reading).get(tab) ?? [])].filter(([, mark]) =>
    contains(area, mark.row, mark.column),
  )
  const end = { row: 1, column: 1, rows: area.row + area.rows - 1, columns: area.column + area.columns - 1 }
  const plan = (notes: readonly (readonly string[])[]) => {
    const present = matrix(end, (at) => notes[at.row - area.row]?.[at.column - area.column] ?? '')
    const base = layoutColours(reading, tab)
    return editWrites({ tab: name, notes: present, wanted: new Map(wanted), coloured: {}, base })
  }
  return { area, plan }
}
