import { lostFigure } from './shifted'
import { reaches } from './slip'
import type { Found, LineSlip, Undone } from './slip'

const TO_THE_END = 4
const PART_OF_A_LINE = 5.5
const BY_EACH_ZERO = 1.5

/** `105` split after its first digit leaves `1` and `05`, which is 5: as many zeros may have gone. */
const MOST_ZEROS = 2

/** The whole number that was split into the two. */
export const joined = (left: number, right: number, zeros: number): number =>
  Number(`${left}${'0'.repeat(zeros)}${right}`)

/** With the number joined, the figures after it moved back as far as `end`, where one was lost. */
function undoneSplit(found: Found, at: number, zeros: number, end: number): Undone | null {
  const { values } = found
  const [left = NaN, right = NaN] = [values[at], values[at + 1]]
  const whole = joined(left, right, zeros)
  const asked = found.required[at] ?? NaN
  if (!Number.isNaN(asked) && asked !== whole) return null
  const isWhole = end === values.length - 1
  const open = [...values.slice(0, at), whole, ...values.slice(at + 2, end + 1), NaN, ...values.slice(end + 1)]
  const figure = isWhole ? lostFigure(found, open, end) : 0
  if (Number.isNaN(figure)) return null
  open[end] = figure
  return {
    slip: 'split',
    values: open,
    cost: (isWhole ? TO_THE_END : PART_OF_A_LINE) + zeros * BY_EACH_ZERO,
    at: [at, end, zeros],
    isDeduced: isWhole && Number.isNaN(found.required[end]),
  }
}

/** A number of several digits over two cells, what followed moved on by one: `12` as `1` and `2`. */
export const split: LineSlip = {
  lines: ['row', 'inputs'],
  undo(found) {
    const { values } = found
    const undone: Undone[] = []
    for (let at = 0; at + 1 < values.length; at++) {
      const [left = NaN, right = NaN] = [values[at], values[at + 1]]
      const isCandidate = left > 0 && right >= 0 && Number.isInteger(left) && Number.isInteger(right)
      for (let zeros = 0; isCandidate && zeros <= MOST_ZEROS; zeros++) {
        for (let end = at + 1; end < values.length; end++) {
          const whole = reaches(found, at, end) ? undoneSplit(found, at, zeros, end) : null
          if (whole) undone.push(whole)
        }
      }
    }
    return undone
  },
}
