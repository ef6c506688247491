/** Sheet: a tab. */
import { changeLines, renameSheet, usedSize } from '../../../../src/desk/book'
import type { Axis, Sheet } from '../../../../src/desk/book'
import { faces } from './faces'
import { chained, guard, inside } from './guard'
import type { Has } from './kinds'
import { notedRange } from './notation'
import { protectionFace, protectionOf } from './protection'
import { DoubleRange, rangeFace } from './range'
import { rangeListFace } from './range-list'
import { running } from './running'
import { checkSheetName } from './sheet-name'

type GoogleRange = GoogleAppsScript.Spreadsheet.Range
type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet

class DoubleSheet implements Pick<GoogleSheet, Has<'Sheet'>> {
  constructor(readonly sheet: Sheet) {}

  get subject(): string {
    return String(this.sheet.id)
  }
  getName(): string {
    return this.sheet.name
  }
  setName(name: string): GoogleSheet {
    checkSheetName(name, this.sheet)
    renameSheet(running().book, this.sheet, name)
    running().calculator.touchAll()
    return chained(this)
  }
  getSheetId(): number {
    return this.sheet.id
  }
  getParent(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return faces.spreadsheet()
  }
  getMaxRows(): number {
    return this.sheet.rows
  }
  getMaxColumns(): number {
    return this.sheet.columns
  }

  getRange(first: number | string, column = Number.NaN, rows = 1, columns = 1): GoogleRange {
    if (typeof first === 'string') return notedRange(this.sheet, first)
    return rangeFace(this.sheet, { row: first, column, rows, columns })
  }
  getRangeList(notations: string[]): GoogleAppsScript.Spreadsheet.RangeList {
    return rangeListFace(this.sheet, notations)
  }
  /** The last with content, 0 where there is none. */
  getLastRow(): number {
    running().calculator.recalculate()
    return usedSize(this.sheet).rows
  }
  /** Below the last row with content; the tab grows where it must. */
  appendRow(contents: unknown[]): GoogleSheet {
    const row = this.getLastRow() + 1
    this.sheet.rows = Math.max(this.sheet.rows, row)
    this.sheet.columns = Math.max(this.sheet.columns, contents.length)
    new DoubleRange(this.sheet, { row, column: 1, rows: 1, columns: contents.length }).setValues([contents])
    return chained(this)
  }
  protect(): GoogleAppsScript.Spreadsheet.Protection {
    return protectionOf(this.sheet)
  }

  getFrozenRows(): number {
    return this.sheet.frozenRows
  }
  /** Of the tab itself: the bundle protects no cells. */
  getProtections(): GoogleAppsScript.Spreadsheet.Protection[] {
    return this.sheet.protections.map((one) => protectionFace(this.sheet, one))
  }

  insertRowBefore(row: number): GoogleSheet {
    this.checkLines('row', row, 1)
    changeLines(running().book, this.sheet, { axis: 'row', kind: 'insert', at: row, count: 1 }, row)
    running().calculator.touchAll()
    return chained(this)
  }
  insertRowsAfter(row: number, count: number): GoogleSheet {
    return this.insert('row', row, count)
  }
  insertColumnsAfter(column: number, count: number): GoogleSheet {
    return this.insert('column', column, count)
  }
  setColumnWidths(start: number, count: number, width: number): GoogleSheet {
    this.checkLines('column', start, count)
    for (let column = start; column < start + count; column++) this.sheet.columnWidths[column] = width
    return chained(this)
  }
  setRowHeights(start: number, count: number, height: number): GoogleSheet {
    this.checkLines('row', start, count)
    for (let row = start; row < start + count; row++) this.sheet.rowHeights[row] = height
    return chained(this)
  }
  setFrozenRows(rows: number): void {
    this.checkLines('row', 1, rows)
    this.sheet.frozenRows = rows
  }
  hideColumns(start: number, count = 1): void {
    this.checkLines('column', start, count)
    const hidden = new Set(this.sheet.hiddenColumns)
    for (let column = start; column < start + count; column++) hidden.add(column)
    this.sheet.hiddenColumns = [...hidden]
  }

  private insert(axis: Axis, after: number, count: number): GoogleSheet {
    this.checkLines(axis, after, 1)
    if (!(count >= 1)) throw new Error('The number of rows or columns to insert must be at least 1.')
    changeLines(running().book, this.sheet, { axis, kind: 'insert', at: after + 1, count }, after)
    running().calculator.touchAll()
    return chained(this)
  }

  private checkLines(axis: Axis, start: number, count: number): void {
    const total = axis === 'row' ? this.sheet.rows : this.sheet.columns
    if (!Number.isInteger(start) || !Number.isInteger(count) || start < 1 || start + count - 1 > total || count < 0) {
      throw new Error(`Those ${axis}s are out of bounds.`)
    }
  }
}

export const sheetFace = (sheet: Sheet): GoogleSheet => guard('Sheet', new DoubleSheet(sheet))

export const insideSheet = (sheet: unknown, method: string): Sheet => inside(sheet, DoubleSheet, method).sheet

faces.sheet = sheetFace
