import { holdsExchanged } from '../table-lines'
import { reaches } from './slip'
import type { LineSlip, Undone } from './slip'

const exchangedAt = (values: readonly number[], i: number, j: number): number[] =>
  values.map((value, index) => values[index === i ? j : index === j ? i : index] ?? value)

/** Costs: a figure typed one cell off, two figures in each other's place, and each further cell of distance. */
const MOVED = 3
const SWAPPED = 4.5
const BY_EACH_CELL_FARTHER = 0.7

const areTwo = (left: number, right: number): boolean => !Number.isNaN(left + right) && left !== right

/** Two neighbours swapped; or a figure typed into the wrong cell of its row or column, with 0 left in the right one. */
export const exchanged: LineSlip = {
  lines: ['row', 'column', 'inputs'],
  undo(state) {
    const { line, values } = state
    const holds = holdsExchanged(line, values)
    const undone: Undone[] = []
    for (let i = 0; i < values.length; i++) {
      for (let j = i + 1; j < values.length; j++) {
        const [left = NaN, right = NaN] = [values[i], values[j]]
        const isMove = left === 0 || right === 0
        const distance = j - i
        if (!areTwo(left, right) || (distance > 1 && !isMove) || !reaches(state, i, j) || !holds(i, j)) continue
        const cost = (isMove ? MOVED : SWAPPED) + (distance - 1) * BY_EACH_CELL_FARTHER
        const from = right === 0 ? i : j
        const slip = isMove ? 'moved' : 'swapped'
        undone.push({ slip, values: exchangedAt(values, i, j), cost, at: isMove ? [i + j - from, from] : [i, j] })
      }
    }
    return undone
  },
}
