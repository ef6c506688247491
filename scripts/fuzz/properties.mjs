import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../freshness.mjs'

/** An hour for one property: what takes a second in `npm test` is not stopped here. */
const LIMIT_MS = 3_600_000

/** Test files whose properties take their runs and seed from test/support/runs.ts. */
function propertyTests() {
  const files = readdirSync(join(root, 'test'), { recursive: true }).map((name) => join(root, 'test', name))
  return files.filter(
    (file) => file.endsWith('.test.ts') && /from '[./]+support\/runs'/.test(readFileSync(file, 'utf8')),
  )
}

/** Whether all of them pass with so many times their runs, from this seed. */
export function runProperties(seed, times) {
  const tests = propertyTests()
  // Jest without a path would run all tests.
  if (tests.length === 0) throw new Error('no property tests found')
  const jest = join(root, 'node_modules/jest/bin/jest.js')
  const args = [jest, '--testTimeout', String(LIMIT_MS), '--runTestsByPath', ...tests]
  const env = { ...process.env, TEST_RUNS_TIMES: times, TEST_SEED: seed }
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status === 0
}
