/**
 * Bounds for what must not grow faster than its input. Work in proportion takes 4 times as long for 4 times the input,
 * work in the square of it 16 times. Up to 6 times is allowed, as the collection of garbage distorts the time, and a
 * third of a second besides, in which nobody waits in vain. Processor time is measured, not the clock's: what else the
 * machine does hardly counts. It is no claim about speed.
 */
const TIMES_LARGER = 4
const ALLOWED_TIMES = 6
const ALLOWED_MS = 330
/** One try too slow may be a compiler at work; three in a row are the code. */
const TRIES = 3

function milliseconds(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * The processor time that an input of a size takes, as a share of what is allowed by the time that a quarter of it
 * takes: from 1 on it grows too fast.
 */
export function shareOfTime(run: (size: number) => void, size: number): number {
  const quarter = Math.ceil(size / TIMES_LARGER)
  // The first run of all is slower than the code is; counted as the small one, it would allow too much.
  run(Math.ceil(quarter / TIMES_LARGER))
  let least = Infinity
  for (let i = 0; i < TRIES && least >= 1; i += 1) {
    const small = milliseconds(() => run(quarter))
    const large = milliseconds(() => run(size))
    least = Math.min(least, large / (ALLOWED_TIMES * small + ALLOWED_MS))
  }
  return least
}
