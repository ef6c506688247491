/** A whole Book as Univer's snapshot. Univer counts from 0. */
import { BooleanNumber, LocaleType } from '@univerjs/core'
import type { IRange, IWorkbookData, IWorksheetData } from '@univerjs/core'
import { positionOf } from '../../../book/cells'
import type { Area, Book, Sheet } from '../../../book/model'
import { cellDataOf, defaultStyle } from './cells'

const defaultWidth = 100
const defaultHeight = 21

const flag = (on: boolean) => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE)

export const rangeOf = ({ row, column, rows, columns }: Area): IRange => ({
  startRow: row - 1,
  startColumn: column - 1,
  endRow: row + rows - 2,
  endColumn: column + columns - 2,
})

function matrixOf({ cells }: Sheet): IWorksheetData['cellData'] {
  const matrix: IWorksheetData['cellData'] = {}
  for (const [key, cell] of Object.entries(cells)) {
    const { row, column } = positionOf(key)
    const line = (matrix[row - 1] ??= {})
    line[column - 1] = cellDataOf(cell)
  }
  return matrix
}

function rowsOf({ rowHeights, hiddenRows }: Sheet): IWorksheetData['rowData'] {
  const rows: IWorksheetData['rowData'] = {}
  for (const [row, height] of Object.entries(rowHeights)) rows[Number(row) - 1] = { h: height, ia: BooleanNumber.FALSE }
  for (const row of hiddenRows) rows[row - 1] = { ...rows[row - 1], hd: BooleanNumber.TRUE }
  return rows
}

function columnsOf({ columnWidths, hiddenColumns }: Sheet): IWorksheetData['columnData'] {
  const columns: IWorksheetData['columnData'] = {}
  for (const [column, width] of Object.entries(columnWidths)) columns[Number(column) - 1] = { w: width }
  for (const column of hiddenColumns) columns[column - 1] = { ...columns[column - 1], hd: BooleanNumber.TRUE }
  return columns
}

function freezeOf({ frozenRows, frozenColumns }: Sheet): IWorksheetData['freeze'] {
  return {
    xSplit: frozenColumns,
    ySplit: frozenRows,
    startRow: frozenRows || -1,
    startColumn: frozenColumns || -1,
  }
}

function sheetOf(sheet: Sheet): Partial<IWorksheetData> {
  return {
    id: String(sheet.id),
    name: sheet.name,
    tabColor: sheet.tabColor ?? '',
    hidden: flag(sheet.hidden),
    freeze: freezeOf(sheet),
    rowCount: sheet.rows,
    columnCount: sheet.columns,
    defaultColumnWidth: defaultWidth,
    defaultRowHeight: defaultHeight,
    mergeData: sheet.merges.map(rangeOf),
    cellData: matrixOf(sheet),
    rowData: rowsOf(sheet),
    columnData: columnsOf(sheet),
    showGridlines: flag(!sheet.hiddenGridlines),
    gridlinesColor: '#e3e6ea',
    rowHeader: { width: 40 },
    columnHeader: { height: 22 },
    defaultStyle,
  }
}

export function snapshotOf(book: Book, id: string): IWorkbookData {
  return {
    id,
    name: book.title,
    appVersion: '',
    locale: LocaleType.ZH_CN,
    styles: {},
    sheetOrder: book.sheets.map((sheet) => String(sheet.id)),
    sheets: Object.fromEntries(book.sheets.map((sheet) => [String(sheet.id), sheetOf(sheet)])),
  }
}
