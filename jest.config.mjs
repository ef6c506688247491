import { readFileSync } from 'node:fs'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

const swc = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
}

export default {
  testEnvironment: 'node',
  // Tests that start the command line wait for a machine that may be busy; what hangs still ends.
  testTimeout: 30_000,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  globalSetup: '<rootDir>/scripts/jest-global-setup.mjs',
  globals: { __NIANBAO_VERSION__: version },
  // Univer's CommonJS asks for packages that have only ES modules.
  transformIgnorePatterns: [
    '/node_modules/(?!(?:lodash-es|nanoid|rbush|quickselect|kdbush|flatqueue|franc-min|trigram-utils|n-gram|collapse-white-space)/)',
  ],
  transform: { '\\.(?:[cm]?[jt]s)$': ['@swc/jest', swc] },
}
