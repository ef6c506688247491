import { lostFigure } from './shifted'
import { reaches } from './slip'
import type { LineState, LineSlip, Undone } from './slip'

const TO_THE_END = 4
const PART_OF_A_LINE = 5.5
const BY_EACH_ZERO = 1.5

/** `105` split after its first digit leaves `1` and `05`, read as 5. At most so many zeros may be dropped that way. */
const MOST_ZEROS = 2

/** The number that was split into `left` and `right`, `zeros` zeros having been dropped between them. */
export const joined = (left: number, right: number, zeros: number): number =>
  Number(`${left}${'0'.repeat(zeros)}${right}`)

/** Joins the number at `at` and moves the figures after it back, up to `end`, where one was lost. */
function undoneSplit(state: LineState, at: number, zeros: number, end: number): Undone | null {
  const { values } = state
  const [left = NaN, right = NaN] = [values[at], values[at + 1]]
  const whole = joined(left, right, zeros)
  const asked = state.required[at] ?? NaN
  if (!Number.isNaN(asked) && asked !== whole) return null
  const isWhole = end === values.length - 1
  const open = [...values.slice(0, at), whole, ...values.slice(at + 2, end + 1), NaN, ...values.slice(end + 1)]
  const figure = isWhole ? lostFigure(state, open, end) : 0
  if (Number.isNaN(figure)) return null
  open[end] = figure
  return {
    slip: 'split',
    values: open,
    cost: (isWhole ? TO_THE_END : PART_OF_A_LINE) + zeros * BY_EACH_ZERO,
    at: [at, end, zeros],
    isDeduced: isWhole && Number.isNaN(state.required[end]),
  }
}

/** A number typed over two cells (`12` as `1` and `2`), the figures after it moved on by one cell. */
export const split: LineSlip = {
  lines: ['row', 'inputs'],
  undo(state) {
    const { values } = state
    const undone: Undone[] = []
    for (let at = 0; at + 1 < values.length; at++) {
      const [left = NaN, right = NaN] = [values[at], values[at + 1]]
      const isCandidate = left > 0 && right >= 0 && Number.isInteger(left) && Number.isInteger(right)
      for (let zeros = 0; isCandidate && zeros <= MOST_ZEROS; zeros++) {
        for (let end = at + 1; end < values.length; end++) {
          const whole = reaches(state, at, end) ? undoneSplit(state, at, zeros, end) : null
          if (whole) undone.push(whole)
        }
      }
    }
    return undone
  },
}
