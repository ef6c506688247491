import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe } from '@jest/globals'

const searchPath = (process.env['PATH'] ?? '').split(delimiter)

export const isInstalled = (program: string): boolean => searchPath.some((folder) => existsSync(join(folder, program)))

/** Skipped by name where LibreOffice is missing; on the CI machine it must be there, so the tests run and fail. */
export const describeWithLibreOffice = isInstalled('soffice') || process.env['CI'] ? describe : describe.skip

/** Starting LibreOffice takes longer than all conversions of a file, on a busy machine a minute. */
export const LIBREOFFICE_MS = 120_000

export interface SourceFile {
  bytes: Uint8Array
  /** Its extension. */
  from: string
}

/** Of one test file: the profile that LibreOffice makes at its first start serves the later ones. */
const folder = mkdtempSync(join(tmpdir(), 'nianbao-soffice-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let calls = 0

/** Files as LibreOffice saves them in another format, or anew in their own; in one start. */
export function convertAll(files: readonly SourceFile[], to: string): Uint8Array[] {
  const place = join(folder, String((calls += 1)))
  const out = join(place, 'out')
  mkdirSync(place)
  const sources = files.map(({ bytes, from }, at) => {
    const source = join(place, `file-${at}.${from}`)
    writeFileSync(source, bytes)
    return source
  })
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const args = [profile, '--headless', '--convert-to', to, '--outdir', out, ...sources]
  const { status, stderr, error } = spawnSync('soffice', args, { encoding: 'utf8', timeout: LIBREOFFICE_MS })
  if (status !== 0) throw new Error(`soffice: ${error?.message ?? stderr}`)
  const extension = to.split(':')[0]
  return files.map((_, at) => readFileSync(join(out, `file-${at}.${extension}`)))
}

export function convert(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const [converted] = convertAll([{ bytes, from }], to)
  return converted as Uint8Array
}
