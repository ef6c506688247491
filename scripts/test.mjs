// `npm test`, `npm run test:fast`: jest with what each tier needs. Other arguments go on to jest.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled } from './ensure-installed.mjs'
import { root } from './freshness.mjs'

const args = process.argv.slice(2).filter((arg) => arg !== '--fast')
const isFast = process.argv.includes('--fast')

/** The project that starts no process and no browser; see jest.config.mjs. Last: jest takes what follows for projects. */
const fastOnly = isFast ? ['--selectProjects', 'fast'] : []

ensureInstalled()
const jest = join(root, 'node_modules/jest/bin/jest.js')
const env = {
  ...process.env,
  ...(isFast && { TEST_TIER: 'fast' }),
  ...(args.includes('--ci') && { TEST_SECOND_TRY: '1' }),
}
// Each file leaves its modules behind at once: with more room for what is young the workers collect less often.
const roomForYoung = '--max-semi-space-size=64'
// Each file has its own modules, whose optimised code ends with it: V8 optimises what runs four times longer than usual,
// which saves a sixth of the processor's time. Later versions of V8 have no such flag, and refuse it.
const optimiseLater = process.versions.node.startsWith('20.') ? ['--interrupt-budget=264000'] : []
const { status } = spawnSync(process.execPath, [roomForYoung, ...optimiseLater, jest, ...args, ...fastOnly], {
  cwd: root,
  env,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
