// Random histories of two pages, without a browser: what `npm test` plays a hundred times.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../freshness.mjs'

const test = 'test/desk/page/two-pages.test.ts'

/** As many as one run of the test plays; see test/support/runs.ts. */
const A_RUN = 100

/** A history that fails is printed by jest, made as short as it goes. */
export function pages(histories, seed, say) {
  const times = Math.max(1, Math.round(histories / A_RUN))
  const jest = join(root, 'node_modules/jest/bin/jest.js')
  const args = [jest, '--testTimeout', '3600000', '--selectProjects', 'fast', '--runTestsByPath', join(root, test)]
  const env = { ...process.env, TEST_RUNS_TIMES: String(times), TEST_SEED: String(seed) }
  delete env.TEST_TIER
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  say(`pages: ${times * A_RUN} histories of two pages, ${status === 0 ? 'nothing lost' : 'failed'}`)
  return status === 0
}
