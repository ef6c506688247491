// Every gate of the project in one run; all of them run, so that one report shows all that is wrong.
import { spawnSync } from 'node:child_process'
import { root } from './freshness.mjs'

const steps = [
  // First, so that tests which import dist/ find its declarations.
  ['build', 'scripts/build.mjs'],
  ['types', 'scripts/check-types.mjs'],
  ['lint and import rules', 'node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  ['import circles', 'node_modules/oxlint/bin/oxlint', 'src'],
  ['formatting', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['unused code', 'node_modules/knip/bin/knip.js', '--treat-config-hints-as-errors'],
  ['tests', 'scripts/test.mjs'],
  ['bundle', 'scripts/check-bundle.mjs'],
]
const skipped = process.argv.includes('--without-tests') ? ['tests'] : []

const results = steps
  .filter(([name]) => !skipped.includes(name))
  .map(([name, ...args]) => {
    console.log(`\n== ${name}`)
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
    return { name, ok: status === 0 }
  })

console.log('')
for (const { name, ok } of results) console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}`)
if (results.some(({ ok }) => !ok)) process.exitCode = 1
