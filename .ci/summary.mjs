// The closing lines of CI, from jest's own counts over all its runs: a test file that does not load is one failure.
import { existsSync, readFileSync } from 'node:fs'

const files = process.argv.slice(2)
const missing = files.filter((file) => !existsSync(file))
for (const file of missing) console.log(`jest left no results in ${file}`)

const runs = files.filter((file) => existsSync(file)).map((file) => JSON.parse(readFileSync(file, 'utf8')))
const sum = (...names) => runs.reduce((total, run) => total + names.reduce((all, name) => all + run[name], 0), 0)

const failed = sum('numFailedTests', 'numRuntimeErrorTestSuites') + missing.length
const [passed, skipped] = [sum('numPassedTests'), sum('numPendingTests', 'numTodoTests')]
console.log(`Test Suites: ${sum('numFailedTestSuites')} failed, ${sum('numPassedTestSuites')} passed`)
console.log(`Tests: ${sum('numFailedTests')} failed, ${skipped} skipped, ${passed} passed`)
console.log(`${passed} passed, ${failed} failed`)
if (failed > 0) process.exitCode = 1
