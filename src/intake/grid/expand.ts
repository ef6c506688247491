/** A cell of a table as its source writes it. */
export interface GridCell {
  text: string
  rowSpan: number
  columnSpan: number
  /** Stands where another cell already covers: a continued vertical merge of a .docx. */
  isCovered?: boolean
}

/** A row by columns of the grid. */
export interface GridRow {
  cells: string[]
  /** Columns that a cell of a row above reaches into. */
  covered: boolean[]
}

/** Spans beyond these are slips or traps; no table of a report is half as large. */
const MOST_COLUMNS = 64
const MOST_CELLS = 512

class Expansion {
  /** For every column, how many rows below are covered by a cell above. */
  private pending: number[] = []
  private row: GridRow = { cells: [], covered: [] }

  expand(cells: readonly GridCell[]): GridRow {
    this.row = { cells: [], covered: [] }
    const next: number[] = this.pending.map((rows) => Math.max(0, rows - 1))
    for (const cell of cells.slice(0, MOST_CELLS)) {
      while ((this.pending[this.row.cells.length] ?? 0) > 0) this.put('', true)
      const width = Math.min(Math.max(1, cell.columnSpan), MOST_COLUMNS)
      for (let i = 0; i < width; i += 1) {
        const column = this.row.cells.length
        next[column] = Math.max(next[column] ?? 0, cell.rowSpan - 1)
        this.put(i === 0 && !cell.isCovered ? cell.text : '', cell.isCovered === true)
      }
    }
    while ((this.pending[this.row.cells.length] ?? 0) > 0) this.put('', true)
    this.pending = Array.from(next, (rows) => rows ?? 0)
    return this.row
  }

  private put(text: string, isCovered: boolean): void {
    this.row.cells.push(text)
    this.row.covered.push(isCovered)
  }
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}

/**
 * Some sites print an empty cell where a span from above covers, so that the row is a cell too long: of a row longer
 * than the table is wide, blank cells beside covered ones are taken out.
 */
function withoutDoubledBlanks({ cells, covered }: GridRow, width: number): string[] {
  let surplus = cells.length - width
  return cells.filter((text, i) => {
    const isDoubled = surplus > 0 && text === '' && !covered[i] && (covered[i - 1] === true || covered[i + 1] === true)
    if (isDoubled) surplus -= 1
    return !isDoubled
  })
}

/** Rows of cells as rows of columns: blanks stand where a span covers. */
export function expanded(rows: readonly (readonly GridCell[])[]): string[][] {
  const expansion = new Expansion()
  const grid = rows.map((row) => expansion.expand(row))
  const isFromAbove = (row: GridRow, i: number) => row.covered[0] === true && (rows[i]?.length ?? 0) > 0
  const free = grid.filter((row, i) => row.cells.length > 1 && !isFromAbove(row, i))
  const width = mostFrequent((free.length > 0 ? free : grid).map(({ cells }) => cells.length))
  return grid.map((row) => withoutDoubledBlanks(row, width))
}
