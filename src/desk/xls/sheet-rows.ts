/** The cells of one sheet, from its records. */
import type { Area } from '../../workbook'
import { cellKey } from '../book'
import { tabOf, valueOf } from '../xlsx/contents'
import type { CellText, Rows, Tab, TabFrame, WrittenCell } from '../xlsx/contents'
import { Cursor, KIND, recordsFrom } from './records'
import type { RawRecord } from './records'
import { readText } from './strings'
import type { RichText } from './strings'
import type { Looks } from './looks'

/** What a sheet needs to know of its workbook. */
export interface Workbook {
  stream: Uint8Array
  looks: Looks
  texts: readonly RichText[]
  /** Days between the two ways of counting them. */
  dayShift: number
}

interface Place {
  row: number
  column: number
  look: number
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

/** A number in four bytes: a whole one or the upper half of a fraction, perhaps a hundredth of it. */
function shortNumber(written: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setUint32(4, (written & ~3) >>> 0, true)
  const value = written & 2 ? written >> 2 : view.getFloat64(0, true)
  return written & 1 ? value / 100 : value
}

/** What the eight bytes of a formula's result say instead of a number. */
const [TEXT, TRUTH, ERROR] = [0, 1, 2]

class SheetReader {
  readonly rows: Rows = { cells: {}, looks: new Map(), hidden: [], last: { row: 1, column: 1 } }
  readonly hidden: { first: number; last: number }[] = []
  readonly merges: Area[] = []
  /** The formula whose result is a text, which follows. */
  private waiting: Place | undefined

  constructor(
    private readonly workbook: Workbook,
    private readonly isForeign: boolean,
  ) {}

  take({ kind, data }: RawRecord): void {
    const cursor = new Cursor([data])
    if (kind === KIND.row) this.takeRow(cursor)
    else if (kind === KIND.column) this.takeColumns(cursor)
    else if (kind === KIND.merges) this.takeMerges(cursor)
    else if (kind === KIND.manyNumbers) this.takeMany(cursor, data.length)
    else if (kind === KIND.result && this.waiting) this.put(this.waiting, 'str', readText(cursor).text)
    else this.takeCell(kind, cursor)
  }

  private takeCell(kind: number, cursor: Cursor): void {
    const place = () => ({ row: cursor.word() + 1, column: cursor.word() + 1, look: cursor.word() })
    if (kind === KIND.textOf) this.putText(place(), this.workbook.texts[cursor.long()])
    else if (kind === KIND.text || kind === KIND.rich) this.putText(place(), readText(cursor))
    else if (kind === KIND.number) this.put(place(), undefined, String(cursor.double()))
    else if (kind === KIND.shortNumber) this.put(place(), undefined, String(shortNumber(cursor.long())))
    else if (kind === KIND.truth) this.putTruth(place(), cursor.byte(), cursor.byte() === 1)
    else if (kind === KIND.formula) this.takeFormula(place(), cursor)
  }

  private takeFormula(place: Place, cursor: Cursor): void {
    const start = cursor.at
    const [type, , value] = [cursor.byte(), cursor.byte(), cursor.byte()]
    cursor.at = start + 6
    const isNumber = cursor.word() !== 0xffff
    cursor.at = start
    if (isNumber) this.put(place, undefined, String(cursor.double()))
    else if (type === TEXT) this.waiting = place
    else if (type === TRUTH || type === ERROR) this.putTruth(place, value, type === ERROR)
  }

  private takeMany(cursor: Cursor, length: number): void {
    const [row, first] = [cursor.word() + 1, cursor.word() + 1]
    const count = Math.floor((length - 6) / 6)
    for (let i = 0; i < count; i += 1) {
      const place = { row, column: first + i, look: cursor.word() }
      this.put(place, undefined, String(shortNumber(cursor.long())))
    }
  }

  private takeRow(cursor: Cursor): void {
    const row = cursor.word() + 1
    cursor.at = 6
    const isFlat = cursor.word() === 0
    cursor.at = 12
    if (isFlat || cursor.word() & 0x20) this.rows.hidden.push(row)
  }

  private takeColumns(cursor: Cursor): void {
    const [first, last, width] = [cursor.word() + 1, cursor.word() + 1, cursor.word()]
    cursor.skip(2)
    if (width === 0 || cursor.word() & 1) this.hidden.push({ first, last })
  }

  private takeMerges(cursor: Cursor): void {
    for (let count = cursor.word(); count > 0 && !cursor.isAtEnd; count -= 1) {
      const [top, bottom, left, right] = [cursor.word(), cursor.word(), cursor.word(), cursor.word()]
      const area = { row: top + 1, column: left + 1, rows: bottom - top + 1, columns: right - left + 1 }
      if (area.rows > 0 && area.columns > 0) this.merges.push(area)
    }
  }

  /** A text that is not there is told by nobody else: the cell says so. */
  private putText(place: Place, text: RichText | undefined): void {
    this.putCell(place, {
      type: undefined,
      value: '',
      inline: text ? this.runs(text, place) : '#REF!',
      isResult: false,
    })
  }

  private putTruth(place: Place, value: number, isError: boolean): void {
    if (isError) this.put(place, 'e', ERRORS[value] ?? '#N/A')
    else this.put(place, 'b', String(value))
  }

  private put(place: Place, type: string | undefined, value: string): void {
    this.putCell(place, { type, value, inline: undefined, isResult: type === 'str' })
  }

  private putCell({ row, column, look }: Place, written: Omit<WrittenCell, 'look'>): void {
    this.waiting = undefined
    const { looks, dayShift } = this.workbook
    const cell = { ...written, look: looks.lookAt(look) }
    const value = valueOf(cell, { texts: () => undefined, dayShift, isForeign: this.isForeign })
    const { rows } = this
    rows.last.row = Math.max(rows.last.row, row)
    rows.last.column = Math.max(rows.last.column, column)
    if (value === undefined) return
    rows.cells[cellKey(row, column)] = { value }
    rows.looks.set(cellKey(row, column), cell.look)
  }

  /** The text in runs of one font each; the first has the cell's. */
  private runs({ text, changes }: RichText, { look }: Place): CellText {
    if (changes.length === 0) return text
    const { looks } = this.workbook
    const first = { text: text.slice(0, changes[0]?.start), font: looks.lookAt(look).font }
    const others = changes.map(({ start, font }, i) => {
      const own = looks.fontAt(font)
      return { text: text.slice(start, changes[i + 1]?.start), ...(own && { font: own }) }
    })
    return [first, ...others].filter((run) => run.text !== '')
  }
}

/** The sheet whose records begin at a place of the stream. What is drawn in it has records of its own. */
export function readSheet(workbook: Workbook, start: number, frame: TabFrame, isForeign: boolean): Tab {
  const reader = new SheetReader(workbook, isForeign)
  let depth = 0
  for (const record of recordsFrom(workbook.stream, start)) {
    if (record.kind === KIND.begin) depth += 1
    else if (record.kind === KIND.end) depth -= 1
    else if (depth === 1) reader.take(record)
    if (depth <= 0) break
  }
  const { rows, hidden, merges } = reader
  return tabOf(rows, frame, { size: { rows: 1, columns: 1 }, hidden, merges })
}
