import { figures, type CellId } from '../../form'
import { plainDigits, writtenForm } from '../../report'
import { checkMessages } from '../../words/checks'
import { figureSlips, lineSlips, repairWords as words, type Along, type Direction } from '../../words/repairs'
import { columnLabelOf, placeOf, rowLabelOf, rowPlaceOf, tabOf } from '../place'
import type { Subject } from '../subject'
import { columns3, rows3, type TableLine } from './table-lines'
import type { UndoneSlip } from './search'
import { joined } from './slips/split'

const idAt = (position: number): CellId => figures[position]?.id ?? ''
const written = ({ values }: Subject, position: number): string => writtenForm(values[position])

/** The name of a cell within its row or column. */
function nameIn({ kind, table }: TableLine, position: number): string {
  const cell = idAt(position)
  if (kind === 'column') return rowLabelOf(cell)
  return table === 'table4'
    ? checkMessages.placement([`${rowLabelOf(cell)} ${columnLabelOf(cell)}`])
    : columnLabelOf(cell)
}

function placeOfLine({ kind, table, cells }: TableLine): string {
  const first = idAt(cells[0] ?? 0)
  if (table === 'table4') return tabOf(table)
  return kind === 'column' ? checkMessages.columnPlace(tabOf(table), columnLabelOf(first)) : rowPlaceOf(first)
}

const alongOf = ({ kind }: TableLine): Along => (kind === 'column' ? 'column' : 'row')

function movedTable({ cells }: TableLine, along: Along, gap: number, lost: number): string {
  const direction: Direction = gap < lost ? 'on' : 'back'
  const first = Math.min(gap, lost)
  const cell = idAt(cells[first] ?? 0)
  const name = along === 'column' ? rowLabelOf(cell) : columnLabelOf(cell)
  return first === 0 ? lineSlips.table(along, direction) : lineSlips.tableFrom(name, along, direction)
}

/** Lines moved by one cell, from the cell left empty to the one overwritten or the other way round. */
function movedBlock({ kind, cells }: TableLine, [gap = 0, lost = 0, from = 0, width = 1]: readonly number[]): string {
  const direction: Direction = gap < lost ? 'on' : 'back'
  const [start, end] = [idAt(cells[Math.min(gap, lost)] ?? 0), idAt(cells[Math.max(gap, lost)] ?? 0)]
  const firstCell = (line: TableLine | undefined) => idAt(line?.cells[0] ?? 0)
  if (kind === 'column') {
    const names = columns3.slice(from, from + width).map((column) => columnLabelOf(firstCell(column)))
    return lineSlips.block(names, rowLabelOf(start), rowLabelOf(end), direction)
  }
  const [first, last] = [rows3[from], rows3[from + width - 1]].map((row) => rowLabelOf(firstCell(row)))
  return lineSlips.rows(first ?? '', last ?? '', columnLabelOf(start), columnLabelOf(end), direction)
}

type UndoneLineSlip = Extract<UndoneSlip, { line: TableLine }>
type UndoneFigureSlip = Exclude<UndoneSlip, UndoneLineSlip>

/** The slip along a row or column, in words. */
function happenedIn(subject: Subject, { slip, line, at }: UndoneLineSlip): string {
  const [first = 0, second = 0] = at
  const along = alongOf(line)
  const name = (index: number) => nameIn(line, line.cells[index] ?? 0)
  const number = (index: number) => subject.numbers[line.cells[index] ?? 0] ?? NaN
  const direction: Direction = first < second ? 'on' : 'back'
  switch (slip) {
    case 'swapped':
      return lineSlips.swapped(name(first), name(second))
    case 'moved':
      return Math.abs(first - second) === 1
        ? lineSlips.moved(name(first), along, direction)
        : lineSlips.movedFar(name(first), name(second))
    case 'shiftedOn':
      return lineSlips.shiftedOn(name(first), along)
    case 'shiftedBack':
      return lineSlips.shiftedBack(name(second), along)
    case 'split': {
      const [left, right] = [number(first), number(first + 1)]
      const whole = plainDigits(joined(left, right, at[2] ?? 0))
      return lineSlips.split(whole, plainDigits(left), plainDigits(right), second > first + 1)
    }
    case 'blockOn':
    case 'blockBack':
      return movedBlock(line, at)
    case 'tableOn':
    case 'tableBack':
      return movedTable(line, along, first, second)
  }
}

function changeOfFigure(subject: Subject, { slip, cells, values, followers }: UndoneFigureSlip): string {
  const [position = 0] = cells
  const isTotal = slip === 'total' || figures[position]?.kind === 'total'
  const label = isTotal ? words.total : words.figure
  const change = label(placeOf(idAt(position)), written(subject, position), plainDigits(values[0] ?? NaN))
  if (followers) return change + words.followed(followers)
  return isTotal ? change : change + words.allHold
}

function changeAlong(subject: Subject, { slip, line, cells, values, followers = 0 }: UndoneLineSlip): string {
  if (slip === 'tableOn' || slip === 'tableBack') return words.table(tabOf(line.table), cells.length)
  if (slip === 'blockOn' || slip === 'blockBack') return words.block(cells.length)
  const own = cells.slice(0, cells.length - followers)
  const named = own.map((cell, i) =>
    words.cell(nameIn(line, cell), written(subject, cell), plainDigits(values[i] ?? NaN)),
  )
  return words.line(placeOfLine(line), named) + (followers > 0 ? words.followed(followers) : '')
}

/** The repair's label: the slips, and what would be changed. */
export function told(subject: Subject, slips: readonly UndoneSlip[]): string {
  const texts = slips.map((slip) =>
    slip.line
      ? words.slip(happenedIn(subject, slip), changeAlong(subject, slip))
      : words.slip(figureSlips[slip.slip], changeOfFigure(subject, slip)),
  )
  return words.several(texts)
}
