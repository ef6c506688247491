import type { DoubtReason } from '../../words/drawn'
import { isFigureText } from '../figure-text'
import { isRowLabel } from '../rows-of-form'
import { heightOf, holds, middleOf, widthOf, type Box } from './box'
import { filledCells, type FilledCell } from './filled-cells'
import { isFilled } from './glyphs'
import { gridOf, type Grid } from './grid'
import { openFramesOf } from './open-frames'
import { framesOf, rulingsOf } from './rulings'
import type { SeenPage } from './seen'
import { shadeEdges } from './shade-edges'
import type { Glyph } from './turn'

export interface TableCell {
  text: string
  doubt?: DoubtReason
  /** The cell begins in a row above. */
  isCovered: boolean
  left: number
  right: number
}

export interface TableRow {
  cells: TableCell[]
  /** The page's end cuts the table here, perhaps within the row. */
  isCutAbove: boolean
  isCutBelow: boolean
}

export interface Table extends Box {
  page: number
  rows: TableRow[]
}

export interface Tables {
  tables: Table[]
  /** Glyphs that stand in no table. */
  rest: Glyph[]
}

/** A grid whose upright lines are drawn, or were put where nothing stands. */
type AnyGrid = Grid & { isOpen: boolean }

/** A figure in a cell over several rows: nobody can tell which of them it belongs to. */
const isShared = ({ cell, text }: FilledCell): boolean =>
  cell.rowEnd - cell.row > 1 && /\d/.test(text) && isFigureText(text.trim())

function tableCell(one: FilledCell, row: number): TableCell {
  const { cell, box, text } = one
  const isCovered = cell.row < row
  const doubt = one.doubt ?? (isShared(one) ? 'walls' : undefined)
  return { text: isCovered ? '' : text, isCovered, left: box.left, right: box.right, ...(doubt && { doubt }) }
}

function rowsOf(grid: Grid, filled: readonly FilledCell[]): TableRow[] {
  return Array.from({ length: grid.rows }, (_, row): TableRow => {
    const own = filled.filter(({ cell }) => cell.row <= row && cell.rowEnd > row)
    own.sort((a, b) => a.cell.column - b.cell.column || a.box.left - b.box.left)
    return {
      cells: own.map((one) => tableCell(one, row)),
      isCutAbove: grid.isCutAbove && row === 0,
      isCutBelow: grid.isCutBelow && row === grid.rows - 1,
    }
  })
}

function tableOf(grid: AnyGrid, page: SeenPage, em: number, own: readonly Glyph[]): Table {
  const { left, right, top, bottom } = grid
  return { page: page.number, left, right, top, bottom, rows: rowsOf(grid, filledCells(grid, page, em, own)) }
}

/**
 * Of a table whose upright walls were only concluded, each row of figures must have a label of the form, or none has one:
 * else walls were not found.
 */
function isLabelled({ rows }: Table): boolean {
  const full = rows.filter(({ cells }) => cells.filter(({ text }) => isFigureText(text.trim())).length > 0)
  const labelled = full.filter(({ cells }) => cells.some(({ text }) => isRowLabel(text)))
  return labelled.length === 0 ? full.length === 1 : labelled.length === full.length
}

/** The grids of a page, the inner ones first. */
function gridsOf(page: SeenPage, em: number): AnyGrid[] {
  const rulings = rulingsOf([...page.lines, ...shadeEdges(page)], em)
  const closed = framesOf(rulings, em)
  const open = openFramesOf(rulings, closed, page.glyphs, em)
  return [...closed, ...open]
    .flatMap((frame) => {
      const grid = gridOf(frame, em)
      return grid ? [{ ...grid, isOpen: open.includes(frame) }] : []
    })
    .sort((a, b) => widthOf(a) * heightOf(a) - widthOf(b) * heightOf(b))
}

/** The ruled tables of a page, and what stands outside them. */
export function tablesOf(page: SeenPage, em: number): Tables {
  let rest = page.glyphs
  const tables: Table[] = []
  for (const grid of gridsOf(page, em)) {
    const isIn = (glyph: Glyph) => {
      const { x, y } = middleOf(glyph)
      return holds(grid, x, y)
    }
    const own = rest.filter(isIn)
    if (!own.some(isFilled)) continue
    const table = tableOf(grid, page, em, own)
    if (grid.isOpen && !isLabelled(table)) continue
    rest = rest.filter((glyph) => !isIn(glyph))
    tables.push(table)
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest }
}
