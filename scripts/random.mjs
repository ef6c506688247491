import { randomInt } from 'node:crypto'

/** A seed for a run that was given none; it is printed, so that the run can be repeated. */
export const drawnSeed = () => randomInt(1, 1_000_000_000)

/** A seeded generator (mulberry32): the same seed gives the same inputs on every machine. */
export function randomOf(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit) => Math.floor(next() * limit)
  return { next, below, pick: (list) => list[below(list.length)] }
}
