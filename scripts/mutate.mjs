// `npm run mutate -- FOLDER`: changes the code of a folder in many small ways, one at a time, and counts the changes
// that no test notices. FOLDER is form, report, identity or a path below src.
// Options: --fresh asks every change anew, --workers N. docs/decisions/0110-mutation.md
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import jestConfig from '../jest.config.mjs'
import { root } from './freshness.mjs'

/** Percent of the changes that a test has to notice in the targets below. */
const LEAST_KILLED = 80

const checks = (...names) => names.map((name) => `src/checks/${name}.ts`)

/** What each target changes, and the tests that judge it: few and narrow ones, because most changes run them all. */
const targets = {
  form: { mutate: ['src/form/**/*.ts'], tests: ['test/form/*.test.ts'] },
  report: { mutate: ['src/report/**/*.ts'], tests: ['test/report/*.test.ts'] },
  // The list of identities, the rules made from it, and what evaluates and words them.
  identity: {
    mutate: [
      'src/form/identities.ts',
      ...checks('identity-rules', 'equations', 'subject', 'place', 'rule', 'fingerprint'),
    ],
    tests: ['test/form/identities.test.ts', 'test/checks/identity-*.test.ts', 'test/checks/subject.test.ts'],
  },
}

/** A path below src, with the tests of its folder; null where there is no such path. */
function pathTarget(name) {
  const path = name.replace(/\\/g, '/').replace(/^src\/|\/$/g, '')
  const [folder] = path.split('/')
  const full = join(root, 'src', path)
  if (!existsSync(full)) return null
  const mutate = statSync(full).isFile() ? `src/${path}` : `src/${path}/**/*.ts`
  return { mutate: [mutate], tests: [`test/${folder}/**/*.test.ts`] }
}

/** The project of jest that starts no process and no browser: those run built files, in which nothing is changed. */
function jestFor(tests) {
  const fast = jestConfig.projects.find(({ displayName }) => displayName === 'fast')
  const notFast = fast.testMatch.filter((glob) => glob.startsWith('!'))
  return {
    ...fast,
    displayName: undefined,
    testMatch: [...tests.map((glob) => `<rootDir>/${glob}`), ...notFast],
    // Jest lists these folders anew for every change.
    roots: ['<rootDir>/src', '<rootDir>/test'],
    watchman: false,
  }
}

function optionsFor(name, { mutate, tests }, workers) {
  const report = join('out/mutate', name.replace(/[^\w.-]+/g, '-'))
  return {
    mutate,
    testRunner: 'jest',
    jest: { projectType: 'custom', config: jestFor(tests), enableFindRelatedTests: false },
    coverageAnalysis: 'perTest',
    concurrency: workers,
    // The sandbox lies inside the project: without package.json a test run beside this one does not take it for a second one.
    ignorePatterns: ['/dist', '/dist-*', '/coverage', '/docs/pictures', '/package.json'],
    tempDirName: 'out/mutate/sandboxes',
    cleanTempDir: 'always',
    incremental: true,
    incrementalFile: `${report}.json`,
    htmlReporter: { fileName: `${report}.html` },
    reporters: ['clear-text', 'html', process.stdout.isTTY ? 'progress' : 'progress-append-only'],
    clearTextReporter: { allowColor: process.stdout.isTTY === true, logTests: false, reportTests: false },
    thresholds: { high: 90, low: LEAST_KILLED, break: Object.hasOwn(targets, name) ? LEAST_KILLED : null },
    allowEmpty: false,
    disableTypeChecks: true,
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { fresh: { type: 'boolean', default: false }, workers: { type: 'string', default: '2' } },
})
const [name = ''] = positionals
const target = Object.hasOwn(targets, name) ? targets[name] : pathTarget(name)

if (positionals.length !== 1 || !target) {
  console.error(`Usage: npm run mutate -- FOLDER [--fresh] [--workers N]; ${Object.keys(targets).join(', ')} or src/…`)
  process.exitCode = 2
} else {
  process.chdir(root)
  // Properties run as often as in `npm run test:fast`.
  process.env.TEST_TIER = 'fast'
  const options = optionsFor(name, target, Number(values.workers))
  if (values.fresh) rmSync(options.incrementalFile, { force: true })
  await new Stryker(options).runMutationTest()
}
