// Properties that `npm test` runs some dozen times, without a browser, by the thousand.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../freshness.mjs'

/**
 * Each by how many runs `npm test` makes of it; see test/support/runs.ts.
 *
 * @type {Record<string, { test: string, ofRun: number, what: string }>}
 */
const properties = {
  pages: { test: 'test/desk/page/two-pages.test.ts', ofRun: 100, what: 'histories of two pages' },
  model: { test: 'test/desk/office/model.test.ts', ofRun: 40, what: 'histories on a simulated disk' },
  foreign: { test: 'test/desk/office/foreign-saves.test.ts', ofRun: 30, what: 'histories with foreign saves' },
  damage: { test: 'test/desk/store/corruptions.test.ts', ofRun: 60, what: 'damaged journals' },
}

/** What fails is printed by jest, made as short as it goes. */
export function property(name, wanted, seed, say) {
  const { test, ofRun, what } = properties[name]
  const times = Math.max(1, Math.ceil(wanted / ofRun))
  const jest = join(root, 'node_modules/jest/bin/jest.js')
  const args = [jest, '--testTimeout', '7200000', '--selectProjects', 'fast', '--runTestsByPath', join(root, test)]
  const env = { ...process.env, TEST_RUNS_TIMES: String(times), TEST_SEED: String(seed) }
  delete env.TEST_TIER
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  say(`${name}: ${times * ofRun} ${what}, ${status === 0 ? 'nothing lost' : 'failed'}`)
  return status === 0
}
