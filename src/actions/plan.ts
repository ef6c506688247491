/** What an action will do, as a value: decided by pure code, carried out by a host in one batch. */
import type { Area, ReadValue, TabKey } from '../workbook'

/** A write into the workbook; each is one call to the host. Areas are 1-based on the tab named by `tab`. */
export type Write =
  | { kind: 'values'; tab: TabKey; row: number; column: number; values: readonly (readonly ReadValue[])[] }
  | { kind: 'clear'; tab: TabKey; area: Area }
  | { kind: 'background'; tab: TabKey; cells: readonly string[]; colour: string | null }
  | { kind: 'notes'; tab: TabKey; row: number; column: number; notes: readonly (readonly string[])[] }
  | { kind: 'formulas'; tab: TabKey; cells: readonly string[]; formulaR1C1: string }
  | { kind: 'property'; name: string; value: string | null }

/** A file to hand over; bytes as base64 so that the plan stays JSON. */
export interface OutputFile {
  name: string
  mimeType: string
  base64: string
  /** Also convert into a Google Doc. */
  convert?: boolean
}

export interface Plan {
  writes: Write[]
  files: OutputFile[]
  /** What the user is told at the end. */
  message: string
}
