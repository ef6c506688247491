/** What an action will do, as a value: decided by pure code, carried out by a host in one go. */
import type { Area, ReadValue } from '../workbook'

/** Properties of cells that are set for a rectangle in one call. */
export type FormatProperty =
  'background' | 'fontColor' | 'fontSize' | 'bold' | 'wrap' | 'horizontal' | 'vertical' | 'numberFormat'

export type FormatValue = string | number | boolean | null

/** A rectangle, 1-based, on the tab named by `tab` as it is named now. */
export interface TabArea extends Area {
  tab: string
}

/** The first cell of a block that is as large as what is written. */
interface TabBlock {
  tab: string
  row: number
  column: number
}

/** Writes into the tabs that people work in. At Google each takes one call, and another one to get its range. */
export type CellWrite =
  | (TabBlock & { kind: 'values'; values: readonly (readonly ReadValue[])[] })
  | (TabBlock & { kind: 'notes'; notes: readonly (readonly string[])[] })
  | (TabBlock & { kind: 'backgrounds'; colours: readonly (readonly (string | null)[])[] })
  /** One colour for cells anywhere on a tab, in A1 notation. */
  | { kind: 'paint'; tab: string; cells: readonly string[]; colour: string | null }
  /** One formula, in R1C1 notation, for cells anywhere on a tab. */
  | { kind: 'formula'; tab: string; cells: readonly string[]; formulaR1C1: string }
  /** Adds rows or columns to a tab that is too small for what is written, for example one that came from a file. */
  | { kind: 'grow'; tab: string; rows: number; columns: number }
  /** A row below the last one that holds anything. */
  | { kind: 'append'; tab: string; values: readonly ReadValue[] }
  /** A property of the document; null deletes it. */
  | { kind: 'property'; name: string; value: string | null }
  /** How the host reads what is typed, and which days it shows. */
  | { kind: 'region'; locale: string; timeZone: string }

/** Writes that build a tab. */
type BuildWrite =
  /** `columns`: at least so many. `like`: the tab that the new one begins as a copy of. */
  | { kind: 'insertTab'; tab: string; index: number; columns: number; like?: string }
  | { kind: 'renameTab'; from: string; tab: string }
  | {
      kind: 'format'
      area: TabArea
      property: FormatProperty
      values: readonly (readonly FormatValue[])[]
    }
  | { kind: 'border'; tab: string; areas: readonly TabArea[] }
  | { kind: 'merge'; area: TabArea; direction: 'all' | 'across' | 'vertically' }
  | { kind: 'columnWidth'; tab: string; column: number; count: number; pixels: number }
  | { kind: 'rowHeight'; tab: string; row: number; count: number; pixels: number }
  | { kind: 'freeze'; tab: string; rows: number }
  | { kind: 'hideColumns'; tab: string; column: number; count: number }
  | { kind: 'validate'; area: TabArea; rule: { kind: 'wholeNumber' | 'decimal'; min: number; help: string } }
  | { kind: 'protect'; tab: string; open: readonly TabArea[] }
  | { kind: 'name'; name: string; area: TabArea }

export type Write = CellWrite | BuildWrite

/** Everything in a plan is plain JSON: it can be printed, compared and kept. */
export interface Plan {
  writes: Write[]
  /** What the user is told at the end. */
  message: string
}

/** The tabs whose contents a plan changes. */
export function changedTabs(writes: readonly Write[]): string[] {
  const changed = writes.flatMap((write) => (write.kind === 'values' || write.kind === 'formula' ? [write.tab] : []))
  return [...new Set(changed)]
}
