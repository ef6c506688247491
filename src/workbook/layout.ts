import { findingsTab, logTab } from './list-tabs'
import { lastYearTab } from './last-year-tab'
import { tableTab } from './table-tab'
import { basicsTab, guideTab, narrativeTab } from './text-tabs'
import type { LookName, TabLayout, WorkbookLayout } from './types'

let made: WorkbookLayout | null = null

/** The whole workbook as data, tabs in their order. Made once: a check asks for it several times. */
export function layout(): WorkbookLayout {
  made ??= makeLayout()
  return made
}

function makeLayout(): WorkbookLayout {
  return {
    tabs: [
      guideTab(),
      basicsTab(),
      narrativeTab('overview'),
      tableTab('table2'),
      tableTab('table3'),
      tableTab('table4'),
      narrativeTab('problems'),
      narrativeTab('other'),
      lastYearTab(),
      findingsTab(),
      logTab(),
    ],
  }
}

function matrix<T>(tab: TabLayout, fill: T): T[][] {
  return Array.from({ length: tab.rows }, () => Array.from({ length: tab.columns }, () => fill))
}

/** Sets one cell of a matrix, 1-based. */
function put<T>(cells: T[][], row: number, column: number, value: T): void {
  const line = cells[row - 1]
  if (line) line[column - 1] = value
}

/** What every cell of a tab holds, formulas with their leading `=`: one write for the whole tab. */
export function tabContents(tab: TabLayout): (string | number)[][] {
  const contents = matrix<string | number>(tab, '')
  for (const cell of tab.cells) put(contents, cell.row, cell.column, cell.formula ?? cell.value ?? '')
  return contents
}

/** Every cell's guidance, blank where there is none. */
export function tabNotes(tab: TabLayout): string[][] {
  const notes = matrix(tab, '')
  for (const cell of tab.cells) put(notes, cell.row, cell.column, cell.note ?? '')
  return notes
}

/** The look of every cell, those that a merge covers included; null where the tab is bare. */
export function tabLooks(tab: TabLayout): (LookName | null)[][] {
  const looks = matrix<LookName | null>(tab, null)
  for (const { column, from, look } of tab.listLooks) {
    for (let row = from; row <= tab.rows; row += 1) put(looks, row, column, look)
  }
  for (const { row, column, rows, columns, look } of tab.cells) {
    for (let r = row; r < row + rows; r += 1) {
      for (let c = column; c < column + columns; c += 1) put(looks, r, c, look)
    }
  }
  return looks
}
