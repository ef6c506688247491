/**
 * Each call of a host runs the bundle in a context of its own, so V8 optimises the same functions in each of them and
 * throws the result away at its end: half of the time such a test takes. This lets it wait until code is really hot.
 */
import { setFlagsFromString } from 'node:v8'

setFlagsFromString('--interrupt-budget=1000000')
