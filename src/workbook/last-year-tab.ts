/** 上年数据: last year's three tables, one beneath the other, in the shape in which they are pasted; without merges. */
import { grids } from '../form'
import type { TableGrid, TableId } from '../form'
import { tabNames } from '../words/tabs'
import { workbookWords as words } from '../words/workbook'
import { cellArea } from './areas'
import { figureValidations, inputAreas } from './table-tab'
import { inputCell, portrait, rangeNames, tabTitle, textCell } from './tab-frame'
import type { LayoutCell, Position, TabLayout } from './types'

type NamedArea = TabLayout['names'][number]

const yearLine: Position = { row: 3, column: 2 }
const tables: readonly TableId[] = ['table2', 'table3', 'table4']
/** Named ranges of last year's tables. */
export const lastNames = { table2: rangeNames.lastTable2, table3: rangeNames.lastTable3, table4: rangeNames.lastTable4 }

/** Heading and table; merged cells of the official table keep their text or figure in the first cell. */
function compactTable(grid: TableGrid, top: number): LayoutCell[] {
  return grid.cells.map(({ row, column, text, figure }) => {
    const at = { row: top + row, column: 1 + column, rows: 1, columns: 1 }
    if (figure === undefined) return { ...at, look: 'compactHeader', value: text, isInput: false }
    return { ...at, look: 'input', isInput: true, figure }
  })
}

export function lastYearTab(): TabLayout {
  const { title, hint, year } = words.lastYear
  const width = Math.max(...tables.map((table) => grids[table].columns))
  const cells = [
    textCell('title', title, 1, 1, 6),
    textCell('hint', hint, 2, 1, 6),
    textCell('label', year, yearLine.row, 1),
    inputCell('input', yearLine.row, yearLine.column),
  ]
  const names: NamedArea[] = [{ name: rangeNames.lastYear, area: { ...cellArea(yearLine), column: 1, columns: 2 } }]
  let top = yearLine.row + 2
  for (const table of tables) {
    const grid = grids[table]
    cells.push(textCell('label', tabTitle(table), top, 1), ...compactTable(grid, top + 1))
    names.push({ name: lastNames[table], area: { row: top + 1, column: 1, rows: grid.rows, columns: grid.columns } })
    top += grid.rows + 2
  }
  const yearRule = { area: cellArea(yearLine), kind: 'wholeNumber', min: 1900, help: words.validation.year } as const
  return {
    key: 'lastYear',
    name: tabNames.lastYear,
    rows: top + 4,
    columns: width,
    frozenRows: 0,
    columnWidths: [210, 110, 300, ...Array.from({ length: width - 3 }, () => 72)],
    rowHeights: { 1: 36, 2: 40 },
    cells,
    listLooks: [],
    validations: [yearRule, ...figureValidations(cells)],
    names,
    open: inputAreas(cells),
    hiddenColumns: [],
    print: { ...portrait, orientation: 'landscape', fitToHeight: 0 },
  }
}

/** Official headings by which the stacked tables are told apart when their names are gone. */
export const lastYearHeadings: Readonly<Record<TableId, string>> = {
  table2: tabTitle('table2'),
  table3: tabTitle('table3'),
  table4: tabTitle('table4'),
}
