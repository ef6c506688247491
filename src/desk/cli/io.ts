/** What a command needs besides files: its output, and where the built files are. */
export interface Io {
  out: (text: string) => void
  /** Where a file of examples/ stands. */
  example: (name: string) => string
  /** Folder of the desk's page. */
  page: string
  /** The built `thread.ts`. */
  thread: string
  version: string
  /** Signals that errors were found: exit code 1. */
  foundErrors: () => void
}

export const asJson = (value: unknown): string => JSON.stringify(value, null, 2)
