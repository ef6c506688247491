/** What follows a person's edit: the marks of the edited cells are kept fresh, and no other may contradict the edit. */
import type { Area, ReadRows } from '../../workbook'
import { editedText, markedTab, textTab, touchedFigures } from '../on-edit'
import type { CellWrite } from '../plan'

/** The tab that was edited, as a host reaches it without looking at any other. */
export interface EditedTab {
  name: string
  area: () => Area
  values: () => ReadRows
  notes: (area: Area) => string[][]
  /** The host judges the whole workbook after the edit; else what may not hold any more is only said to be of before. */
  isRenewed: boolean
}

/** The writes that an edit leads to; none on a tab without figures and texts, which is then not read at all. */
export function marksAfterEdit({ name, area, values, notes, isRenewed }: EditedTab): CellWrite[] {
  const table = markedTab(name)
  if (table !== null) {
    const touched = touchedFigures({ tabs: [{ name, values: values() }], names: [] }, table, area(), isRenewed)
    return touched ? touched.plan(notes(touched.area)) : []
  }
  const text = isRenewed ? null : textTab(name)
  return text === null ? [] : editedText({ name, values: values() }, text, area())
}
