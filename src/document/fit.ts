import type { GridCell, TableId } from '../form'
import type { Table } from './model'

/** Twips: 1/20 point, 1/1440 inch. */
const twips = (millimetres: number) => Math.floor((millimetres * 1440) / 25.4)

interface Layout {
  widths: readonly number[]
  textSize: number
  /** The least height of a row, in twips. */
  rowHeight: number
  labels: 'left' | 'center'
  /** Column headers of four characters or more stand two to a line: 结果/维持, 社会/公益/组织. */
  pairs: boolean
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

/** The layout of each table while every number fits its column. Widths in mm, type in half-points. */
export const layouts: Readonly<Record<TableId, Layout>> = {
  table2: { widths: times(4, 39), textSize: 24, rowHeight: 440, labels: 'center', pairs: false },
  table3: { widths: [10, 18, 44, ...times(7, 12)], textSize: 18, rowHeight: 350, labels: 'left', pairs: true },
  table4: { widths: times(15, 10.4), textSize: 21, rowHeight: 400, labels: 'center', pairs: true },
}

/** How a table is set on the page; lengths in twips, type in half-points. */
export interface Fit extends Layout {
  figures: FigureType
}

/** Type of the figures: size in half-points, width of the characters in percent. */
interface FigureType {
  size: number
  scale: number
}

/** Left and right padding of a cell, each. */
export const CELL_PADDING = 15
export const PAIR = 2
const SLACK = 8

/** Width of an ASCII character in em, as in DejaVu Serif: the widest font that is used in place of Times New Roman. */
function advance(character: string): number {
  if (/\d/.test(character)) return 0.64
  return /[.,:;'!|/]/.test(character) ? 0.4 : 0.8
}

/** Width in em of the longest piece of a text that must stay on one line: a numeral, a word, a Chinese character. */
export function unbreakable(text: string): number {
  const pieces = text.match(/[!-~]+|\S/g) ?? []
  return Math.max(
    0,
    ...pieces.map((piece) => (/^[!-~]/.test(piece) ? [...piece].reduce((sum, c) => sum + advance(c), 0) : 1)),
  )
}

/** Width in twips that a text of `em` needs in a cell, padding included. */
export function widthNeeded(em: number, { size, scale }: FigureType): number {
  return Math.ceil((em * size * scale) / 10) + 2 * CELL_PADDING + SLACK
}

/** True for a header that is set in pairs of characters. */
export function isPaired(cell: GridCell, { pairs }: Pick<Layout, 'pairs'>): boolean {
  return pairs && cell.role === 'columnHeader' && cell.columnSpan === 1 && cell.text.length > PAIR + 1
}

/** What one column needs at a type size for its figures: the longest of them, and its header at the table's own size. */
function columnNeed(table: Table, column: number, figures: FigureType): number {
  const layout = layouts[table.table]
  const needs = table.cells
    .filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan)
    .map((cell) => {
      if (cell.role === 'figure') return widthNeeded(unbreakable(cell.text), figures) / cell.columnSpan
      if (cell.role !== 'columnHeader' || cell.columnSpan > 1) return 0
      return widthNeeded(isPaired(cell, layout) ? PAIR : cell.text.length, { size: layout.textSize, scale: 100 })
    })
  return Math.max(0, ...needs)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/**
 * Column widths at one type size: the usual ones if they suffice, else shared out by need. Undefined if the numbers do
 * not fit.
 */
function widthsAt(usual: readonly number[], needs: readonly number[]): number[] | undefined {
  if (needs.every((need, i) => need <= (usual[i] ?? 0))) return [...usual]
  const spare = sum(usual) - sum(needs)
  if (spare < 0) return undefined
  return needs.map((need) => Math.floor(need + spare / needs.length))
}

/** From the table's own size down to 6 points; then narrower characters; then smaller still. */
function figureTypes(textSize: number): FigureType[] {
  const sizes = (from: number, to: number, scale: number) =>
    Array.from({ length: from - to + 1 }, (_, i) => ({ size: from - i, scale }))
  return [...sizes(textSize, 12, 100), { size: 12, scale: 90 }, ...sizes(12, 9, 80)]
}

/**
 * Sets a table so that no number is broken over two lines: half a number misreads. Columns with long numbers take width
 * from columns with short ones. If that is not enough, the figures get smaller type. Nine digits fit in every column at
 * once.
 */
export function fit(table: Table): Fit {
  const layout = layouts[table.table]
  const usual = layout.widths.map(twips)
  const first = Math.min(...table.cells.filter((cell) => cell.role === 'figure').map((cell) => cell.column))
  const usualFigures = usual.slice(first)
  for (const figures of figureTypes(layout.textSize)) {
    const needs = usualFigures.map((_, i) => columnNeed(table, first + i, figures))
    const fitted = widthsAt(usualFigures, needs)
    if (fitted) return { ...layout, widths: [...usual.slice(0, first), ...fitted], figures }
  }
  return { ...layout, widths: usual, figures: { size: 9, scale: 80 } }
}
