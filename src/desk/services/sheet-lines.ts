/** The rows and columns of a tab: how many, how wide, hidden, frozen, inserted and deleted. */
import { changeLines } from '../book'
import type { Axis, Sheet } from '../book'
import { insideRange } from './range'
import { running } from './running'
import { chained } from './guard'

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet

const defaultWidth = 100
const defaultHeight = 21

export class SheetLines {
  constructor(readonly sheet: Sheet) {}

  getMaxRows(): number {
    return this.sheet.rows
  }
  getMaxColumns(): number {
    return this.sheet.columns
  }

  insertRows(row: number, count = 1): void {
    this.insert('row', row, count, row)
  }
  insertRowsBefore(row: number, count: number): GoogleSheet {
    return this.insert('row', row, count, row)
  }
  insertRowBefore(row: number): GoogleSheet {
    return this.insert('row', row, 1, row)
  }
  insertRowsAfter(row: number, count: number): GoogleSheet {
    return this.insert('row', row + 1, count, row)
  }
  insertRowAfter(row: number): GoogleSheet {
    return this.insert('row', row + 1, 1, row)
  }
  insertColumns(column: number, count = 1): void {
    this.insert('column', column, count, column)
  }
  insertColumnsBefore(column: number, count: number): GoogleSheet {
    return this.insert('column', column, count, column)
  }
  insertColumnBefore(column: number): GoogleSheet {
    return this.insert('column', column, 1, column)
  }
  insertColumnsAfter(column: number, count: number): GoogleSheet {
    return this.insert('column', column + 1, count, column)
  }
  insertColumnAfter(column: number): GoogleSheet {
    return this.insert('column', column + 1, 1, column)
  }
  deleteRows(row: number, count: number): void {
    this.delete('row', row, count)
  }
  deleteRow(row: number): GoogleSheet {
    return this.delete('row', row, 1)
  }
  deleteColumns(column: number, count: number): void {
    this.delete('column', column, count)
  }
  deleteColumn(column: number): GoogleSheet {
    return this.delete('column', column, 1)
  }

  getColumnWidth(column: number): number {
    return this.sheet.columnWidths[column] ?? defaultWidth
  }
  setColumnWidth(column: number, width: number): GoogleSheet {
    return this.setColumnWidths(column, 1, width)
  }
  setColumnWidths(start: number, count: number, width: number): GoogleSheet {
    this.checkLines('column', start, count)
    for (let column = start; column < start + count; column++) this.sheet.columnWidths[column] = width
    return chained(this)
  }
  getRowHeight(row: number): number {
    return this.sheet.rowHeights[row] ?? defaultHeight
  }
  setRowHeight(row: number, height: number): GoogleSheet {
    return this.setRowHeights(row, 1, height)
  }
  setRowHeights(start: number, count: number, height: number): GoogleSheet {
    this.checkLines('row', start, count)
    for (let row = start; row < start + count; row++) this.sheet.rowHeights[row] = height
    return chained(this)
  }
  setRowHeightsForced(start: number, count: number, height: number): GoogleSheet {
    return this.setRowHeights(start, count, height)
  }

  getFrozenRows(): number {
    return this.sheet.frozenRows
  }
  getFrozenColumns(): number {
    return this.sheet.frozenColumns
  }
  setFrozenRows(rows: number): void {
    this.checkLines('row', 1, rows)
    this.sheet.frozenRows = rows
  }
  setFrozenColumns(columns: number): void {
    this.checkLines('column', 1, columns)
    this.sheet.frozenColumns = columns
  }

  hideRows(start: number, count = 1): void {
    this.hide('row', start, count)
  }
  showRows(start: number, count = 1): void {
    this.show('row', start, count)
  }
  hideRow(range: unknown): void {
    const { area } = insideRange(range, 'hideRow')
    this.hide('row', area.row, area.rows)
  }
  unhideRow(range: unknown): void {
    const { area } = insideRange(range, 'unhideRow')
    this.show('row', area.row, area.rows)
  }
  hideColumns(start: number, count = 1): void {
    this.hide('column', start, count)
  }
  showColumns(start: number, count = 1): void {
    this.show('column', start, count)
  }
  hideColumn(range: unknown): void {
    const { area } = insideRange(range, 'hideColumn')
    this.hide('column', area.column, area.columns)
  }
  unhideColumn(range: unknown): void {
    const { area } = insideRange(range, 'unhideColumn')
    this.show('column', area.column, area.columns)
  }
  isRowHiddenByUser(row: number): boolean {
    return this.sheet.hiddenRows.includes(row)
  }
  isColumnHiddenByUser(column: number): boolean {
    return this.sheet.hiddenColumns.includes(column)
  }

  private insert(axis: Axis, at: number, count: number, styleFrom: number): GoogleSheet {
    this.checkLines(axis, styleFrom, 1)
    if (!(count >= 1)) throw new Error('The number of rows or columns to insert must be at least 1.')
    const moved = at <= styleFrom ? styleFrom + count : styleFrom
    changeLines(running().book, this.sheet, { axis, kind: 'insert', at, count }, moved)
    running().calculator.touchAll()
    return chained(this)
  }

  private delete(axis: Axis, at: number, count: number): GoogleSheet {
    this.checkLines(axis, at, count)
    const total = axis === 'row' ? this.sheet.rows : this.sheet.columns
    if (count >= total) throw new Error(`You can't delete all the ${axis}s on the sheet.`)
    changeLines(running().book, this.sheet, { axis, kind: 'delete', at, count })
    running().calculator.touchAll()
    return chained(this)
  }

  private hide(axis: Axis, start: number, count: number): void {
    this.checkLines(axis, start, count)
    const lines = axis === 'row' ? this.sheet.hiddenRows : this.sheet.hiddenColumns
    for (let line = start; line < start + count; line++) if (!lines.includes(line)) lines.push(line)
  }

  private show(axis: Axis, start: number, count: number): void {
    this.checkLines(axis, start, count)
    const isOutside = (line: number) => line < start || line >= start + count
    if (axis === 'row') this.sheet.hiddenRows = this.sheet.hiddenRows.filter(isOutside)
    else this.sheet.hiddenColumns = this.sheet.hiddenColumns.filter(isOutside)
  }

  private checkLines(axis: Axis, start: number, count: number): void {
    const total = axis === 'row' ? this.sheet.rows : this.sheet.columns
    if (!Number.isInteger(start) || !Number.isInteger(count) || start < 1 || start + count - 1 > total || count < 0) {
      throw new Error(`Those ${axis}s are out of bounds.`)
    }
  }
}
