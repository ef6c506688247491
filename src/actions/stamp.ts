/** Who runs a command, when and with which version of the program. */
export interface Stamp {
  /** Local time as it is shown, `2026-01-05 10:00`. */
  time: string
  /** An address; empty where the host does not tell it. */
  user: string
  version: string
}
