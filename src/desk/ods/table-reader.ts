/** One table of an OpenDocument spreadsheet. */
import { cellKey } from '../book'
import type { Area } from '../../workbook'
import { cellLook, PAPER, tabOf, valueOf } from '../xlsx/contents'
import type { CellText, FontLook, Rows, Tab, TabFrame } from '../xlsx/contents'
import { UnreadableSourceError } from '../../intake'
import { isFolded, LAST, repeated, spanned } from './elements'
import type { Attributes } from './elements'
import { shownNumber } from './shown-number'
import type { Standing, Styles } from './styles'

interface Run {
  text: string
  font: FontLook
}

interface OpenCell {
  attributes: Attributes
  standing: Standing
  runs: Run[]
  paragraphs: number
}

/** A text or a figure is not repeated as often: what is, is a line to the end of the sheet. */
const MOST_REPEATED = 300

/** What stands in a cell and is no part of its text. */
const BESIDE = new Set(['office:annotation', 'draw:frame', 'table:shapes', 'dr3d:scene', 'text:note'])

const plain = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

export class TableReader {
  private readonly rows: Rows = { cells: {}, looks: new Map(), hidden: [], last: { row: 1, column: 1 } }
  private readonly merges: Area[] = []
  private readonly folded: { first: number; last: number }[] = []
  private readonly columnStyles: { last: number; style: string }[] = []
  private row = 0
  private rowRepeats = 1
  private rowStyle: string | undefined
  private column = 0
  private columnsSeen = 0
  private cell: OpenCell | undefined
  private readonly spans: FontLook[] = []
  private isInText = false
  private beside = 0

  constructor(
    private readonly styles: Styles,
    private readonly isForeign: boolean,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (this.beside > 0 || BESIDE.has(name)) {
      this.beside += 1
      return
    }
    if (name === 'table:table-column') this.takeColumn(attributes)
    else if (name === 'table:table-row') this.openRow(attributes)
    else if (name === 'table:table-cell') this.openCell(attributes)
    else if (name === 'table:covered-table-cell') this.column += repeated(attributes, 'columns')
    else if (this.cell) this.openText(this.cell, name, attributes)
  }

  text(text: string): void {
    if (this.beside === 0 && this.isInText) this.append(text)
  }

  close(name: string): void {
    if (this.beside > 0) this.beside -= 1
    else if (name === 'table:table-row') this.row += this.rowRepeats - 1
    else if (name === 'table:table-cell') this.closeCell()
    else if (name === 'text:p' || name === 'text:h') this.isInText = false
    else if (name === 'text:span') this.spans.pop()
  }

  /** The table, when its end was reached. */
  tab(frame: TabFrame): Tab {
    return tabOf(this.rows, frame, { size: { rows: 1, columns: 1 }, hidden: this.folded, merges: this.merges })
  }

  private takeColumn(attributes: Attributes): void {
    const first = this.columnsSeen + 1
    this.columnsSeen += repeated(attributes, 'columns')
    if (isFolded(attributes)) this.folded.push({ first, last: this.columnsSeen })
    this.columnStyles.push({ last: this.columnsSeen, style: attributes.get('table:default-cell-style-name') ?? '' })
  }

  private openRow(attributes: Attributes): void {
    this.row += 1
    this.column = 0
    this.rowRepeats = repeated(attributes, 'rows')
    this.rowStyle = attributes.get('table:default-cell-style-name')
    if (!isFolded(attributes)) return
    for (let i = 0; i < Math.min(this.rowRepeats, MOST_REPEATED); i += 1) this.rows.hidden.push(this.row + i)
  }

  private openCell(attributes: Attributes): void {
    const column = this.column + 1
    const style =
      attributes.get('table:style-name') ??
      this.rowStyle ??
      this.columnStyles.find(({ last }) => column <= last)?.style ??
      ''
    this.cell = { attributes, standing: this.styles.standing('table-cell', style), runs: [], paragraphs: 0 }
  }

  private openText(cell: OpenCell, name: string, attributes: Attributes): void {
    if (name === 'text:p' || name === 'text:h') {
      if (cell.paragraphs > 0) this.append('\n')
      cell.paragraphs += 1
      this.isInText = true
    } else if (name === 'text:span') {
      this.spans.push(this.styles.standing('text', attributes.get('text:style-name') ?? '').font)
    } else if (name === 'text:s') this.append(' ')
    else if (name === 'text:tab') this.append(' ')
    else if (name === 'text:line-break') this.append('\n')
  }

  private append(text: string): void {
    const { cell } = this
    if (!cell) return
    const font = Object.assign({}, cell.standing.font, ...this.spans) as FontLook
    cell.runs.push({ text, font })
  }

  private closeCell(): void {
    const { cell } = this
    this.cell = undefined
    this.spans.length = 0
    this.isInText = false
    if (!cell) return
    const { attributes } = cell
    const count = repeated(attributes, 'columns')
    const area = { rows: spanned(attributes, 'rows'), columns: spanned(attributes, 'columns') }
    if (area.rows > 1 || area.columns > 1) this.merges.push({ row: this.row, column: this.column + 1, ...area })
    if (attributes.has('office:value-type') || cell.runs.length > 0) this.put(cell, count)
    this.column += count
  }

  private put(cell: OpenCell, count: number): void {
    if (this.row > LAST.rows || this.column >= LAST.columns) throw new UnreadableSourceError('damaged')
    const { font, ground } = cell.standing
    const look = cellLook(undefined, font, ground ?? PAPER)
    const value = this.valueIn(cell, look)
    const { rows } = this
    for (let down = 0; down < Math.min(this.rowRepeats, MOST_REPEATED); down += 1) {
      for (let right = 0; right < Math.min(count, MOST_REPEATED); right += 1) {
        const [row, column] = [this.row + down, this.column + 1 + right]
        rows.last.row = Math.max(rows.last.row, row)
        rows.last.column = Math.max(rows.last.column, column)
        if (value === undefined) continue
        rows.cells[cellKey(row, column)] = { value }
        rows.looks.set(cellKey(row, column), look)
      }
    }
  }

  private valueIn({ attributes, runs }: OpenCell, look: ReturnType<typeof cellLook>) {
    const around = { texts: () => undefined, dayShift: 0, isForeign: this.isForeign }
    const shown = plain(runs)
    const ofText = (text: CellText) =>
      valueOf({ type: undefined, look, value: '', inline: text, isResult: false }, around)
    const of = (type: string | undefined, value: string) =>
      valueOf({ type, look, value, inline: undefined, isResult: false }, around)
    const type = attributes.get('office:value-type')
    if (type === 'boolean') return of('b', attributes.get('office:boolean-value') === 'true' ? '1' : '0')
    if (type === 'date') return of('d', attributes.get('office:date-value') ?? '')
    const number = Number(attributes.get('office:value') ?? Number.NaN)
    if (type === 'string' || type === 'time' || Number.isNaN(number)) return ofText(runs)
    const value = this.isForeign ? shownNumber(number, shown) : number
    return typeof value === 'number' ? of(undefined, String(value)) : ofText(value)
  }
}
