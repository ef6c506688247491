/** Files in an old format, saved anew by a LibreOffice that is installed. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findPrograms } from './find-program'
import { runProgram } from './run-program'

/** From what to what, each as an extension. */
export interface Conversion {
  from: string
  to: 'docx' | 'xlsx'
}

/** How LibreOffice calls the formats of today's Word and Excel. */
const FILTERS: Readonly<Record<Conversion['to'], string>> = {
  docx: 'docx:MS Word 2007 XML',
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
}

/** A report takes two seconds, the first start of LibreOffice ten. The thread that reads for the desk has a minute. */
const TIME_LIMIT_MS = 50_000
const MOST_BYTES = 64 * 1024 * 1024

/** The file in the other format, or why there is none: no program that could make it, or one that made nothing. */
export async function convertFile(
  bytes: Uint8Array,
  { from, to }: Conversion,
  searchPath: string,
  limit = TIME_LIMIT_MS,
): Promise<Uint8Array | 'noProgram' | 'failed'> {
  const program = findPrograms(searchPath).find(({ kind }) => kind === 'libreoffice')
  if (!program) return 'noProgram'
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-convert-'))
  try {
    const source = join(folder, `source.${from}`)
    const out = join(folder, 'out')
    writeFileSync(source, bytes)
    const problem = await runProgram(
      program.path,
      [
        // A profile of its own: a LibreOffice that is open on the screen is not disturbed, and no macro is trusted.
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--norestore',
        '--convert-to',
        FILTERS[to],
        '--outdir',
        out,
        source,
      ],
      limit,
    )
    const made = join(out, `source.${to}`)
    if (problem !== null || !existsSync(made)) return 'failed'
    const converted = readFileSync(made)
    return converted.length > MOST_BYTES ? 'failed' : new Uint8Array(converted)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
