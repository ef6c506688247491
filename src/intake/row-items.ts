import { filled, isRow, type Block } from './blocks'
import { isFigureText } from './figure-text'
import { keyOf, lettersOf } from './key'
import { isHeaderRow, isRowLabel, nearestRow, type FormRowCells, type FormRows } from './rows-of-form'

/** A row of a source that holds figures, with what may be its label. */
export interface RowItem {
  block: Block
  /** Index of the first cell after the label. */
  from: number
  row?: FormRowCells | undefined
  /** Whether the row has a label of the form, one like it, or none that is known. */
  how: 'exact' | 'near' | 'none'
  /** The letters in the row before its figures. */
  own: string
  /** Pieces of text between the row before and this one, in which a label broken over lines may stand. */
  before: readonly string[]
}

export interface RowItems {
  items: RowItem[]
  /** Text after the last row. */
  after: readonly string[]
}

const LABEL_CELLS = 3
const MOST_PIECES = 40
const LONGEST_PIECE = 60

/** A row's label is the last of its first cells that names a row of the form; cells before it may hold a heading. */
function exactLabel(block: Block, { byKey }: FormRows): Pick<RowItem, 'row' | 'from'> | undefined {
  for (let at = Math.min(LABEL_CELLS, block.cells.length - (block.figures ?? 0)) - 1; at >= 0; at -= 1) {
    const row = byKey.get(keyOf(block.cells[at] ?? ''))
    if (row) return { row, from: at + 1 }
  }
  return undefined
}

/** How many figures an unlabelled row must have at least to be taken for one of the table. */
const fewestFigures = ({ rows }: FormRows) => (rows.length > 10 ? 5 : 3)

/** Index of the first cell that is a figure's; -1 where there is none. */
const firstFigure = ({ cells, figures }: Block): number =>
  figures === undefined ? cells.findIndex((cell) => isFigureText(cell.trim())) : cells.length - figures

/** Blank cells behind a label may be figures that were left blank. */
function afterTexts(cells: readonly string[]): number {
  let from = cells.length
  while (from > 0 && (cells[from - 1] ?? '').trim() === '') from -= 1
  return from
}

function isRowOfFigures(block: Block, first: number, rows: FormRows): boolean {
  if (block.figures !== undefined) return true
  const rest = block.cells.slice(first).map((cell) => cell.trim())
  const figures = rest.filter(isFigureText).length
  return figures >= fewestFigures(rows) && figures >= rest.filter(Boolean).length - 1
}

class Reader {
  readonly items: RowItem[] = []
  private pieces: string[] = []
  private readonly near = new Map<string, FormRowCells | undefined>()

  constructor(private readonly rows: FormRows) {}

  get after(): readonly string[] {
    return this.pieces
  }

  read(block: Block): void {
    if (!isRow(block)) return this.loose([block.text])
    if (isHeaderRow(block.cells.slice(0, LABEL_CELLS))) {
      this.endOfHeader()
      return
    }
    const exact = exactLabel(block, this.rows)
    if (exact) return this.add(block, 'exact', exact)
    const first = firstFigure(block)
    const before = block.cells.slice(0, first < 0 ? undefined : first)
    const texts = before.filter((cell) => cell.trim() !== '')
    if (first < 0) {
      if (isHeaderRow(block.cells)) this.endOfHeader()
      else this.loose(texts)
      return
    }
    const row = this.nearest(texts)
    const from = afterTexts(before)
    if (row) return this.add(block, 'near', { row, from }, texts)
    if (!isRowOfFigures(block, first, this.rows)) return this.loose(filled(block))
    this.add(block, 'none', { from }, texts)
  }

  private nearest(texts: readonly string[]): FormRowCells | undefined {
    const key = keyOf(texts[texts.length - 1] ?? '')
    if (key.length > LONGEST_PIECE) return undefined
    if (!this.near.has(key)) this.near.set(key, nearestRow(key, this.rows))
    return this.near.get(key)
  }

  private add(block: Block, how: RowItem['how'], label: Pick<RowItem, 'row' | 'from'>, texts: readonly string[] = []) {
    this.items.push({ block, how, own: lettersOf(texts.join('')), before: this.pieces, ...label })
    this.pieces = []
  }

  /** Text above a header belongs to no row below it, but for a label whose figures are blank. */
  private endOfHeader(): void {
    this.pieces = this.pieces.filter(isRowLabel)
  }

  private loose(texts: readonly string[]): void {
    for (const text of texts) {
      if (text.length > LONGEST_PIECE) this.pieces = []
      else if (this.pieces.length < MOST_PIECES) this.pieces.push(text)
    }
  }
}

/** The rows of figures among the lines that are, or may be, rows of the table. */
export function rowItems(blocks: readonly Block[], rows: FormRows): RowItems {
  const reader = new Reader(rows)
  for (const block of blocks) reader.read(block)
  return { items: reader.items, after: reader.after }
}
