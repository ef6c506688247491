import type { GridCell } from '../../form'
import { CELL_PADDING, fit, isPaired, PAIR, type Fit } from '../fit'
import type { Table } from '../model'
import { escaped } from '../safe-text'
import { tableStyle } from './styles'
import { run } from './xml'

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Indents on both sides that leave room for two characters a line, and not for three. */
function pairIndent(width: number, textSize: number): string {
  const room = width - 2 * CELL_PADDING - (PAIR + 0.5) * textSize * 10
  const indent = Math.floor(room / 2)
  return indent > 0 ? `<w:ind w:left="${indent}" w:right="${indent}"/>` : ''
}

function cellParagraph(table: Table, cell: GridCell, width: number, fitted: Fit, text: string): string {
  const isLabel = cell.role === 'rowHeader' && fitted.labels === 'left'
  const indent = isPaired(cell, fitted) ? pairIndent(width, fitted.textSize) : ''
  const { size, scale } = fitted.figures
  const isSmall = cell.role === 'figure' && (size !== fitted.textSize || scale !== 100)
  const content = text === '' ? '' : run(text, isSmall ? { halfPoints: size, scale } : {})
  const style = `<w:pStyle w:val="${tableStyle(table.table, isLabel)}"/>`
  return `<w:p><w:pPr>${style}<w:keepNext/>${indent}</w:pPr>${content}</w:p>`
}

function cellXml(table: Table, cell: GridCell, row: number, fitted: Fit): string {
  const width = sum(fitted.widths.slice(cell.column, cell.column + cell.columnSpan))
  const isFirst = row === cell.row
  const merge = cell.rowSpan === 1 ? '' : isFirst ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
  const span = cell.columnSpan === 1 ? '' : `<w:gridSpan w:val="${cell.columnSpan}"/>`
  return (
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>` +
    `${cellParagraph(table, cell, width, fitted, isFirst ? cell.text : '')}</w:tc>`
  )
}

function rowXml(table: Table, row: number, fitted: Fit): string {
  const cells = table.cells
    .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
    .sort((a, b) => a.column - b.column)
  const header = row < table.headerRows ? '<w:tblHeader/>' : ''
  return (
    `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${fitted.rowHeight}" w:hRule="atLeast"/>${header}</w:trPr>` +
    `${cells.map((cell) => cellXml(table, cell, row, fitted)).join('')}</w:tr>`
  )
}

/** A table that stays on one page (every row keeps with the next), and the paragraph that ends it. */
export function tableXml(table: Table): string {
  const fitted = fit(table)
  const rows = Array.from({ length: table.rows }, (_, row) => rowXml(table, row, fitted))
  const margin = (side: string, width: number) => `<w:${side} w:w="${width}" w:type="dxa"/>`
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${sum(fitted.widths)}" w:type="dxa"/>` +
    '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>' +
    `<w:tblCellMar>${margin('top', 20)}${margin('left', CELL_PADDING)}${margin('bottom', 20)}` +
    `${margin('right', CELL_PADDING)}</w:tblCellMar>` +
    `<w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="${escaped(table.caption)}"/></w:tblPr>` +
    `<w:tblGrid>${fitted.widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    `${rows.join('')}</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>`
  )
}
