/** Who runs a command, when and with which version of the program. */
export interface Stamp {
  /** Local time as it is shown, `2026-01-05 10:00`. */
  time: string
  /** An address or a name, never empty; one that nobody has proven says so. */
  user: string
  version: string
}
