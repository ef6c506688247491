/** The command line's entry; built to dist/desk/cli.js. */
import { fileURLToPath } from 'node:url'
import { codeOf } from './failure'
import { runCommandLine } from './run'
import type { CommandLine } from './run'

/** Put in by the build, from package.json. */
declare const __NIANBAO_VERSION__: string

const world: CommandLine = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  example: (name) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)),
  page: fileURLToPath(new URL('./page', import.meta.url)),
  thread: fileURLToPath(new URL('./thread.js', import.meta.url)),
  version: __NIANBAO_VERSION__,
}

// The reader of our output may stop early: `nianbao check … | head`.
process.stdout.on('error', (error) => {
  if (codeOf(error) !== 'EPIPE') throw error
})

process.exitCode = await runCommandLine(world, process.argv.slice(2))
