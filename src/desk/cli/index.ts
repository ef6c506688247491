/** The command line's entry; built to dist/desk/cli.js. */
import { fileURLToPath } from 'node:url'
import { CommanderError } from 'commander'
import { cliWords } from '../../words/cli'
import { readScriptFiles } from '../host'
import { codeOf, Failure } from './failure'
import type { Io } from './io'
import { createProgram } from './program'
import { usageFailure } from './usage'

/** Put in by the build, from package.json. */
declare const __NIANBAO_VERSION__: string

const UNUSABLE = 2

const io: Io = {
  out: (text) => process.stdout.write(`${text}\n`),
  scripts: () => readScriptFiles(fileURLToPath(new URL('..', import.meta.url))),
  example: (name) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)),
  page: fileURLToPath(new URL('./page', import.meta.url)),
  xlsxThread: fileURLToPath(new URL('./xlsx-thread.js', import.meta.url)),
  version: __NIANBAO_VERSION__,
  foundErrors: () => {
    process.exitCode = 1
  },
}

/** The one line about what went wrong; null when nothing did. */
function lineOf(error: unknown): string | null {
  if (error instanceof CommanderError) return usageFailure(error)?.message ?? null
  if (error instanceof Failure) return error.message
  return cliWords.internal(String(error instanceof Error ? error.message : error).replace(/\s*\n\s*/g, ' '))
}

// Whoever reads us may stop early: `nianbao check … | head`.
process.stdout.on('error', (error) => {
  if (codeOf(error) !== 'EPIPE') throw error
})

try {
  await createProgram(io).parseAsync(process.argv)
} catch (error) {
  const line = lineOf(error)
  if (line !== null) {
    process.stderr.write(`${line}\n`)
    process.exitCode = UNUSABLE
  }
}
