import type { TableId } from '../../form'
import { isFigureText } from '../figure-text'
import { keyOf } from '../key'
import { columnNames } from '../rows-of-form'
import { cellsAt, columnsOf, firstInColumns, placesOf, type Columns, type Piece, type Places } from './column-places'
import { grouped, wordsOf, type ColumnRow } from './columns'
import { isFormPiece } from './known-labels'
import type { TextLine } from './lines'
import { segmentsOf, type Segment } from './segments'

/** The cells of a row; `figures` is how many of the last are cells of figures, where that is certain. */
export interface RowCells {
  cells: readonly string[]
  figures?: number
}

const piecesOf = (line: TextLine, segments: readonly Segment[]): Piece[] =>
  segments.map((segment) => ({ line, segment }))
const textsOf = (pieces: readonly Piece[]): string[] => pieces.map(({ segment }) => segment.text)

const FEWEST_FIGURES = 3
const MOST_SHARED = 20

function fromFirstFigure(words: readonly Segment[]): readonly Segment[] {
  const first = words.findIndex(({ text }) => isFigureText(text))
  return first < 0 ? [] : words.slice(first)
}

/** Lines of one page, and of one column of text, in which a table has the same columns. */
class Stretch {
  readonly rows: Piece[][] = []
  private readonly header: Piece[] = []
  private known: Places | undefined

  constructor(
    readonly width: number,
    private readonly names: readonly (readonly string[])[],
  ) {}

  /** The header and the rows with every figure: they show where the columns are. */
  get templates(): Piece[][] {
    return [...this.headers, ...this.rows.filter((row) => row.length === this.width)]
  }

  /** Where the columns are; from the templates of other pages if this one has none and its rows agree with them. */
  placesBy(others: () => Piece[][]): Places {
    this.known ??= this.findPlaces(others)
    return this.known
  }

  private findPlaces(others: () => Piece[][]): Places {
    const own = this.templates
    return own.length > 0 ? placesOf(own, this.rows) : placesOf(others(), this.rows).filter(this.reachesBothEnds)
  }

  /** Whether some row reaches the first column and some row the last: with columns one off, one end would stay empty. */
  private readonly reachesBothEnds = (columns: Columns): boolean => {
    const reached = new Set(this.rows.flatMap((row) => columnsOf(row, columns) ?? []))
    return reached.has(0) && reached.has(this.width - 1)
  }

  /** Takes the names of columns that a line above the first row holds. */
  addHeader(line: TextLine): void {
    if (this.rows.length > 0 || this.header.length > this.width) return
    const keys = this.names.flat()
    const pieces = piecesOf(line, segmentsOf(line.text, 2))
    for (const piece of pieces) if (keys.includes(keyOf(piece.segment.text))) this.header.push(piece)
  }

  private get headers(): Piece[][] {
    const header = [...this.header].sort((a, b) => a.segment.start - b.segment.start)
    const isWhole = header.length === this.width
    return isWhole && header.every(({ segment }, i) => this.names[i]?.includes(keyOf(segment.text))) ? [header] : []
  }
}

/** The cells of a row whose first column is unknown. */
const looseCells = ({ labels, figures }: ColumnRow): RowCells => ({
  cells: [...labels, ...figures.map(({ text }) => text)],
})

/** Reads lines as rows of a table whose columns are separated by blanks. */
export class ColumnTable {
  private readonly stretches = new Map<string, Stretch>()
  private readonly shared = new Map<number, Piece[][]>()
  /** How many columns the table has; undefined where no table is known. */
  private readonly width: number | undefined
  private readonly names: readonly (readonly string[])[]

  constructor(table: TableId | undefined) {
    this.names = table ? columnNames[table].map((spellings) => spellings.map(keyOf)) : []
    // The rows of table 2 are of two widths.
    this.width = table && table !== 'table2' ? this.names.length : undefined
  }

  /** Takes a line, as the row that it is or as one that may be of the header. */
  learn(line: TextLine, row: ColumnRow | undefined): void {
    const width = row?.row?.cells.length ?? this.width
    const figures = row?.row ? row.figures : fromFirstFigure(wordsOf(line))
    const isRow = row !== undefined || figures.filter(({ text }) => isFigureText(text)).length >= FEWEST_FIGURES
    if (isRow && width !== undefined) this.stretchOf(line, width).rows.push(piecesOf(line, figures))
    else if (!isRow && this.names.length > 0) this.stretchOf(line, this.names.length).addHeader(line)
  }

  /** The cells of a line: where a figure is missing, the header and full rows show which. */
  cellsOf(line: TextLine, columnRow: ColumnRow | undefined): RowCells | undefined {
    if (!columnRow) return this.cellsByPlace(line)
    const isWhole = columnRow.figures.length === this.width
    return columnRow.row || isWhole
      ? this.cellsOfRow(line, columnRow)
      : (this.cellsByPlace(line) ?? looseCells(columnRow))
  }

  private cellsOfRow(line: TextLine, row: ColumnRow): RowCells {
    const pieces = piecesOf(line, row.figures)
    const figures = this.figuresOf(pieces, row.row?.cells.length ?? pieces.length) ?? textsOf(pieces)
    return { cells: [...row.labels, ...figures], figures: figures.length }
  }

  /** The cells of a line from the positions of its pieces alone, whatever its label. */
  private cellsByPlace(line: TextLine): RowCells | undefined {
    const places = this.width === undefined ? [] : this.placesFor(line, this.width)
    const pieces = places.length > 0 ? piecesOf(line, wordsOf(line)) : []
    let from = firstInColumns(pieces, places)
    while (isFormPiece(pieces[from]?.segment.text ?? '')) from += 1
    const inColumns = pieces.slice(from)
    // A single figure on a line may be a page number.
    if (inColumns.length < (from === 0 ? 2 : 1) || textsOf(inColumns).some(isFormPiece)) return undefined
    const labels = grouped(pieces.slice(0, from).map(({ segment }) => segment))
    const figures = this.figuresOf(inColumns, this.width ?? 0)
    if (figures) return { cells: [...labels, ...figures], figures: figures.length }
    const open = textsOf(inColumns)
    return open.some(isFigureText) ? { cells: [...labels, ...open], figures: open.length } : undefined
  }

  /** The cells of all columns; undefined where the place of a figure is open. */
  private figuresOf(pieces: readonly Piece[], width: number): string[] | undefined {
    const [first] = pieces
    if (!first || pieces.length > width) return undefined
    return pieces.length === width ? textsOf(pieces) : cellsAt(pieces, this.placesFor(first.line, width))
  }

  private placesFor(line: TextLine, width: number): Places {
    return this.stretchOf(line, width).placesBy(() => this.templatesOf(width))
  }

  /** Some templates of all pages. */
  private templatesOf(width: number): Piece[][] {
    const known = this.shared.get(width)
    if (known) return known
    const all = [...this.stretches.values()].filter((stretch) => stretch.width === width)
    const some = all.flatMap(({ templates }) => templates).slice(0, MOST_SHARED)
    this.shared.set(width, some)
    return some
  }

  private stretchOf({ page, part = '' }: TextLine, width: number): Stretch {
    const key = `${width} ${page} ${part}`
    const stretch = this.stretches.get(key) ?? new Stretch(width, this.names)
    this.stretches.set(key, stretch)
    return stretch
  }
}
