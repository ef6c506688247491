/** The check that stands before a push refuses what Apps Script would not take. */
import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals'

const scratch = mkdtempSync(join(tmpdir(), 'bundle-'))
const folder = join(scratch, 'google')

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  cpSync('dist/google', folder, { recursive: true })
})

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function check(): { status: number | null; problems: string[] } {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/check-bundle.mjs', folder], { encoding: 'utf8' })
  return { status, problems: stderr.split('\n').filter((line) => line !== '') }
}

describe('the check of the bundle', () => {
  it('takes the bundle as it is built', () => {
    expect(check()).toEqual({ status: 0, problems: [] })
  })

  it.each([
    ['a scriptlet', 'report.html', ';"<?xml?>"', 'report.html holds `<?`, which Apps Script takes for a scriptlet'],
    ['syntax later than ES2020', 'Code.js', ';let a;a??=1', 'Code.js is not ES2020: Unexpected token'],
    ['what only Node has', 'Code.js', ';process.exit()', 'Code.js does not evaluate with ES built-ins alone'],
    ['a part that is too large', 'drive.html', ` //${'x'.repeat(100_000)}`, 'more than the 100000 allowed'],
  ])('refuses %s', (_, file, text, problem) => {
    appendFileSync(join(folder, file), text)
    const { status, problems } = check()
    expect(status).toBe(1)
    expect(problems.join('\n')).toContain(problem)
  })

  it('refuses a bundle that lacks a part', () => {
    rmSync(join(folder, 'template.html'))
    expect(check()).toEqual({ status: 1, problems: ['template.html is missing: run npm run build'] })
  })
})
