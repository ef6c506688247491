import { deducedIn } from '../lines'
import { reaches } from './slip'
import type { Found, LineSlip, Undone } from './slip'

const TO_THE_END = 4
const PART_OF_A_LINE = 6
const IN_A_COLUMN = 2

const isEmpty = ({ values, isBlank }: Found, index: number): boolean => values[index] === 0 || isBlank[index] === true

/** The figures with the cell at `gap` taken out and one put in at `lost`. */
export function closed(values: readonly number[], gap: number, lost: number, figure: number): number[] {
  const rest = values.filter((_, index) => index !== gap)
  return [...rest.slice(0, lost), figure, ...rest.slice(lost)]
}

/** The figure that was pushed out or left out; where nothing tells, NaN. */
export function lostFigure({ line, required }: Found, values: readonly number[], lost: number): number {
  const asked = required[lost] ?? NaN
  return Number.isNaN(asked) ? deducedIn(line, values, lost) : asked
}

/** Closes the gap. A figure is lost only beyond the end of the line; elsewhere the last one moved onto a 0. */
function undoneShift(found: Found, gap: number, lost: number): Undone | null {
  const { line, values } = found
  const last = values.length - 1
  const isWhole = gap === last || lost === last
  const open = closed(values, gap, lost, NaN)
  const figure = isWhole ? lostFigure(found, open, lost) : 0
  if (Number.isNaN(figure)) return null
  open[lost] = figure
  const cost = (isWhole ? TO_THE_END : PART_OF_A_LINE) + (line.kind === 'column' ? IN_A_COLUMN : 0)
  const isDeduced = isWhole && Number.isNaN(found.required[lost])
  return { slip: gap < lost ? 'shiftedOn' : 'shiftedBack', values: open, cost, at: [gap, lost], isDeduced }
}

/** A row or column moved by one cell, from any cell on: on towards the end over a gap, or back over a cell left out. */
export const shifted: LineSlip = {
  lines: ['row', 'column', 'inputs'],
  undo(found) {
    const undone: Undone[] = []
    const last = found.values.length - 1
    const isColumn = found.line.kind === 'column'
    for (let gap = 0; gap <= last; gap++) {
      if (!isEmpty(found, gap)) continue
      for (let lost = 0; lost <= last; lost++) {
        const isPart = gap !== last && lost !== last
        const isMove = isPart && Math.abs(gap - lost) === 1
        const isSlip = gap !== lost && !isMove && !(isColumn && isPart)
        const isTried = isSlip && reaches(found, Math.min(gap, lost), Math.max(gap, lost))
        const shift = isTried ? undoneShift(found, gap, lost) : null
        if (shift) undone.push(shift)
      }
    }
    return undone
  },
}
