import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { itOnSmallDisk } from './support/small-disk.process'

const LIMIT_MS = 170_000

function endurance(...args: string[]) {
  const all = [resolve('scripts/endurance.mjs'), '--seed', '2024', ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8', timeout: LIMIT_MS })
  return { status, said: `${stdout}${stderr}` }
}

/** The short form of `npm run endurance`, without its times. */
describe('endurance', () => {
  it('loses nothing to kills', () => {
    const { status, said } = endurance('kills', '--kills', '6')
    expect(said).toMatch(
      /^kills: 6 \(writing 4, saving 1, starting 1\), edits acknowledged \d+, lost 0, last end with code 0$/m,
    )
    expect(status).toBe(0)
  })

  it('shows every page of a crowd the same cells', () => {
    const { status, said } = endurance('crowd', '--pages', '8', '--seconds', '3')
    expect(said).toMatch(/^crowd: 8 pages, 3 s, edits 24, .*pages with other cells 0, faults 0$/m)
    expect(status).toBe(0)
  })

  itOnSmallDisk(
    'tells of a full disk and of a read-only one, and goes on afterwards (needs a disk of its own: root on Linux)',
    () => {
      const { status, said } = endurance('disk')
      expect(said).toMatch(/^disk: full true, read-only true, end with code 0, last edit found true$/m)
      expect(status).toBe(0)
    },
  )
})
