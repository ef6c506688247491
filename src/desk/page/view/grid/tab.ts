/** One tab as the grid sees it: what is shown of it, where, and where one may type. */
import { cellAt } from '../../../book/cells'
import { protectionAt } from '../../../book/locks'
import type { Area, Sheet } from '../../../book/model'
import { Axis } from './axis'
import { extentOf, headerOf } from './extent'
import type { Extent } from './extent'
import { estimatedHeights } from './heights'
import { Merges } from './merges'
import { columnWidths } from './widths'

export class Tab {
  readonly merges: Merges
  readonly extent: Extent
  /** Rows that stay in view when the tab is scrolled. */
  readonly header: { from: number; to: number } | null
  readonly columns: Axis
  readonly rows: Axis
  private readonly hiddenRows: ReadonlySet<number>
  private readonly hiddenColumns: ReadonlySet<number>

  /** `room`: pixels for the columns, at a zoom of 1. */
  constructor(
    readonly sheet: Sheet,
    readonly room: number,
    readonly zoom: number,
  ) {
    this.merges = new Merges(sheet.merges)
    this.extent = extentOf(sheet)
    this.header = headerOf(sheet)
    this.hiddenRows = new Set(sheet.hiddenRows)
    this.hiddenColumns = new Set(sheet.hiddenColumns)
    const { rows, columns, last } = this.extent
    const widths = columnWidths({ sheet, merges: this.merges, columns, used: last.column, room })
    const heights = estimatedHeights(sheet, this.merges, rows, (column) => widths[column - 1] ?? 0)
    this.columns = new Axis(columns, (column) => Math.round((widths[column - 1] ?? 0) * zoom))
    this.rows = new Axis(rows, (row) => (heights[row - 1] ?? 0) * zoom)
  }

  get rowCount(): number {
    return this.extent.rows
  }

  get columnCount(): number {
    return this.extent.columns
  }

  isHidden(row: number, column: number): boolean {
    return this.hiddenRows.has(row) || this.hiddenColumns.has(column)
  }

  isRowHidden(row: number): boolean {
    return this.hiddenRows.has(row)
  }

  isColumnHidden(column: number): boolean {
    return this.hiddenColumns.has(column)
  }

  isFilled(row: number, column: number): boolean {
    const { row: top, column: left } = this.merges.areaAt({ row, column })
    return cellAt(this.sheet, top, left)?.value !== undefined
  }

  /** A person may fill it in. */
  isOpen(row: number, column: number): boolean {
    return !this.isHidden(row, column) && !this.merges.isCovered(row, column) && !protectionAt(this.sheet, row, column)
  }

  /** Left of everything that is filled in. */
  isLabelColumn(column: number): boolean {
    const first = Math.min(...this.sheet.protections.flatMap(({ open }) => open.map((area) => area.column)))
    return column < first && Number.isFinite(first)
  }

  isInHeader(row: number): boolean {
    return this.header !== null && row >= this.header.from && row <= this.header.to
  }

  /** Pixels from the first cell of the tab. */
  boxOf({ row, column, rows, columns }: Area): { x: number; y: number; width: number; height: number } {
    const x = this.columns.startOf(column)
    const y = this.rows.startOf(row)
    const width = this.columns.endOf(column + columns - 1) - x
    return { x, y, width, height: this.rows.endOf(row + rows - 1) - y }
  }

  /** Everything that the form holds, blank edges left out. */
  get form(): Area {
    const { last } = this.extent
    return {
      row: 1,
      column: 1,
      rows: Math.min(last.row, this.rowCount),
      columns: Math.min(last.column, this.columnCount),
    }
  }
}
