/**
 * Each call of the double runs the bundle in a context of its own, so V8 optimises the same functions in each of them and
 * throws the result away at its end: half of the time such a test takes. This lets it wait until code is really hot.
 */
import { setFlagsFromString } from 'node:v8'
import { afterAll } from '@jest/globals'

const LATE = 1_000_000

const FLAG = '--interrupt-budget='
/** As `scripts/test.mjs` sets it; where jest was started without it, as Node 20 has it. */
const given = process.execArgv.find((flag) => flag.startsWith(FLAG))?.slice(FLAG.length)
const USUAL = given === undefined ? 66 * 1024 : Number(given)

/** Later versions of V8 have no such flag, and say so. */
const hasFlag = process.versions.node.startsWith('20.')

function wait(budget: number): void {
  if (hasFlag) setFlagsFromString(`${FLAG}${budget}`)
}

/** From the first call of the double on: code that runs in the test's own context gets hot as ever. */
export const optimiseLate = (): void => wait(LATE)

// The worker goes on to other files.
afterAll(() => wait(USUAL))
