import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { describeWithLibreOffice } from './support/libreoffice.process'

/** The short form of `npm run fuzz`, without its huge files. */
describe('mutated files of every kind', () => {
  const args = [
    resolve('scripts/fuzz.mjs'),
    '--runs',
    '500',
    '--each',
    '100',
    '--converted',
    '0',
    '--seed',
    '20000',
    '--no-giants',
  ]

  it('give a report or one clear error', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 280_000 })
    expect(`${stdout}${stderr}`).toMatch(/fuzz: 900 inputs, 0 failures,/)
    for (const kind of ['text', 'html', 'docx', 'xlsx', 'json', 'pdf', 'xls', 'ods', 'csv'])
      expect(stdout).toContain(`${kind}: `)
    expect(status).toBe(0)
  })
})

describeWithLibreOffice('mutated files of kinds that LibreOffice opens', () => {
  const args = [resolve('scripts/fuzz.mjs'), '--runs', '0', '--each', '0', '--converted', '2', '--no-giants']

  it('give a report or one clear error', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 280_000 })
    expect(`${stdout}${stderr}`).toMatch(/fuzz: 6 inputs, 0 failures,/)
    expect(status).toBe(0)
  })
})
