/** What follows a person's edit: the marks of the edited cells are kept fresh. */
import type { Area, ReadRows } from '../../workbook'
import { touchedFigures, markedTab } from '../on-edit'
import type { CellWrite } from '../plan'

/** The tab that was edited, as a host reaches it without looking at any other. */
export interface EditedTab {
  name: string
  area: () => Area
  values: () => ReadRows
  notes: (area: Area) => string[][]
}

/** The writes that an edit leads to; none on a tab without figures, which is then not read at all. */
export function marksAfterEdit({ name, area, values, notes }: EditedTab): CellWrite[] {
  const tab = markedTab(name)
  if (tab === null) return []
  const touched = touchedFigures({ tabs: [{ name, values: values() }], names: [] }, tab, area())
  return touched ? touched.plan(notes(touched.area)) : []
}
