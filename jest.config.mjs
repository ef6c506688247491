import { readFileSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

const swc = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
}

const shared = {
  testEnvironment: 'node',
  // Looking a global up in a test's own context is slow: these are handed to every module, which halves such tests.
  sandboxInjectedGlobals: [
    'Math',
    'Number',
    'String',
    'Array',
    'Object',
    'Map',
    'Set',
    'Infinity',
    'Float64Array',
    'JSON',
    'Reflect',
    'RegExp',
    'Boolean',
  ],
  globals: { __NIANBAO_VERSION__: version, __NIANBAO_DESK__: new URL('dist/desk/cli.js', import.meta.url).href },
  transform: { '\\.(?:[cm]?[jt]s)$': ['@swc/jest', swc] },
}

/** The longest of those that other tests hold in part: at Google the contract does, of the desk those beside them. */
const longest = [
  'google/(?:broken-names|check|comments|consent|copies|draft|import|on-edit|person|question|refusals)',
  'google/(?:report|self-test|sidebar|template)',
  'desk/(?:bench/roll-back|cli/import|cli/threads|store/lock|xlsx/large)',
  'desk/(?:office/(?:erasing|erasing-again|runs|versions)|server/(?:book-routes|start-routes))',
  'intake/robustness',
]
const slow = process.env.TEST_TIER === 'fast' ? longest.map((name) => `/test/${name}\\.test\\.ts$`) : []

/** What runs beside other programs may fail for them alone. */
const secondTry = ['<rootDir>/test/support/second-try.ts']

const processes = '<rootDir>/test/**/*.process.test.ts'
const browser = '<rootDir>/test/browser/**/*.test.ts'

const cores = availableParallelism()
/** A worker with its Chromium takes up to so much. */
const WORKER_BYTES = 2 * 2 ** 30
/** Half of the files wait for Chromium or another process most of the time: a half more workers than cores then. */
const workers = Math.min(Math.ceil(cores * 1.5), Math.max(cores, Math.floor(totalmem() / WORKER_BYTES)))

export default {
  maxWorkers: workers,
  testSequencer: '<rootDir>/scripts/jest-sequencer.mjs',
  // A worker that has grown beyond this is replaced: files leave compiled code and workbooks behind.
  workerIdleMemoryLimit: '1GB',
  // One limit for all, for a machine that is busy; what hangs still ends. In the browser each wait ends much earlier.
  testTimeout: 300_000,
  globalSetup: '<rootDir>/scripts/jest-global-setup.mjs',
  reporters: ['default', '<rootDir>/scripts/jest-slowest.mjs', '<rootDir>/scripts/jest-second-try.mjs'],
  // The tiers of CONTRIBUTING: `npm run test:fast` runs only the first.
  projects: [
    {
      ...shared,
      displayName: 'fast',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/test/browser/', String.raw`\.process\.test\.ts$`, ...slow],
    },
    { ...shared, displayName: 'processes', testMatch: [processes], setupFilesAfterEnv: secondTry },
    {
      ...shared,
      displayName: 'browser',
      testMatch: [browser],
      setupFilesAfterEnv: secondTry,
      globalSetup: '<rootDir>/test/browser/support/browsers-start.mjs',
      globalTeardown: '<rootDir>/test/browser/support/browsers-stop.mjs',
    },
  ],
}
