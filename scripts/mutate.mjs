// `npm run mutate -- FOLDER`: changes the code of a folder in many small ways, one at a time, and counts the changes
// that no test notices. FOLDER is form, report, identity or a path below src. Option: --workers N.
// docs/decisions/0110-mutation.md
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import jestConfig from '../jest.config.mjs'
import { root } from './freshness.mjs'

/** Percent of the changes that a test has to notice in the targets below. */
const LEAST_KILLED = 80

/** Below out/, which git, lint and Prettier leave alone. */
const folder = 'out/mutate'

const checks = (...names) => names.map((name) => `src/checks/${name}.ts`)

/** What each target changes, and the tests that judge it: few and narrow ones, because most changes run them all. */
const targets = {
  form: { mutate: ['src/form/**/*.ts'], tests: /^form\// },
  report: { mutate: ['src/report/**/*.ts'], tests: /^report\// },
  // The list of identities, the rules made from it, and what evaluates and words them.
  identity: {
    mutate: [
      'src/form/identities.ts',
      ...checks('identity-rules', 'equations', 'subject', 'place', 'rule', 'fingerprint'),
    ],
    tests: /^(form\/(identities|parts)|checks\/(identity-instances|identity-parts|subject))\.test\.ts$/,
  },
}

/** A path below src, judged by the tests of its folder; null where there is no such path. */
function pathTarget(name) {
  const path = name.replace(/\\/g, '/').replace(/^src\/|\/$/g, '')
  const full = join(root, 'src', path)
  if (path === '' || !existsSync(full)) return null
  const mutate = statSync(full).isFile() ? `src/${path}` : `src/${path}/**/*.ts`
  return { mutate: [mutate], tests: new RegExp(`^${path.split('/')[0]}/`) }
}

/** Tests that start a process or a browser run built files, in which nothing is changed. */
const isFast = (file) => file.endsWith('.test.ts') && !file.endsWith('.process.test.ts')

/**
 * One test file that holds all others: jest takes longer to begin a file than these tests take to run, and begins for
 * every change.
 */
function writeEntry(name, tests) {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replace(/\\/g, '/'))
    .filter((file) => isFast(file) && tests.test(file))
  const entry = `${folder}/${name}.test.ts`
  mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(
    join(root, entry),
    files.map((file) => `import '../../test/${file.slice(0, -'.ts'.length)}'\n`).join(''),
  )
  return entry
}

function jestFor(entry) {
  const fast = jestConfig.projects.find(({ displayName }) => displayName === 'fast')
  return {
    ...fast,
    displayName: undefined,
    testMatch: [`<rootDir>/${entry}`],
    // Jest lists these folders anew for every change.
    roots: ['<rootDir>/src', '<rootDir>/test', `<rootDir>/${folder}`],
    watchman: false,
  }
}

function optionsFor(name, mutate, entry, workers) {
  return {
    mutate,
    testRunner: 'jest',
    plugins: [import.meta.resolve('@stryker-mutator/jest-runner')],
    jest: { projectType: 'custom', config: jestFor(entry), enableFindRelatedTests: false },
    coverageAnalysis: 'perTest',
    concurrency: workers,
    // On a busy machine a slow run is no endless loop, which is known by how often it goes round.
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 15,
    // The sandbox lies inside the project: without package.json a test run beside this one does not take it for a second one.
    ignorePatterns: ['/dist', '/dist-*', '/coverage', '/docs/pictures', '/package.json', '/out/*', `!/${folder}`],
    tempDirName: `${folder}/sandboxes`,
    cleanTempDir: 'always',
    htmlReporter: { fileName: `${folder}/${name}.html` },
    jsonReporter: { fileName: `${folder}/${name}.json` },
    reporters: ['clear-text', 'html', 'json', process.stdout.isTTY ? 'progress' : 'progress-append-only'],
    clearTextReporter: { allowColor: process.stdout.isTTY === true, logTests: false, reportTests: false },
    thresholds: { high: 90, low: LEAST_KILLED, break: Object.hasOwn(targets, name) ? LEAST_KILLED : null },
    warnings: { slow: false },
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { workers: { type: 'string', default: '2' } },
})
const [asked = ''] = positionals
const target = Object.hasOwn(targets, asked) ? targets[asked] : pathTarget(asked)

if (positionals.length !== 1 || !target) {
  console.error(`Usage: npm run mutate -- FOLDER [--workers N]; FOLDER: ${Object.keys(targets).join(', ')} or src/…`)
  process.exitCode = 2
} else {
  process.chdir(root)
  // Properties run as often as in `npm run test:fast`.
  process.env.TEST_TIER = 'fast'
  const name = asked.replace(/[^\w.-]+/g, '-')
  const entry = writeEntry(name, target.tests)
  await new Stryker(optionsFor(name, target.mutate, entry, Number(values.workers))).runMutationTest()
}
