import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'

/** The short form of `npm run endurance`, without its times. */
describe('endurance', () => {
  const args = [resolve('scripts/endurance.mjs'), '--kills', '6', '--pages', '8', '--seconds', '3']

  it('loses nothing to kills, crowds and full disks', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 170_000 })
    expect(`${stdout}${stderr}`).toMatch(
      /kills: 6 \(writing \d, saving 1, starting 1\), edits acknowledged \d+, lost 0,/,
    )
    expect(stdout).toMatch(/crowd: 8 pages, 3 s, edits 24, .*pages with other cells 0, faults 0/)
    expect(stdout).toMatch(/disk: (?:skipped|full true, read-only true, end with code 0, last edit found true)/)
    expect(status).toBe(0)
  }, 180_000)
})
