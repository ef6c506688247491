import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { findPrograms } from '../../../src/desk/programs'
import { placeProgram } from './program'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-programs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('finding a program', () => {
  const soffice = placeProgram(folder, 'soffice', 'exit 0')
  const chromium = placeProgram(folder, 'chromium', 'exit 0')
  const folders = [join(folder, 'chromium'), join(folder, 'soffice')]

  it('prefers LibreOffice, wherever it stands on the search path', () => {
    expect(findPrograms(folders.join(delimiter))).toEqual([
      { kind: 'libreoffice', path: soffice },
      { kind: 'chromium', path: chromium },
    ])
  })

  it('takes no folder and no file that cannot be run', () => {
    mkdirSync(join(folder, 'none/soffice'), { recursive: true })
    writeFileSync(join(folder, 'none/chromium'), '')
    expect(findPrograms(join(folder, 'none'))).toEqual([])
  })
})
