import { editedTab, markedTab } from '../actions'
import { applyWrites } from './apply-writes'
import { readValues, wholeRange } from './workbook-reader'

/** What a simple trigger is given; anything may be missing when a script calls it. */
export interface EditEvent {
  range?: GoogleAppsScript.Spreadsheet.Range
}

/** Two reads and two writes at most, none at all on a tab without figures. */
function refreshMarks(range: GoogleAppsScript.Spreadsheet.Range): void {
  const sheet = range.getSheet()
  const name = sheet.getName()
  const tab = markedTab(name)
  if (tab === null) return
  const area = {
    row: range.getRow(),
    column: range.getColumn(),
    rows: range.getNumRows(),
    columns: range.getNumColumns(),
  }
  const edited = editedTab({ tabs: [{ name, values: readValues(wholeRange(sheet)) }], names: [] }, tab, area)
  if (!edited) return
  const { row, column, rows, columns } = edited.area
  const notes = sheet.getRange(row, column, rows, columns).getNotes()
  applyWrites(sheet.getParent(), new Map([[name, sheet]]), edited.plan(notes))
}

/** Keeps the edited cells' marks fresh. A person who types is never stopped by it, whatever happens. */
export function refreshEdited(event: EditEvent | undefined): void {
  try {
    if (event?.range) refreshMarks(event.range)
  } catch (error) {
    console.warn(String(error))
  }
}
