import type { DoubtReason } from '../../words/intake'
import { Bands } from './bands'
import { heightOf, holds, middleOf, widthOf, type Box } from './box'
import { doubtOf, type CellInk } from './doubts'
import { gridOf, type Grid, type GridCell } from './grid'
import type { DrawnBox, DrawnLine } from './page'
import { framesOf, rulingsOf } from './rulings'
import type { SeenPage } from './seen'
import { joinedLines, linesOf, textOf } from './text-lines'
import { outOfTurn } from './turns'
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
  top: number
  bottom: number
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

/** A cell with what stands in it. */
interface Filled {
  cell: GridCell
  glyphs: Glyph[]
  sideways: Glyph[]
}

const isDigit = ({ text }: Glyph): boolean => /\d/.test(text)
const isFilled = ({ text }: Glyph): boolean => text.trim() !== ''

function cellAt(cells: readonly GridCell[], glyph: Glyph): GridCell | undefined {
  const { x, y } = middleOf(glyph)
  return cells.find((cell) => holds(cell, x, y))
}

/** Vertical writing: columns from the right to the left. */
function columnText(glyphs: readonly Glyph[]): string {
  const columns = new Map<number, Glyph[]>()
  for (const glyph of [...glyphs].filter(isFilled).sort((a, b) => b.left - a.left)) {
    const { x } = middleOf(glyph)
    const at = [...columns.keys()].find((one) => Math.abs(one - x) < glyph.size * 0.6) ?? x
    const column = columns.get(at)
    if (column) column.push(glyph)
    else columns.set(at, [glyph])
  }
  return [...columns.values()].map((own) => textOf(own.sort((a, b) => a.top - b.top))).join('')
}

function cellText({ glyphs, sideways }: Filled): string {
  const upright = glyphs.filter(isFilled)
  if (upright.length === 0) return columnText(sideways)
  if (upright.filter(({ isStacked }) => isStacked).length > upright.length / 2) return columnText(glyphs)
  return joinedLines(linesOf(glyphs).map((line) => textOf(line.glyphs)))
}

/** A digit reaches over a wall of its cell by so much of its width. */
const OVER_WALL = 0.2
const ADJACENT = 0.12

const reachesOut = (cell: GridCell, glyph: Glyph): boolean => {
  const most = OVER_WALL * widthOf(glyph)
  return glyph.left < cell.left - most || glyph.right > cell.right + most
}

/** Cells whose figures run on into the next cell: a number too long for its cell is painted over the wall. */
function crossedCells(filled: readonly Filled[]): Set<GridCell> {
  const crossed = new Set<GridCell>()
  const digits = filled.flatMap(({ cell, glyphs }) => glyphs.filter(isDigit).map((glyph) => ({ cell, glyph })))
  digits.sort((a, b) => a.glyph.order - b.glyph.order)
  digits.forEach(({ cell, glyph }, i) => {
    if (reachesOut(cell, glyph)) crossed.add(cell)
    const next = digits[i + 1]
    if (!next || next.cell === cell || Math.abs(next.glyph.base - glyph.base) > 1) return
    if (Math.abs(next.glyph.left - glyph.right) > ADJACENT * glyph.size) return
    crossed.add(cell)
    crossed.add(next.cell)
  })
  return crossed
}

const inner = (cell: Box): Box => ({
  left: cell.left + 1,
  right: cell.right - 1,
  top: cell.top + 1,
  bottom: cell.bottom - 1,
})

/** A line has no width of its own. */
const touches = (line: Box, box: Box): boolean =>
  line.left < box.right && line.right > box.left - 0.1 && line.top < box.bottom && line.bottom > box.top - 0.1

interface Marks {
  lines: Bands<DrawnLine>
  pictures: Bands<DrawnBox>
  crossed: ReadonlySet<GridCell>
  late: ReadonlySet<GridCell>
}

function inkOf({ cell, glyphs }: Filled, page: SeenPage, marks: Marks): CellInk {
  const box = inner(cell)
  const within = (glyph: Glyph) => {
    const { x, y } = middleOf(glyph)
    return holds(cell, x, y)
  }
  return {
    box,
    glyphs,
    unseen: page.unseen.filter(within),
    others: page.watermarks.filter(within),
    lines: marks.lines.between(box.top, box.bottom).filter((line) => touches(line, box)),
    pictures: marks.pictures.between(box.top, box.bottom),
    isBroken: cell.isBroken,
    isCrossed: marks.crossed.has(cell),
    isOutOfTurn: marks.late.has(cell),
  }
}

function rowsOf(grid: Grid, filled: readonly Filled[], doubts: ReadonlyMap<GridCell, DoubtReason>): TableRow[] {
  return Array.from({ length: grid.rows }, (_, row): TableRow => {
    const own = filled.filter(({ cell }) => cell.row <= row && cell.rowEnd > row)
    own.sort((a, b) => a.cell.column - b.cell.column)
    const cells = own.map((one): TableCell => {
      const { cell } = one
      const isCovered = cell.row < row
      const doubt = isCovered ? undefined : doubts.get(cell)
      return {
        text: isCovered ? '' : cellText(one),
        isCovered,
        left: cell.left,
        right: cell.right,
        ...(doubt && { doubt }),
      }
    })
    const heights = own.filter(({ cell }) => cell.rowEnd === row + 1).map(({ cell }) => cell)
    return {
      cells,
      top: Math.min(...own.map(({ cell }) => cell.top)),
      bottom: Math.max(...heights.map(({ bottom }) => bottom), -Infinity),
      isCutAbove: grid.isCutAbove && row === 0,
      isCutBelow: grid.isCutBelow && row === grid.rows - 1,
    }
  })
}

function tableOf(grid: Grid, page: SeenPage, glyphs: readonly Glyph[]): Table {
  const byCell = new Map(grid.cells.map((cell): [GridCell, Filled] => [cell, { cell, glyphs: [], sideways: [] }]))
  const put = (glyph: Glyph, where: 'glyphs' | 'sideways') => {
    const cell = cellAt(grid.cells, glyph)
    if (cell) byCell.get(cell)?.[where].push(glyph)
  }
  for (const glyph of glyphs) put(glyph, 'glyphs')
  for (const glyph of page.sideways) if (holds(grid, glyph.left, glyph.top)) put(glyph, 'sideways')
  const filled = [...byCell.values()]
  const marks: Marks = {
    lines: new Bands(page.lines),
    pictures: new Bands(page.pictures),
    crossed: crossedCells(filled),
    late: outOfTurn(filled, page.glyphs),
  }
  const doubts = new Map(
    filled.flatMap((one): [GridCell, DoubtReason][] => {
      const doubt = doubtOf(inkOf(one, page, marks))
      return doubt ? [[one.cell, doubt]] : []
    }),
  )
  const { left, right, top, bottom } = grid
  return { page: page.number, left, right, top, bottom, rows: rowsOf(grid, filled, doubts) }
}

/** The ruled tables of a page, the inner ones first, and what stands outside them. */
export function tablesOf(page: SeenPage, em: number): Tables {
  const grids = framesOf(rulingsOf(page.lines, em), em)
    .flatMap((frame) => gridOf(frame, em) ?? [])
    .sort((a, b) => widthOf(a) * heightOf(a) - widthOf(b) * heightOf(b))
  let rest = page.glyphs
  const tables: Table[] = []
  for (const grid of grids) {
    const isIn = (glyph: Glyph) => {
      const { x, y } = middleOf(glyph)
      return holds(grid, x, y)
    }
    const own = rest.filter(isIn)
    if (!own.some(isFilled)) continue
    rest = rest.filter((glyph) => !isIn(glyph))
    tables.push(tableOf(grid, page, own))
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest }
}
