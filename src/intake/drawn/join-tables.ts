import { isHeaderRow, isRowLabel } from '../rows-of-form'
import { isFigureText } from '../figure-text'
import { joinedLines } from './blanks'
import type { Table, TableCell, TableRow } from './tables'

const textsOf = ({ cells }: TableRow): string[] => cells.map(({ text }) => text)
const isBlank = (row: TableRow): boolean => textsOf(row).every((text) => text.trim() === '')
const figuresOf = (row: TableRow): string[] => textsOf(row).filter((text) => isFigureText(text.trim()))
const labelOf = (row: TableRow): string =>
  textsOf(row).reduce((label, text) => (text.trim() === '' || isFigureText(text.trim()) ? label : text), '')

/** Points: columns of two parts of a table stand no further apart. */
const SAME_EDGE = 4

/** Whether the rows of one part could be rows of the other: their outer edges stand one below the other. */
function isSameShape(a: Table, b: Table): boolean {
  const isNear = (x: number, y: number) => Math.abs(x - y) <= SAME_EDGE
  return isNear(a.left, b.left) && isNear(a.right, b.right)
}

const isFigure = (cell: TableCell | undefined): boolean => cell !== undefined && isFigureText(cell.text.trim())
const isCutBetween = (above: TableRow, below: TableRow): boolean => above.isCutBelow || below.isCutAbove

/** Cells of two rows in which figures stand one above the other. */
const clashes = (above: TableRow, below: TableRow): Set<number> =>
  new Set(above.cells.flatMap((cell, i) => (isFigure(cell) && isFigure(below.cells[i]) ? [i] : [])))

/** Whether two rows are the two parts of one that the page's end cuts. */
function isOneRow(above: TableRow, below: TableRow): boolean {
  if (above.cells.length !== below.cells.length || clashes(above, below).size > 0) return false
  const [label, rest] = [labelOf(above), labelOf(below)]
  if (rest === '') {
    const isMoved = figuresOf(above).length === 0 && isRowLabel(label) && figuresOf(below).length > 0
    return isMoved && isCutBetween(above, below)
  }
  if (isRowLabel(rest) && isRowLabel(label)) return false
  return isRowLabel(joinedLines([label, rest]))
}

function joinedCell(above: TableCell, below: TableCell): TableCell {
  const doubt = above.doubt ?? below.doubt
  return { ...above, text: joinedLines([above.text, below.text]), ...(doubt && { doubt }) }
}

function joinedRow(above: TableRow, below: TableRow): TableRow {
  const cells = above.cells.map((cell, i) => {
    const other = below.cells[i]
    return other ? joinedCell(cell, other) : cell
  })
  return { ...above, cells, isCutBelow: below.isCutBelow }
}

/** A figure of a row that the page's end cuts may go on in the row below, which then has no label of its own. */
function doubted(above: TableRow, below: TableRow): [TableRow, TableRow] {
  const isWrapped = above.cells.length === below.cells.length && !isRowLabel(labelOf(below))
  const both =
    isWrapped && (isCutBetween(above, below) || isRowLabel(labelOf(above))) ? clashes(above, below) : new Set()
  const withDoubt = (row: TableRow): TableRow => ({
    ...row,
    cells: row.cells.map((cell, i) => (both.has(i) ? { ...cell, doubt: cell.doubt ?? 'stacked' } : cell)),
  })
  return [withDoubt(above), withDoubt(below)]
}

const isSame = (a: TableRow, b: TableRow) => textsOf(a).join('\n') === textsOf(b).join('\n')

/** The rows of a part without what the program repeats at the top of each page. */
function withoutHeader(part: Table, whole: Table): TableRow[] {
  let from = 0
  for (const row of part.rows) {
    const isRepeated = whole.rows.slice(0, part.rows.length).some((other) => isSame(row, other))
    if (!isRepeated || !(isHeaderRow(textsOf(row)) || figuresOf(row).length === 0)) break
    from += 1
  }
  return part.rows.slice(from)
}

/** The two parts of a table as one; undefined where they are two tables. */
export function joinedTable(above: Table, below: Table): Table | undefined {
  if (!isSameShape(above, below)) return undefined
  const rows = withoutHeader(below, above).filter((row) => !(row.isCutAbove && isBlank(row)))
  const upper = above.rows.filter((row) => !(row.isCutBelow && isBlank(row)))
  const [first, ...others] = rows
  const last = upper[upper.length - 1]
  if (first && last && isOneRow(last, first)) {
    return { ...above, rows: [...upper.slice(0, -1), joinedRow(last, first), ...others] }
  }
  return {
    ...above,
    rows: first && last ? [...upper.slice(0, -1), ...doubted(last, first), ...others] : [...upper, ...rows],
  }
}
