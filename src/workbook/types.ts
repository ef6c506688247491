/** The spreadsheet as data: what every tab looks like, and what is read back from it. Positions are 1-based. */
import type { CellId, NarrativeId } from '../form'
import type { Finding } from '../checks/finding'
import type { Report } from '../report'

export type TabKey =
  | 'guide'
  | 'basics'
  | 'overview'
  | 'table2'
  | 'table3'
  | 'table4'
  | 'problems'
  | 'other'
  | 'lastYear'
  | 'findings'
  | 'log'

export interface Area {
  row: number
  column: number
  rows: number
  columns: number
}

export interface Place {
  tab: TabKey
  row: number
  column: number
}

/** Looks by name; the colours and sizes of each stand in one table. */
export type LookName =
  | 'title'
  | 'heading'
  | 'columnHeader'
  | 'rowHeader'
  | 'note'
  | 'input'
  | 'amountInput'
  | 'textInput'
  | 'total'
  | 'plain'
  | 'machine'

export interface Look {
  background: string | null
  fontColor: string | null
  fontSize: number
  bold: boolean
  wrap: boolean
  horizontal: 'left' | 'center' | 'right'
  vertical: 'top' | 'middle'
  numberFormat: string | null
  border: boolean
}

export type ValidationRule =
  | { kind: 'wholeNumber'; min: number; help: string }
  | { kind: 'decimal'; min: number; help: string }

export interface LayoutCell extends Area {
  look: LookName
  value?: string | number
  formula?: string
  /** Fill-in guidance, shown as a note. */
  note?: string
  /** Inputs are open; everything else on a tab is locked. */
  isInput: boolean
  validation?: ValidationRule
  figure?: CellId
}

export interface PrintSetup {
  orientation: 'portrait' | 'landscape'
  /** Pages; 0 leaves the height free. */
  fitToHeight: number
  repeatRows: number
}

export interface TabLayout {
  key: TabKey
  name: string
  rows: number
  columns: number
  frozenRows: number
  frozenColumns: number
  /** Pixels; the last one repeats. */
  columnWidths: readonly number[]
  rowHeights: Readonly<Record<number, number>>
  cells: readonly LayoutCell[]
  /** Named ranges, one for each table or block of inputs. */
  names: readonly { name: string; area: Area }[]
  /** The whole tab is locked but for its inputs; false for a tab that people write on freely. */
  locked: boolean
  print: PrintSetup
}

export interface WorkbookLayout {
  tabs: readonly TabLayout[]
}

/** A cell as read: a date is given as its text, an error as `#REF!`, a blank as the empty text. */
export type ReadValue = string | number | boolean

/** A tab as read in one call: from its first cell to its last used row and column. */
export interface TabSnapshot {
  name: string
  values: ReadValue[][]
}

export interface WorkbookSnapshot {
  tabs: TabSnapshot[]
  /** Named ranges that still exist; the tab is named as it is now. */
  names: { name: string; tab: string; area: Area }[]
}

/** The report a workbook holds, where each figure and text was found, and what is wrong with the layout. */
export interface WorkbookReading {
  report: Report
  lastYear: Report | null
  /** `LAYOUT.*`: tabs, rows, columns or labels that are missing or doubled. */
  findings: Finding[]
  places: ReadonlyMap<CellId, Place>
  sections: ReadonlyMap<NarrativeId | 'unit' | 'year', Place>
}
