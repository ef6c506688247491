import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from '@jest/globals'

const isInstalled = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

/** Skipped by name where LibreOffice is missing; on the CI machine it must be there, so the tests run and fail. */
export const describeWithLibreOffice = isInstalled || process.env['CI'] ? describe : describe.skip

/** The file as LibreOffice saves it in another format, or anew in its own. */
export function convert(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-soffice-'))
  try {
    const source = join(folder, `file.${from}`)
    const out = join(folder, 'out')
    writeFileSync(source, bytes)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const args = [profile, '--headless', '--convert-to', to, '--outdir', out, source]
    const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8', timeout: 120000 })
    if (status !== 0) throw new Error(`soffice: ${stderr}`)
    return readFileSync(join(out, `file.${to.split(':')[0]}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
