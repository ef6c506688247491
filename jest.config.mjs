const swc = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
}

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/out/'],
  globalSetup: '<rootDir>/scripts/jest-global-setup.mjs',
  transform: { '\\.(?:[cm]?[jt]s)$': ['@swc/jest', swc] },
}
