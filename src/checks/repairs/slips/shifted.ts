import { deducedIn } from '../table-lines'
import { reaches } from './slip'
import type { LineState, LineSlip, Undone } from './slip'

const TO_THE_END = 4
const PART_OF_A_LINE = 6
const IN_A_COLUMN = 2

const isEmpty = ({ values, isBlank }: LineState, index: number): boolean =>
  values[index] === 0 || isBlank[index] === true

/** The figures with the cell at `gap` removed and `figure` inserted at `lost`. */
export function closed(values: readonly number[], gap: number, lost: number, figure: number): number[] {
  const rest = values.filter((_, index) => index !== gap)
  return [...rest.slice(0, lost), figure, ...rest.slice(lost)]
}

/** The figure that was pushed out or left out; NaN where no identity tells. */
export function lostFigure({ line, required }: LineState, values: readonly number[], lost: number): number {
  const asked = required[lost] ?? NaN
  return Number.isNaN(asked) ? deducedIn(line, values, lost) : asked
}

/** Closes the gap. A figure is lost only past the end of the row or column; elsewhere the last one overwrote a 0. */
function undoneShift(state: LineState, gap: number, lost: number): Undone | null {
  const { line, values } = state
  const last = values.length - 1
  const isWhole = gap === last || lost === last
  const open = closed(values, gap, lost, NaN)
  const figure = isWhole ? lostFigure(state, open, lost) : 0
  if (Number.isNaN(figure)) return null
  open[lost] = figure
  const cost = (isWhole ? TO_THE_END : PART_OF_A_LINE) + (line.kind === 'column' ? IN_A_COLUMN : 0)
  const isDeduced = isWhole && Number.isNaN(state.required[lost])
  return { slip: gap < lost ? 'shiftedOn' : 'shiftedBack', values: open, cost, at: [gap, lost], isDeduced }
}

/** Figures of a row or column moved by one cell: towards the end, leaving a gap, or back, over a cell left out. */
export const shifted: LineSlip = {
  lines: ['row', 'column', 'inputs'],
  undo(state) {
    const undone: Undone[] = []
    const last = state.values.length - 1
    const isColumn = state.line.kind === 'column'
    for (let gap = 0; gap <= last; gap++) {
      if (!isEmpty(state, gap)) continue
      for (let lost = 0; lost <= last; lost++) {
        const isPart = gap !== last && lost !== last
        const isMove = isPart && Math.abs(gap - lost) === 1
        const isSlip = gap !== lost && !isMove && !(isColumn && isPart)
        const isTried = isSlip && reaches(state, Math.min(gap, lost), Math.max(gap, lost))
        const shift = isTried ? undoneShift(state, gap, lost) : null
        if (shift) undone.push(shift)
      }
    }
    return undone
  },
}
