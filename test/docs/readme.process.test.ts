import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { check } from '../../src/checks'
import { parseReport } from '../../src/report'

const EXAMPLE = 'examples/report-2024.json'

/** The code below a heading of README.md. */
function codeBelow(heading: string): string {
  const [, chapter = ''] = readFileSync('README.md', 'utf8').split(`\n## ${heading}\n`)
  return /^```js\n([^]*?)^```$/m.exec(chapter)?.[1] ?? ''
}

it('the ten lines of README.md list the findings and repairs of the example', () => {
  const { findings, repairs } = check(parseReport(JSON.parse(readFileSync(EXAMPLE, 'utf8'))))
  const wanted = [
    ...findings.map(({ severity, message }) => `${severity} ${message}`),
    ...repairs.map(({ kind, label }) => `${kind} ${label}`),
  ]
  // Code from standard input finds `./dist` in the working directory, as a file there would.
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module'], {
    input: codeBelow('Ten lines'),
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
  expect(stdout).toBe(`${wanted.join('\n')}\n`)
})
