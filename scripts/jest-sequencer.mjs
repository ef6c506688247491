/**
 * The order of the test files. One that waits for Chromium or for another process leaves its core free, so such files
 * take turns with those that compute. In both lanes the long ones come first: a long file that begins last is waited for
 * alone. Which are long jest knows from earlier runs; on a new machine it has only their sizes, hence the folders.
 */
import { sep } from 'node:path'
import TestSequencer from '@jest/test-sequencer'

const isIn = (folder) => {
  const part = ['', 'test', folder, ''].join(sep)
  return ({ path }) => path.includes(part)
}

const projectOf = ({ context }) => context.config.displayName?.name

/** Those that fit, then the others. */
const first = (tests, fits) => [...tests.filter(fits), ...tests.filter((test) => !fits(test))]

export default class TakingTurns extends TestSequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    const isComputing = (test) => projectOf(test) === 'fast'
    const waiting = first(
      sorted.filter((test) => !isComputing(test)),
      (test) => projectOf(test) === 'processes',
    )
    // Each call at Google loads the whole script.
    const computing = first(first(sorted.filter(isComputing), isIn('google')), isIn('contract'))
    const turns = Math.max(waiting.length, computing.length)
    return Array.from({ length: turns }, (_, at) => [waiting[at], computing[at]])
      .flat()
      .filter(Boolean)
  }
}
