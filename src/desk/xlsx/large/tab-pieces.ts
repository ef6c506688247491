/** A tab of a book in pieces of rows, each a tab of its own. */
import { eachCell } from '../../book'
import type { Area, Cell, Comment, Sheet } from '../../book'
import { clipped } from '../write-sheet'
import { isWithin, pieceEnds } from './rows'
import type { Rows } from './rows'

/** A tab with the comments on it. */
export interface Tab {
  sheet: Sheet
  comments: readonly Comment[]
}

/** A tab without what stands in its rows, but with its notes. */
export function withoutRows(sheet: Sheet): Sheet {
  const cells: Record<string, Cell> = {}
  eachCell(sheet.cells, ({ note }, _row, _column, key) => {
    if (note !== undefined) cells[key] = { note }
  })
  const protections = sheet.protections.map((protection) => ({ ...protection, open: [] }))
  return { ...sheet, cells, protections, rowHeights: {}, hiddenRows: [] }
}

/** Areas that a protected tab leaves open: their cells are written even where they are blank. */
function openAreas(sheet: Sheet): Area[] {
  const whole = sheet.protections.filter(({ area }) => !area)
  return whole.flatMap(({ open }) => open).map((area) => clipped(area, sheet))
}

/** The rows of a tab that something stands in, with their cells. */
class RowIndex {
  private readonly keys = new Map<number, string[]>()
  private readonly open = new Map<number, number>()

  constructor({ sheet, comments }: Tab) {
    eachCell(sheet.cells, (_cell, row, _column, key) => this.keysOf(row).push(key))
    for (const row of Object.keys(sheet.rowHeights)) this.keysOf(Number(row))
    for (const row of [...sheet.hiddenRows, ...comments.map((comment) => comment.row)]) this.keysOf(row)
    for (const { row: first, rows, columns } of openAreas(sheet)) {
      for (let row = first; row < first + rows; row++) {
        this.keysOf(row)
        this.open.set(row, (this.open.get(row) ?? 0) + columns)
      }
    }
  }

  /** In order. */
  get rows(): number[] {
    return [...this.keys.keys()].sort((a, b) => a - b)
  }

  keysOf(row: number): string[] {
    const known = this.keys.get(row)
    if (known) return known
    const made: string[] = []
    this.keys.set(row, made)
    return made
  }

  cellsIn(row: number): number {
    return this.keysOf(row).length + (this.open.get(row) ?? 0) + 1
  }
}

function within({ row, rows, ...area }: Area, { first, last }: Rows): Area[] {
  const start = Math.max(row, first)
  const end = Math.min(row + rows - 1, last)
  return start > end ? [] : [{ ...area, row: start, rows: end - start + 1 }]
}

/** The part of a tab in some of its rows; `used` are those that something stands in. */
function partOf({ sheet, comments }: Tab, rows: Rows, used: readonly number[], index: RowIndex): Tab {
  const cells: Record<string, Cell> = {}
  const rowHeights: Record<number, number> = {}
  for (const row of used) {
    for (const key of index.keysOf(row)) cells[key] = sheet.cells[key] ?? {}
    const height = sheet.rowHeights[row]
    if (height !== undefined) rowHeights[row] = height
  }
  const part: Sheet = {
    ...sheet,
    cells,
    rowHeights,
    hiddenRows: sheet.hiddenRows.filter((row) => isWithin(rows, row)),
    merges: sheet.merges.filter(({ row }) => isWithin(rows, row)),
    validations: [],
    protections: sheet.protections.map((protection) => ({
      ...protection,
      open: protection.open.flatMap((area) => within(area, rows)),
    })),
  }
  return { sheet: part, comments: comments.filter(({ row }) => isWithin(rows, row)) }
}

/** Pieces of about `most` cells; what is merged stays together. */
export function* piecesOf(tab: Tab, most: number): Generator<Tab> {
  const index = new RowIndex(tab)
  const mayEnd = pieceEnds(tab.sheet.merges)
  let first = 1
  let cells = 0
  let used: number[] = []
  for (const row of index.rows) {
    used.push(row)
    cells += index.cellsIn(row)
    if (cells < most || !mayEnd(row)) continue
    yield partOf(tab, { first, last: row }, used, index)
    first = row + 1
    cells = 0
    used = []
  }
  yield partOf(tab, { first, last: Infinity }, used, index)
}
