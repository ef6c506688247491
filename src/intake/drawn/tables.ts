import type { DoubtReason } from '../../words/drawn'
import { isFigureText } from '../figure-text'
import { isRowLabel } from '../rows-of-form'
import { Bands } from './bands'
import { heightOf, holds, middleOf, widthOf, type Box } from './box'
import { doubtOf, type CellInk } from './doubts'
import { gridOf, type Grid, type GridCell } from './grid'
import type { DrawnBox, DrawnLine } from './page'
import { openFramesOf } from './open-frames'
import { framesOf, rulingsOf } from './rulings'
import type { SeenPage } from './seen'
import { joinedLines } from './blanks'
import { linesOf, piecesOf, textOf } from './text-lines'
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

/** A watermark so much larger than the text is told from it at once. */
const LARGE = 1.8

function inkOf({ cell, glyphs, sideways }: Filled, page: SeenPage, em: number, marks: Marks): CellInk {
  const box = inner(cell)
  const within = (glyph: Glyph) => {
    const { x, y } = middleOf(glyph)
    return holds(cell, x, y)
  }
  return {
    box,
    glyphs,
    sideways,
    unseen: page.unseen.filter(within),
    others: page.watermarks.filter((glyph) => glyph.size < LARGE * em && within(glyph)),
    lines: marks.lines.between(box.top, box.bottom).filter((line) => touches(line, box)),
    pictures: marks.pictures.between(box.top, box.bottom),
    isBroken: cell.isBroken,
    isCrossed: marks.crossed.has(cell),
    isOutOfTurn: marks.late.has(cell),
  }
}

/** A cell of a table without upright lines may hold several figures: each piece that stands apart is a cell. */
function pieces(one: Filled, em: number): Filled[] {
  const [line, ...others] = linesOf(one.glyphs)
  if (!line || others.length > 0) return [one]
  return piecesOf(line, em).map(({ glyphs, left, right }) => ({
    ...one,
    glyphs,
    cell: { ...one.cell, left, right },
  }))
}

function tableCells(one: Filled, row: number, doubt: DoubtReason | undefined, openEm: number | undefined): TableCell[] {
  const { left, right, row: first } = one.cell
  if (first < row) return [{ text: '', isCovered: true, left, right }]
  const apart = openEm === undefined ? [one] : pieces(one, openEm)
  // Figures that stand apart in one cell are doubtful, unless each has become a cell.
  const reason = apart.length > 1 && doubt === 'parted' ? undefined : doubt
  return apart.map((piece) => ({
    text: cellText(piece),
    isCovered: false,
    left: piece.cell.left,
    right: piece.cell.right,
    ...(reason && { doubt: reason }),
  }))
}

/** `openEm`: of a table without upright lines, the size of its text. */
function rowsOf(
  grid: Grid,
  filled: readonly Filled[],
  doubts: ReadonlyMap<GridCell, DoubtReason>,
  openEm: number | undefined,
): TableRow[] {
  return Array.from({ length: grid.rows }, (_, row): TableRow => {
    const own = filled.filter(({ cell }) => cell.row <= row && cell.rowEnd > row)
    own.sort((a, b) => a.cell.column - b.cell.column)
    return {
      cells: own.flatMap((one) => tableCells(one, row, doubts.get(one.cell), openEm)),
      isCutAbove: grid.isCutAbove && row === 0,
      isCutBelow: grid.isCutBelow && row === grid.rows - 1,
    }
  })
}

function tableOf(grid: Grid & { isOpen: boolean }, page: SeenPage, em: number, glyphs: readonly Glyph[]): Table {
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
      const doubt = doubtOf(inkOf(one, page, em, marks))
      return doubt ? [[one.cell, doubt]] : []
    }),
  )
  const { left, right, top, bottom } = grid
  return {
    page: page.number,
    left,
    right,
    top,
    bottom,
    rows: rowsOf(grid, filled, doubts, grid.isOpen ? em : undefined),
  }
}

/** Cells that are shaded have the edges of their shades for walls; a ground of the page has none. */
function edgesOf({ shades, height }: SeenPage): DrawnLine[] {
  const cells = shades.filter(
    (shade) => shade.isOpaque && shade.colour !== WHITE && heightOf(shade) < HIGHEST_SHADE * height,
  )
  if (cells.length > MOST_SHADES) return []
  return cells.flatMap(({ left, right, top, bottom, colour, order }) => {
    const line = { isRising: false, thickness: 0, colour, order }
    return [
      { ...line, left, right, top, bottom: top },
      { ...line, left, right, top: bottom, bottom },
      { ...line, left, right: left, top, bottom },
      { ...line, left: right, right, top, bottom },
    ]
  })
}

const WHITE = '#ffffff'
const HIGHEST_SHADE = 0.4
const MOST_SHADES = 5000

/**
 * Of a table whose upright walls were only concluded, each row of figures must have a label of the form, or none has one:
 * else walls were not found.
 */
function isLabelled({ rows }: Table): boolean {
  const full = rows.filter(({ cells }) => cells.filter(({ text }) => isFigureText(text.trim())).length > 0)
  const labelled = full.filter(({ cells }) => cells.some(({ text }) => isRowLabel(text)))
  return labelled.length === 0 ? full.length === 1 : labelled.length === full.length
}

/** The ruled tables of a page, the inner ones first, and what stands outside them. */
export function tablesOf(page: SeenPage, em: number): Tables {
  const rulings = rulingsOf([...page.lines, ...edgesOf(page)], em)
  const closed = framesOf(rulings, em)
  const open = openFramesOf(rulings, closed, page.glyphs, em)
  const grids = [...closed, ...open]
    .flatMap((frame) => {
      const grid = gridOf(frame, em)
      return grid ? [{ ...grid, isOpen: open.includes(frame) }] : []
    })
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
    const table = tableOf(grid, page, em, own)
    if (grid.isOpen && !isLabelled(table)) continue
    rest = rest.filter((glyph) => !isIn(glyph))
    tables.push(table)
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest }
}
