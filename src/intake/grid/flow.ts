import type { Block } from '../blocks'
import { shownText } from '../marked-text'
import { UnreadableSourceError } from '../unreadable-error'
import { expanded, type GridCell } from './expand'

/** A paragraph or a row of a table. `origin` is the reader's own record of where it was. */
export interface SourceLine<Origin> {
  cells: string[]
  /** Which table of the source a row belongs to. */
  table?: object
  origin: Origin
  kind?: Block['kind']
  isApart?: boolean
}

interface OpenCell<Origin> extends GridCell {
  lines: SourceLine<Origin>[]
}

interface OpenTable<Origin> {
  rows: OpenCell<Origin>[][]
  isRowOpen: boolean
  cell: OpenCell<Origin> | undefined
  origin: Origin
}

/** No label and no figure is as long. A cell with several paragraphs and more text than this only lays out the page. */
const LONGEST_CELL = 200
/** Nor does a cell of a table hide as many lines. */
const MOST_HIDDEN = 20
/** Lines and cells of the whole source. */
const MOST_LINES = 500_000
const DEEPEST = 40

const ENDS_IN_WORD = /[!-~]$/
const STARTS_WITH_WORD = /^[!-~]/

/** The lines of one cell as one text, with a blank only between words or numbers. */
function joined(lines: readonly string[]): string {
  let text = ''
  let before = ''
  for (const line of lines) {
    const shown = shownText(line)
    text += ENDS_IN_WORD.test(before) && STARTS_WITH_WORD.test(shown) ? ` ${line}` : line
    if (shown !== '') before = shown
  }
  return text
}

const wholeText = ({ cells }: SourceLine<unknown>): string => cells.join('')

/** True for a cell that holds a page rather than a label or a figure. What it hides counts only where that is a page. */
function isLayout<Origin>({ lines }: OpenCell<Origin>): boolean {
  const shown = lines.filter((line) => shownText(wholeText(line)) !== '')
  if (shown.some(({ table }) => table !== undefined)) return true
  if (shown.length > 1 && shown.reduce((length, { cells }) => length + (cells[0]?.length ?? 0), 0) > LONGEST_CELL)
    return true
  return shown.length < lines.length && lines.length > MOST_HIDDEN
}

/** Takes the paragraphs and tables of a source in their order, nested tables too, and gives lines. */
export class Flow<Origin> {
  readonly lines: SourceLine<Origin>[] = []
  private readonly tables: OpenTable<Origin>[] = []
  private tooDeep = 0
  private count = 0

  paragraph(text: string, origin: Origin, kind?: Block['kind']): void {
    const line = text.trim()
    if (line === '') return
    const isTabbed = line.includes('\t')
    const cells = isTabbed ? text.split('\t').map((cell) => cell.trim()) : [line]
    this.add({ cells, origin, ...(kind && { kind }) })
  }

  /** Takes lines that another reader gave. */
  insert(lines: readonly SourceLine<Origin>[]): void {
    for (const line of lines) this.add(line)
  }

  openTable(origin: Origin): void {
    if (this.tables.length >= DEEPEST) this.tooDeep += 1
    else this.tables.push({ rows: [], isRowOpen: false, cell: undefined, origin })
  }

  openRow(): void {
    const table = this.current
    if (!table) return
    table.cell = undefined
    table.isRowOpen = true
    table.rows.push([])
  }

  closeRow(): void {
    const table = this.current
    if (table) table.isRowOpen = false
    this.closeCell()
  }

  openCell(rowSpan: number, columnSpan: number, isCovered = false): void {
    const table = this.current
    if (!table) return
    if (!table.isRowOpen) this.openRow()
    table.cell = { text: '', rowSpan, columnSpan, isCovered, lines: [] }
    table.rows[table.rows.length - 1]?.push(table.cell)
    this.charge()
  }

  /** Removes the row that was closed last. */
  dropRow(): void {
    this.current?.rows.pop()
  }

  closeCell(): void {
    const table = this.current
    if (table) table.cell = undefined
  }

  closeTable(): void {
    if (this.tooDeep > 0) this.tooDeep -= 1
    else {
      const table = this.tables.pop()
      if (table) this.tableLines(table).forEach((line) => this.add(line))
    }
  }

  /** Closes what is still open. */
  end(): SourceLine<Origin>[] {
    this.tooDeep = 0
    while (this.tables.length > 0) this.closeTable()
    return this.lines
  }

  get isInTable(): boolean {
    return this.tables.length > 0
  }

  private get current(): OpenTable<Origin> | undefined {
    return this.tooDeep > 0 ? undefined : this.tables[this.tables.length - 1]
  }

  /** Text between the cells of a table goes before the table, as in a browser. */
  private add(line: SourceLine<Origin>): void {
    this.charge()
    const table = this.tables[this.tables.length - 1]
    const outer = table?.cell ?? this.tables[this.tables.length - 2]?.cell
    ;(outer?.lines ?? this.lines).push(line)
  }

  private charge(): void {
    this.count += 1
    if (this.count > MOST_LINES) throw new UnreadableSourceError('tooLarge')
  }

  private tableLines(table: OpenTable<Origin>): SourceLine<Origin>[] {
    const { rows, origin } = table
    for (const cell of rows.flat()) cell.text = joined(cell.lines.map(({ cells }) => cells.join(' ')))
    const grid = expanded(rows)
    this.count += grid.reduce((cells, row) => cells + row.length, 0)
    this.charge()
    const isOneColumn = grid.every((row) => row.length < 2)
    return rows.flatMap((row, i): SourceLine<Origin>[] => {
      if (isOneColumn || row.some(isLayout)) return row.flatMap(({ lines }) => lines)
      const cells = grid[i] ?? []
      if (row.length === 0) return []
      const isLinks = row.every(({ lines }) => lines.every(({ kind }) => kind === 'link'))
      return [{ cells: cells.length > 1 ? cells : [...cells, ''], table, origin, ...(isLinks && { kind: 'link' }) }]
    })
  }
}
