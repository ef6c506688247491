// The closing lines of a run, from jest's own counts: a test file that does not load counts as one failure.
import { existsSync, readFileSync } from 'node:fs'

const file = process.argv[2]
const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined

if (!results) {
  console.log('jest left no results')
  console.log('0 passed, 1 failed')
  process.exitCode = 1
} else {
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
  const skipped = results.numPendingTests + results.numTodoTests
  console.log(`Test Suites: ${results.numFailedTestSuites} failed, ${results.numPassedTestSuites} passed`)
  console.log(`Tests: ${results.numFailedTests} failed, ${skipped} skipped, ${results.numPassedTests} passed`)
  console.log(`${results.numPassedTests} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}
