/** Reads of the workbook: whole tabs, one call each. */
import { tabsToRead, trimmed } from '../actions'
import type { ReadValue, TabKey, WorkbookSnapshot } from '../actions'

export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Range = GoogleAppsScript.Spreadsheet.Range

/** Enough for every line of the layout and a great many inserted ones; a tab's empty rest is not fetched. */
const MOST_ROWS = 700
const MOST_COLUMNS = 60

/** A date as its text, as the sheet shows its day: it is never a figure. */
function readValue(value: unknown): ReadValue {
  if (value instanceof Date) return Utilities.formatDate(value, Session.getScriptTimeZone(), 'yyyy-MM-dd')
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value ?? '')
}

export function wholeRange(sheet: Sheet): Range {
  return sheet.getRange(1, 1, Math.min(sheet.getMaxRows(), MOST_ROWS), Math.min(sheet.getMaxColumns(), MOST_COLUMNS))
}

export function readValues(range: Range): ReadValue[][] {
  return trimmed<unknown>(range.getValues()).map((line) => line.map(readValue))
}

function readNames(spreadsheet: Spreadsheet): WorkbookSnapshot['names'] {
  return spreadsheet.getNamedRanges().flatMap((named) => {
    const range = named.getRange() as Range | null
    if (!range) return []
    const area = {
      row: range.getRow(),
      column: range.getColumn(),
      rows: range.getNumRows(),
      columns: range.getNumColumns(),
    }
    return [{ name: named.getName(), tab: range.getSheet().getName(), area }]
  })
}

/** Tabs by the name they have now, in their order. */
function sheetsByName(spreadsheet: Spreadsheet): Map<string, Sheet> {
  return new Map(spreadsheet.getSheets().map((sheet) => [sheet.getName(), sheet]))
}

export interface OpenWorkbook {
  spreadsheet: Spreadsheet
  sheets: Map<string, Sheet>
  names: WorkbookSnapshot['names']
}

/** Handles and named ranges: one read. */
export function openWorkbook(): OpenWorkbook {
  const spreadsheet = SpreadsheetApp.getActive()
  return { spreadsheet, sheets: sheetsByName(spreadsheet), names: readNames(spreadsheet) }
}

/** The tabs that hold the parts asked for, under whatever name: one read a tab. Of the others it says that they exist. */
export function readTabs({ sheets, names }: OpenWorkbook, keys: readonly TabKey[]): WorkbookSnapshot {
  const wanted = new Set(tabsToRead([...sheets.keys()], names, keys))
  const tabs = [...sheets].map(([name, sheet]) => ({
    name,
    values: wanted.has(name) ? readValues(wholeRange(sheet)) : [],
  }))
  return { tabs, names }
}
