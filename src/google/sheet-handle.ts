/** Handles of tabs. What a handle tells is asked once: each time is a call to Google. */
import { trimmed } from '../actions'
import type { ReadValue } from '../actions'

export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet
type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Range = GoogleAppsScript.Spreadsheet.Range

/** Enough for every line of the layout and a great many inserted ones; a tab's empty rest is not fetched. */
const MOST_ROWS = 700
const MOST_COLUMNS = 60

interface Size {
  rows: number
  columns: number
}

export class SheetHandle {
  private knownSize: Size | null = null
  private knownWhole: Range | null = null
  private knownId: number | null = null

  constructor(readonly sheet: Sheet) {}

  get id(): number {
    return (this.knownId ??= this.sheet.getSheetId())
  }

  /** From the first cell to the last that may hold anything of ours. */
  get whole(): Range {
    const { rows, columns } = this.size
    return (this.knownWhole ??= this.sheet.getRange(1, 1, Math.min(rows, MOST_ROWS), Math.min(columns, MOST_COLUMNS)))
  }

  /** Makes the tab at least this large. */
  grow(rows: number, columns: number): void {
    const has = this.size
    if (has.rows < rows) this.sheet.insertRowsAfter(has.rows, rows - has.rows)
    if (has.columns < columns) this.sheet.insertColumnsAfter(has.columns, columns - has.columns)
    this.knownSize = { rows: Math.max(has.rows, rows), columns: Math.max(has.columns, columns) }
    this.knownWhole = null
  }

  /** Its blank cells included. */
  get size(): Size {
    return (this.knownSize ??= { rows: this.sheet.getMaxRows(), columns: this.sheet.getMaxColumns() })
  }
}

/** A date as its text: it is never a figure. The day is the one that the cell shows, which the spreadsheet's zone decides. */
function readValue(value: unknown, zone: () => string): ReadValue {
  if (value instanceof Date) return Utilities.formatDate(value, zone(), 'yyyy-MM-dd')
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value ?? '')
}

/** The zone is asked for only where there is a date. */
export function readValues(range: Range, zone: () => string): ReadValue[][] {
  return trimmed<unknown>(range.getValues()).map((line) => line.map((value) => readValue(value, zone)))
}

/** Tabs by the name they have now, in their order. */
export function sheetsOf(spreadsheet: Spreadsheet): Map<string, SheetHandle> {
  return new Map(spreadsheet.getSheets().map((sheet) => [sheet.getName(), new SheetHandle(sheet)]))
}
