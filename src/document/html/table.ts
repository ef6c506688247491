import type { GridCell } from '../../form'
import { fit, isPaired, type Fit } from '../fit'
import type { Table } from '../model'
import { escaped } from '../safe-text'
import { bodies, columnGroups, headRows, indices, lastRow, type ColumnGroup, type RowGroup } from './groups'

/** What must not be broken over two lines. */
const NUMERAL = /^[!-~]{1,12}$/

/** A table as it is about to be written. */
interface Frame {
  table: Table
  fitted: Fit
  bodies: RowGroup[]
  columnGroups: ColumnGroup[]
}

function colgroupsHtml({ fitted: { widths }, columnGroups }: Frame): string {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const col = (column: number) => `<col style="width:${(((widths[column] ?? 0) * 100) / total).toFixed(2)}%">`
  return columnGroups.map(({ columns }) => `<colgroup>${columns.map(col).join('')}</colgroup>\n`).join('')
}

function scopeOf({ bodies, columnGroups }: Frame, cell: GridCell): string {
  if (cell.role === 'heading') return 'rowgroup'
  if (cell.role === 'rowHeader') {
    const fillsBody = bodies.some(({ first, last }) => first === cell.row && last === lastRow(cell))
    return cell.rowSpan > 1 && fillsBody ? 'rowgroup' : 'row'
  }
  const fillsGroup = columnGroups.some(({ header, columns }) => header === cell && columns.length === cell.columnSpan)
  return fillsGroup ? 'colgroup' : 'col'
}

function cellHtml(frame: Frame, cell: GridCell): string {
  const spans =
    (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '') +
    (cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '')
  const text = escaped(cell.text)
  if (cell.role === 'note') return `<td${spans}>${text}</td>`
  if (cell.role === 'figure') return `<td${NUMERAL.test(cell.text) ? ' class="number"' : ''}${spans}>${text}</td>`
  const content = isPaired(cell, frame.fitted) ? `<span class="pair">${text}</span>` : text
  return `<th scope="${scopeOf(frame, cell)}"${spans}>${content}</th>`
}

function rowsHtml(frame: Frame, { first, last }: RowGroup): string {
  return indices(last - first + 1)
    .map((i) => {
      const cells = frame.table.cells.filter((cell) => cell.row === first + i)
      return `<tr>${cells.map((cell) => cellHtml(frame, cell)).join('')}</tr>\n`
    })
    .join('')
}

/** A table with its caption, row and column groups, and the scope of every header. */
export function tableHtml(table: Table): string {
  const fitted = fit(table)
  const frame: Frame = { table, fitted, bodies: bodies(table), columnGroups: columnGroups(table) }
  const head = headRows(table)
  const headHtml = head === 0 ? '' : `<thead>\n${rowsHtml(frame, { first: 0, last: head - 1 })}</thead>\n`
  const bodyHtml = frame.bodies.map((group) => `<tbody>\n${rowsHtml(frame, group)}</tbody>\n`)
  const ratio = (fitted.figures.size * fitted.figures.scale) / (fitted.textSize * 100)
  const figures = ratio === 1 ? '' : ` style="--figures:${ratio.toFixed(3)}em"`
  const caption = escaped(table.caption)
  return (
    `<div class="sheet" role="region" tabindex="0" aria-label="${caption}">\n` +
    `<table class="${table.table}${fitted.labels === 'left' ? ' left' : ''}"${figures}>\n<caption>${caption}</caption>\n` +
    `${colgroupsHtml(frame)}${headHtml}${bodyHtml.join('')}</table>\n</div>`
  )
}
