/**
 * Names the tests that failed once and passed at the second try (test/support/second-try.ts): such a run is green, but
 * each of them waits for something to be mended, in the test or in what it tests.
 */
import { relative } from 'node:path'

export default class SecondTries {
  constructor(globalConfig) {
    this.root = globalConfig.rootDir
  }

  onRunComplete(_contexts, { testResults }) {
    const names = testResults.flatMap(({ testFilePath, testResults: tests }) =>
      tests
        .filter(({ invocations, status }) => invocations > 1 && status === 'passed')
        .map(({ fullName }) => `${relative(this.root, testFilePath)}: ${fullName}`),
    )
    for (const name of names) process.stderr.write(`needed a second try: ${name}\n`)
  }
}
