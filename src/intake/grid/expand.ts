import { UnreadableSourceError } from '../unreadable-error'

/** A cell of a table as its source writes it. */
export interface GridCell {
  text: string
  rowSpan: number
  columnSpan: number
  /** Stands where another cell already covers: a continued vertical merge of a .docx. */
  isCovered?: boolean
}

/** One column of one row. */
interface Slot {
  text: string
  /** A cell begins here; false for the further columns it spans. */
  isStart: boolean
  /** A cell of a row above reaches down to here. */
  isCovered: boolean
}

/** Spans beyond these are slips or traps; no table of a report is half as large. */
const MOST_COLUMNS = 64
const MOST_CELLS = 512
/** Columns of all rows together. */
const MOST_SLOTS = 2_000_000

class Expansion {
  private slots = 0
  /** For every column that a cell above covers: in how many rows to come, and whether the cell begins there. */
  private pending: ({ rows: number; isStart: boolean } | undefined)[] = []

  expand(cells: readonly GridCell[]): Slot[] {
    const row: Slot[] = []
    const above = this.pending
    this.pending = above.map((cover) => (cover && cover.rows > 1 ? { ...cover, rows: cover.rows - 1 } : undefined))
    const skipCovered = () => {
      for (let cover = above[row.length]; cover; cover = above[row.length]) {
        row.push({ text: '', isStart: cover.isStart, isCovered: true })
      }
    }
    for (const cell of cells.slice(0, MOST_CELLS)) {
      skipCovered()
      this.put(row, cell)
    }
    skipCovered()
    this.slots += row.length
    if (this.slots > MOST_SLOTS) throw new UnreadableSourceError('tooLarge')
    return row
  }

  private put(row: Slot[], { text, rowSpan, columnSpan, isCovered = false }: GridCell): void {
    const width = Math.min(Math.max(1, columnSpan), MOST_COLUMNS)
    for (let i = 0; i < width; i += 1) {
      const isStart = i === 0
      if (rowSpan > 1) this.pending[row.length] = { rows: rowSpan - 1, isStart }
      row.push({ text: isStart && !isCovered ? text : '', isStart, isCovered })
    }
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
function withoutDoubledBlanks(row: readonly Slot[], width: number): Slot[] {
  let surplus = row.length - width
  return row.filter(({ text, isCovered }, i) => {
    const isBeside = row[i - 1]?.isCovered === true || row[i + 1]?.isCovered === true
    const isDoubled = surplus > 0 && text === '' && !isCovered && isBeside
    if (isDoubled) surplus -= 1
    return !isDoubled
  })
}

/**
 * Word and LibreOffice leave columns of no width behind, in which no cell stands alone: every cell there spans on. Such
 * columns are taken out of all rows, and the table has again the columns that a reader sees.
 */
function withoutSlivers(grid: readonly Slot[][]): Slot[][] {
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0)
  const kept = Array.from({ length: width }, (_, column) => {
    const goesOn = (row: readonly Slot[]) => row[column + 1]?.isStart === false
    if (grid.some((row) => row[column]?.isStart === true && !goesOn(row))) return true
    const isSpanned = grid.some(goesOn)
    if (isSpanned) for (const row of grid) moveOn(row, column)
    return !isSpanned
  })
  return grid.map((row) => row.filter((_, column) => kept[column]))
}

/** What begins in a column that is taken out begins in the next one. */
function moveOn(row: Slot[], column: number): void {
  const [slot, next] = [row[column], row[column + 1]]
  if (slot?.isStart && next && !next.isStart) row[column + 1] = { ...slot }
}

/** Rows of cells as rows of columns: blanks stand where a span covers. */
export function expanded(rows: readonly (readonly GridCell[])[]): string[][] {
  const expansion = new Expansion()
  const grid = rows.map((row) => expansion.expand(row))
  const free = grid.filter((row) => row.length > 1 && row[0]?.isCovered === false)
  const width = mostFrequent((free.length > 0 ? free : grid).map((row) => row.length))
  return withoutSlivers(grid.map((row) => withoutDoubledBlanks(row, width))).map((row) => row.map(({ text }) => text))
}
