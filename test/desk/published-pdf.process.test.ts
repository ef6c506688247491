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
describeWithLibreOffice('published table sets as PDF', () => {
  itWithReports('by LibreOffice and by Chromium come back as they were', () => {
    const args = [resolve('scripts/endurance.mjs'), 'pdf', '--layouts', 'docx,ruled']
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: LIMIT_MS })
    const same = `${FIGURES} exact, 0 open, 0 wrong; 0 titles and 0 narratives of 13 not as printed`
    expect(`${stdout}${stderr}`).toContain(`pdf docx: ${same}`)
    expect(stdout).toContain(`pdf ruled: ${same}`)
    expect(status).toBe(0)
  })
})
