import { CommanderError } from 'commander'
import { cliWords } from '../../words/cli'
import { oneLine } from '../../words/one-line'
import { Failure } from './failure'
import type { Io } from './io'
import { createProgram } from './program'
import { usageFailure } from './usage'

/** Input and output of the whole command line. Subcommands tell of errors they found by `Io.foundErrors`. */
export interface CommandLine extends Omit<Io, 'foundErrors'> {
  /** Takes the one line about what went wrong. */
  err: (line: string) => void
}

const FINE = 0
const FOUND_ERRORS = 1
const UNUSABLE = 2

/** The one line about what went wrong; null when nothing did. */
function lineOf(error: unknown): string | null {
  if (error instanceof CommanderError) return usageFailure(error)?.message ?? null
  if (error instanceof Failure) return error.message
  return cliWords.internal(oneLine(String(error instanceof Error ? error.message : error)))
}

/** Runs the command that the arguments name and returns the exit code. Never throws. */
export async function runCommandLine({ err, ...world }: CommandLine, args: readonly string[]): Promise<number> {
  let code = FINE
  const foundErrors = () => {
    code = FOUND_ERRORS
  }
  try {
    await createProgram({ ...world, foundErrors }).parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    const line = lineOf(error)
    if (line === null) return code
    err(line)
    return UNUSABLE
  }
}
