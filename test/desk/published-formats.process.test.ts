import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from '@jest/globals'
import { describeWithLibreOffice } from './support/libreoffice.process'

/** Thirteen table sets, and how many figures of them are known. */
const FIGURES = 1786
const LIMIT_MS = 280_000

const itWithReports = existsSync('../shared/reports/figures.json') ? it : it.skip

/** The short form of `npm run endurance -- pdf`: two of its layouts. */
const endurance = (...args: string[]) =>
  spawnSync(process.execPath, [resolve('scripts/endurance.mjs'), ...args], { encoding: 'utf8', timeout: LIMIT_MS })

describeWithLibreOffice('published table sets as PDF', () => {
  itWithReports('by LibreOffice and by Chromium come back as they were', () => {
    const { status, stdout, stderr } = endurance('pdf', '--layouts', 'docx,ruled')
    const same = `${FIGURES} exact, 0 open, 0 wrong; 0 titles and 0 narratives of 13 not as printed`
    expect(`${stdout}${stderr}`).toContain(`pdf docx: ${same}`)
    expect(stdout).toContain(`pdf ruled: ${same}`)
    expect(status).toBe(0)
  })
})

/** The short form of `npm run endurance -- formats`: what LibreOffice opens for us takes seconds a file. */
describeWithLibreOffice('published table sets in formats of other programs', () => {
  itWithReports('come back as they were', () => {
    const { status, stdout, stderr } = endurance('formats', '--few', '1')
    for (const name of ['xls', 'ods', 'csv']) {
      expect(`${stdout}${stderr}`).toContain(`formats ${name}: 13 of 13 sets are the same`)
    }
    for (const name of ['doc', 'rtf', 'odt']) expect(stdout).toContain(`formats ${name}: 1 of 1 sets are the same`)
    expect(status).toBe(0)
  })
})
