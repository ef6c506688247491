import { marksAfterEdit } from '../actions'
import { applyWrites } from './apply-writes'
import { pasteTab } from '../words/actions'
import { readValues, SheetHandle } from './sheet-handle'
import { noteFault } from './told'

/** What a simple trigger is given; anything may be missing when a script calls it. */
export interface EditEvent {
  range?: GoogleAppsScript.Spreadsheet.Range
}

/** Two reads and two writes at most, none at all on a tab without figures and texts. */
function refreshMarks(range: GoogleAppsScript.Spreadsheet.Range): void {
  const tab = new SheetHandle(range.getSheet())
  const { sheet } = tab
  const name = sheet.getName()
  // 自检 asks which cells a paste is told to be.
  if (name === pasteTab) {
    sheet.getRange(1, 1).setNotes([[range.getA1Notation()]])
    return
  }
  const writes = marksAfterEdit({
    name,
    area: () => ({
      row: range.getRow(),
      column: range.getColumn(),
      rows: range.getNumRows(),
      columns: range.getNumColumns(),
    }),
    values: () => readValues(tab.whole, () => sheet.getParent().getSpreadsheetTimeZone()),
    notes: ({ row, column, rows, columns }) => sheet.getRange(row, column, rows, columns).getNotes(),
    isRenewed: false,
  })
  if (writes.length > 0) applyWrites(sheet.getParent(), new Map([[name, tab]]), writes)
}

/** Keeps the edited cells' marks fresh. A person who types is never stopped by it, whatever happens. */
export function refreshEdited(event: EditEvent | undefined): void {
  try {
    if (event?.range) refreshMarks(event.range)
  } catch (error) {
    if (!noteFault(error)) console.warn(String(error))
  }
}
