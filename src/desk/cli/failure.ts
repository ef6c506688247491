/** Unusable input or usage: one Chinese line for standard error, and exit code 2. */
export class Failure extends Error {
  override readonly name = 'Failure'

  constructor(message: string) {
    super(message.replace(/\s*\n\s*/g, ' '))
  }
}

/** The code of a file system's error (`ENOENT`, …); null for any other error. */
export function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : null
}
