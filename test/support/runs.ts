/**
 * How often a property runs, by tier (CONTRIBUTING, “Tests”). `npm test` runs each as often as its test says and
 * `npm run test:fast` a fifth of that; `npm run fuzz` multiplies it and draws another seed.
 */

const FAST_SHARE = 0.2
const SEED = 2024

/** @param whole runs that decide whether a change may land */
function scaled(whole: number): number {
  if (process.env['TEST_TIER'] === 'fast') return Math.max(1, Math.ceil(whole * FAST_SHARE))
  return whole * Number(process.env['TEST_RUNS_TIMES'] ?? 1)
}

/**
 * The parameters of `fc.assert`. One seed, so that a run says the same of the same code; TEST_SEED draws another.
 *
 * @param whole runs that decide whether a change may land
 */
export const runs = (whole: number): { numRuns: number; seed: number } => ({
  numRuns: scaled(whole),
  seed: Number(process.env['TEST_SEED'] ?? SEED),
})

/**
 * The moments at which something is cut off, from 1 to `most`: all of them where a change is to land, every fifth in the
 * fast tier, the last one always.
 *
 * @param step of the whole run, where not every moment is tried
 */
export function moments(most: number, step = 1): number[] {
  const stride = process.env['TEST_TIER'] === 'fast' ? step * Math.round(1 / FAST_SHARE) : step
  const tried = Array.from({ length: Math.ceil(most / stride) }, (_, index) => 1 + index * stride)
  return tried.includes(most) ? tried : [...tried, most]
}
