import { figures } from '../form'
import { numberOf, readFigure, type CellValue, type UnplacedRow } from '../report'
import { equations, equationsOf, exactDifference, positionOf, sidesOf } from './equations'
import type { Subject } from './subject'

/** With more cells missing or extra than this, there are so many placements that none is credible. */
const MOST_CELLS_OFF = 2

type Row = readonly string[]

const without = (row: Row, at: number): Row => [...row.slice(0, at), ...row.slice(at + 1)]
const withBetween = (row: Row, at: number, text: string): Row => [...row.slice(0, at), text, ...row.slice(at)]

/** `12` that was split over two cells as `1` and `2`. */
function joined(row: Row, at: number): Row[] {
  const [left = '', right = ''] = row.slice(at, at + 2)
  const isSplit = /^[1-9]\d*$/.test(left) && /^\d+$/.test(right)
  return isSplit ? [[...row.slice(0, at), left + right, ...row.slice(at + 2)]] : []
}

/** Rows one cell shorter: a superfluous cell dropped, or a split number joined. */
const shortened = (row: Row, isSuperfluous: (text: string) => boolean): Row[] =>
  row.flatMap((text, at) => [...(isSuperfluous(text) ? [without(row, at)] : []), ...joined(row, at)])

/** Rows one cell longer: the given text put in at any place. */
const lengthened = (row: Row, text: string): Row[] => [...row, ''].map((_, at) => withBetween(row, at, text))

function unique(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.join('\t'), row])).values()]
}

/** All rows of `width` cells that keep the order of the figures as written. */
function fitted(written: Row, width: number, filling: string): Row[] {
  const off = Math.abs(written.length - width)
  if (off > MOST_CELLS_OFF) return []
  // One extra figure may be any figure. Of two, only zeros are dropped: other pairs add up too often by chance.
  const isSuperfluous = (text: string) => off === 1 || text === '0'
  const refitted = (row: Row) => (written.length > width ? shortened(row, isSuperfluous) : lengthened(row, filling))
  let rows: Row[] = [written]
  for (let i = 0; i < off; i++) rows = unique(rows.flatMap(refitted))
  return rows
}

/** Whether every identity that reads the row's cells and can be judged holds. */
function isConsistent(subject: Subject, cells: readonly string[], values: readonly CellValue[]): boolean {
  const numbers = subject.numbers.slice()
  cells.forEach((cell, i) => (numbers[positionOf(cell)] = numberOf(values[i]) ?? NaN))
  const concerned = new Set(
    cells.flatMap((cell) => (equationsOf[positionOf(cell)] ?? []).map((entry) => entry.equation)),
  )
  const nothing = new Float64Array(figures.length).fill(NaN)
  return [...concerned].every((index) => {
    const equation = equations[index]
    const difference = equation ? exactDifference(sidesOf(equation, numbers, subject.lastYear?.numbers ?? nothing)) : 0
    return Number.isNaN(difference) || difference === 0
  })
}

/**
 * The placements of an unplaced row: lists of values in the order of its cells. As few cells as possible are dropped,
 * joined or inserted until the row is filled, and every identity holds. A lost cell is 0 where that fits, else blank.
 */
export function placementsOf(subject: Subject, { cells, written }: UnplacedRow): CellValue[][] {
  const consistent = (filling: string) =>
    fitted(
      written.map((text) => text.trim()),
      cells.length,
      filling,
    )
      .map((row) => row.map(readFigure))
      .filter((values) => isConsistent(subject, cells, values))
  const complete = consistent('0')
  return complete.length > 0 || written.length >= cells.length ? complete : consistent('')
}
