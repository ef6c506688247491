import type { GridCell } from '../../form'
import { fit, isPaired, type Fit } from '../fit'
import type { Table } from '../model'
import { escaped } from '../safe-text'

/** Rows from `first` to `last`, which no cell leaves: a `thead` or a `tbody`. */
interface RowGroup {
  first: number
  last: number
}

const lastRow = (cell: GridCell) => cell.row + cell.rowSpan - 1
const indices = (count: number) => Array.from({ length: count }, (_, i) => i)

/** Table 2 is made of blocks, each with an article of the Regulations over its whole width and column heads. */
const hasBlocks = (table: Table) => table.cells.some((cell) => cell.role === 'heading')

/**
 * Rows of `thead`. A table of blocks has none: the first block's heads must not be read, or printed again on another
 * page, as those of the other blocks.
 */
const headRows = (table: Table) => (hasBlocks(table) ? 0 : table.headerRows)

function startsGroup({ cells }: Table, row: number): boolean {
  if (cells.some((cell) => cell.row < row && lastRow(cell) >= row)) return false
  return cells.some(
    (cell) =>
      (cell.row === row && (cell.role === 'heading' || cell.rowSpan > 1)) ||
      (cell.rowSpan > 1 && lastRow(cell) === row - 1),
  )
}

/** The bodies: a block of table 2, or the rows that one row header spans; single rows between them together. */
function bodies(table: Table): RowGroup[] {
  const groups: RowGroup[] = []
  for (let row = headRows(table); row < table.rows; row++) {
    const current = groups[groups.length - 1]
    if (current && !startsGroup(table, row)) current.last = row
    else groups.push({ first: row, last: row })
  }
  return groups
}

/** The header that joins a column with its neighbours most closely: 法人或其他组织, not 申请人情况. */
function joiningHeader(table: Table, column: number): GridCell | undefined {
  return table.cells
    .filter(({ role, row, columnSpan }) => role === 'columnHeader' && row < headRows(table) && columnSpan > 1)
    .filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan)
    .sort((a, b) => a.columnSpan - b.columnSpan)[0]
}

/** Columns in groups; the header of a group has the scope `colgroup`. */
function columnGroups(table: Table): { header: GridCell | undefined; columns: number[] }[] {
  const groups: { header: GridCell | undefined; columns: number[] }[] = []
  for (const column of indices(table.columns)) {
    const header = joiningHeader(table, column)
    const current = groups[groups.length - 1]
    if (current && current.header === header) current.columns.push(column)
    else groups.push({ header, columns: [column] })
  }
  return groups
}

function colgroupsHtml(table: Table, { widths }: Fit): string {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const col = (column: number) => `<col style="width:${(((widths[column] ?? 0) * 100) / total).toFixed(2)}%">`
  return columnGroups(table)
    .map(({ columns }) => `<colgroup>${columns.map(col).join('')}</colgroup>\n`)
    .join('')
}

function scopeOf(table: Table, cell: GridCell): string {
  if (cell.role === 'heading') return 'rowgroup'
  if (cell.role === 'rowHeader') {
    const fillsBody = bodies(table).some(({ first, last }) => first === cell.row && last === lastRow(cell))
    return cell.rowSpan > 1 && fillsBody ? 'rowgroup' : 'row'
  }
  const fillsGroup = columnGroups(table).some(
    ({ header, columns }) => header === cell && columns.length === cell.columnSpan,
  )
  return fillsGroup ? 'colgroup' : 'col'
}

function cellHtml(table: Table, cell: GridCell, fitted: Fit): string {
  const spans =
    (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '') +
    (cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '')
  const text = escaped(cell.text)
  if (cell.role === 'note') return `<td${spans}>${text}</td>`
  if (cell.role === 'figure') return `<td${/^[!-~]+$/.test(cell.text) ? ' class="number"' : ''}${spans}>${text}</td>`
  const content = isPaired(cell, fitted) ? `<span class="pair">${text}</span>` : text
  return `<th scope="${scopeOf(table, cell)}"${spans}>${content}</th>`
}

function rowsHtml(table: Table, { first, last }: RowGroup, fitted: Fit): string {
  return indices(last - first + 1)
    .map((i) => {
      const cells = table.cells.filter((cell) => cell.row === first + i)
      return `<tr>${cells.map((cell) => cellHtml(table, cell, fitted)).join('')}</tr>\n`
    })
    .join('')
}

/** A table with its caption, row and column groups, and the scope of every header. */
export function tableHtml(table: Table): string {
  const fitted = fit(table)
  const head = headRows(table)
  const headHtml = head === 0 ? '' : `<thead>\n${rowsHtml(table, { first: 0, last: head - 1 }, fitted)}</thead>\n`
  const bodyHtml = bodies(table).map((group) => `<tbody>\n${rowsHtml(table, group, fitted)}</tbody>\n`)
  const ratio = (fitted.figures.size * fitted.figures.scale) / (fitted.textSize * 100)
  const figures = ratio === 1 ? '' : ` style="--figures:${ratio.toFixed(3)}em"`
  const caption = escaped(table.caption)
  return (
    `<div class="sheet" role="region" tabindex="0" aria-label="${caption}">\n` +
    `<table class="${table.table}${fitted.labels === 'left' ? ' left' : ''}"${figures}>\n<caption>${caption}</caption>\n` +
    `${colgroupsHtml(table, fitted)}${headHtml}${bodyHtml.join('')}</table>\n</div>`
  )
}
