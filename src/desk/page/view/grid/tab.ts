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

/** Columns stay in view only where so many pixels are left beside them. */
const LEAST_BESIDE = 100

function labelColumns({ protections }: Sheet): number {
  const first = Math.min(...protections.flatMap(({ open }) => open.map(({ column }) => column)))
  return Number.isFinite(first) ? first - 1 : 0
}

export class Tab {
  readonly merges: Merges
  readonly extent: Extent
  /** Rows that stay in view when the tab is scrolled. */
  readonly header: { from: number; to: number } | null
  readonly columns: Axis
  readonly rows: Axis
  /** Columns left of everything that is filled in. */
  private readonly labels: number
  /** Columns that stay in view: the frozen ones, else the labels where not all columns have room. */
  readonly stuckColumns: number
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
    this.labels = labelColumns(sheet)
    // Without room, as for paper, nothing gives way.
    const labels = this.header && room > 0 ? this.labels : 0
    const widths = columnWidths({ sheet, merges: this.merges, columns, used: last.column, labels, room })
    const heights = estimatedHeights(sheet, this.merges, rows, (column) => widths[column - 1] ?? 0)
    this.columns = new Axis(columns, (column) => Math.round((widths[column - 1] ?? 0) * zoom))
    this.rows = new Axis(rows, (row) => (heights[row - 1] ?? 0) * zoom)
    const stuck = sheet.frozenColumns || (this.columns.endOf(last.column) > room * zoom ? labels : 0)
    this.stuckColumns = this.columns.endOf(stuck) <= (room - LEAST_BESIDE) * zoom ? stuck : 0
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

  isLabelColumn(column: number): boolean {
    return column <= this.labels
  }

  /** The whole of it stays in view when the tab is scrolled to the right. */
  isStuck({ column, columns }: Pick<Area, 'column' | 'columns'>): boolean {
    return column + columns - 1 <= this.stuckColumns
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
