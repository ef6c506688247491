/** Sheet: a tab. */
import { placeOf, renameSheet, usedSize } from '../book'
import type { Sheet } from '../book'
import { ProtectionType, SheetType } from './enums'
import { faces } from './faces'
import { chained, guard, inside } from './guard'
import type { Has } from './kinds'
import { namedRangeFace } from './named-range'
import { notedRange } from './notation'
import { protectionFace, protectionsOf } from './protection'
import { DeskRange, insideRange, rangeFace } from './range'
import { rangeListFace } from './range-list'
import { running } from './running'
import { SheetLines } from './sheet-lines'
import { checkSheetName } from './sheet-name'

type GoogleRange = GoogleAppsScript.Spreadsheet.Range
type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet

class DeskSheet extends SheetLines implements Pick<GoogleSheet, Has<'Sheet'>> {
  getName(): string {
    return this.sheet.name
  }
  getSheetName(): string {
    return this.sheet.name
  }
  setName(name: string): GoogleSheet {
    if (name !== this.sheet.name) {
      checkSheetName(name, this.sheet)
      renameSheet(running().book, this.sheet, name)
      running().calculator.touchAll()
    }
    return chained(this)
  }
  getSheetId(): number {
    return this.sheet.id
  }
  /** From 1. */
  getIndex(): number {
    return running().book.sheets.indexOf(this.sheet) + 1
  }
  getType(): GoogleAppsScript.Spreadsheet.SheetType {
    return SheetType.GRID
  }
  getParent(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return faces.spreadsheet()
  }

  getRange(first: number | string, column?: number, numRows = 1, numColumns = 1): GoogleRange {
    if (typeof first === 'string') return notedRange(this.sheet, first)
    return rangeFace(this.sheet, { row: first, column: column ?? Number.NaN, rows: numRows, columns: numColumns })
  }
  getRangeList(notations: string[]): GoogleAppsScript.Spreadsheet.RangeList {
    return rangeListFace(this.sheet, notations)
  }
  getDataRange(): GoogleRange {
    const { rows, columns } = this.used()
    return rangeFace(this.sheet, { row: 1, column: 1, rows: Math.max(rows, 1), columns: Math.max(columns, 1) })
  }
  getSheetValues(row: number, column: number, numRows: number, numColumns: number): unknown[][] {
    const { rows, columns } = this.used()
    const area = {
      row,
      column,
      rows: numRows === -1 ? rows - row + 1 : numRows,
      columns: numColumns === -1 ? columns - column + 1 : numColumns,
    }
    return insideRange(rangeFace(this.sheet, area), 'getSheetValues').getValues()
  }
  getLastRow(): number {
    return this.used().rows
  }
  getLastColumn(): number {
    return this.used().columns
  }
  /** Below the last row with content; the tab grows where it must. */
  appendRow(contents: unknown[]): GoogleSheet {
    const row = this.used().rows + 1
    this.sheet.rows = Math.max(this.sheet.rows, row)
    this.sheet.columns = Math.max(this.sheet.columns, contents.length)
    new DeskRange(this.sheet, { row, column: 1, rows: 1, columns: contents.length }).setValues([contents])
    return chained(this)
  }
  /** Contents and formats; notes, validations and merges stay. */
  clear(options: { formatOnly?: boolean | undefined; contentsOnly?: boolean | undefined } = {}): GoogleSheet {
    const everything = !options.formatOnly && !options.contentsOnly
    if (everything || options.contentsOnly) this.clearContents()
    if (everything || options.formatOnly) this.clearFormats()
    return chained(this)
  }
  clearContents(): GoogleSheet {
    return this.all((range) => range.clearContent())
  }
  clearFormats(): GoogleSheet {
    return this.all((range) => range.clearFormat())
  }
  clearNotes(): GoogleSheet {
    return this.all((range) => range.clearNote())
  }

  activate(): GoogleSheet {
    running().active = { sheet: this.sheet, row: 1, column: 1, rows: 1, columns: 1 }
    return chained(this)
  }
  getActiveCell(): GoogleRange {
    return this.getCurrentCell()
  }
  getActiveRange(): GoogleRange {
    const { active } = running()
    if (active.sheet !== this.sheet) return rangeFace(this.sheet, { row: 1, column: 1, rows: 1, columns: 1 })
    const { row, column, rows, columns } = active
    return rangeFace(this.sheet, { row, column, rows, columns })
  }
  getCurrentCell(): GoogleRange {
    return this.getActiveRange().offset(0, 0, 1, 1)
  }
  setActiveRange(range: GoogleRange): GoogleRange {
    insideRange(range, 'setActiveRange').activate()
    return range
  }
  setActiveSelection(selection: GoogleRange | string): GoogleRange {
    return this.setActiveRange(typeof selection === 'string' ? this.getRange(selection) : selection)
  }
  setCurrentCell(cell: GoogleRange): GoogleRange {
    return this.setActiveRange(cell)
  }

  getTabColor(): string | null {
    return this.sheet.tabColor ?? null
  }
  setTabColor(color: string | null): GoogleSheet {
    if (color === null) delete this.sheet.tabColor
    else this.sheet.tabColor = color
    return chained(this)
  }
  hasHiddenGridlines(): boolean {
    return this.sheet.hiddenGridlines ?? false
  }
  setHiddenGridlines(hide: boolean): GoogleSheet {
    this.sheet.hiddenGridlines = hide
    return chained(this)
  }
  isSheetHidden(): boolean {
    return this.sheet.hidden
  }
  hideSheet(): GoogleSheet {
    const shown = running().book.sheets.filter((sheet) => !sheet.hidden && sheet !== this.sheet)
    if (!shown.length) throw new Error("You can't hide all the sheets in a document.")
    this.sheet.hidden = true
    return chained(this)
  }
  showSheet(): GoogleSheet {
    this.sheet.hidden = false
    return chained(this)
  }

  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return running()
      .book.names.filter(({ sheet }) => sheet === this.sheet.id)
      .map(namedRangeFace)
  }
  /** A tab has at most one protection of its own: asked again, the one it has. */
  protect(): GoogleAppsScript.Spreadsheet.Protection {
    const before = this.sheet.protections.find(({ area }) => !area)
    const protection = before ?? { open: [], description: '', warningOnly: false }
    if (!before) this.sheet.protections.push(protection)
    return protectionFace(this.sheet, protection)
  }
  getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): GoogleAppsScript.Spreadsheet.Protection[] {
    return protectionsOf(this.sheet, type === ProtectionType.SHEET)
  }

  private used(): { rows: number; columns: number } {
    running().calculator.recalculate()
    return usedSize(this.sheet)
  }

  private all(change: (range: DeskRange) => unknown): GoogleSheet {
    for (const key of Object.keys(this.sheet.cells)) {
      const { row, column } = placeOf(key)
      change(new DeskRange(this.sheet, { row, column, rows: 1, columns: 1 }))
    }
    return chained(this)
  }
}

export function sheetFace(sheet: Sheet): GoogleSheet {
  return guard('Sheet', new DeskSheet(sheet))
}

export function insideSheet(sheet: unknown, method: string): Sheet {
  return inside(sheet, DeskSheet, method).sheet
}

faces.sheet = sheetFace
