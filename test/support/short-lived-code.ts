/**
 * Each call of the double runs the bundle in a context of its own, so V8 optimises the same functions in each of them and
 * throws the result away at its end: half of the time such a test takes. This lets it wait until code is really hot.
 */
import { setFlagsFromString } from 'node:v8'
import { afterAll } from '@jest/globals'

const LATE = 1_000_000
/** As Node 20 has it. */
const USUAL = 66 * 1024

const wait = (budget: number): void => setFlagsFromString(`--interrupt-budget=${budget}`)

/** From the first call of the double on: code that runs in the test's own context gets hot as ever. */
export const optimiseLate = (): void => wait(LATE)

// The worker goes on to other files.
afterAll(() => wait(USUAL))
