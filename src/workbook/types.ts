/** The spreadsheet as data: what every tab looks like, and what is read back from it. Positions are 1-based. */
import type { CellId, NarrativeId, TableId } from '../form'
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

export interface Position {
  row: number
  column: number
}

export interface Area extends Position {
  rows: number
  columns: number
}

export interface Place extends Position {
  tab: TabKey
}

/** Looks by name; the colours and sizes of each stand in one table, `looks`. */
export type LookName =
  | 'title'
  | 'subtitle'
  | 'hint'
  | 'columnHeader'
  | 'rowHeader'
  | 'compactHeader'
  | 'label'
  | 'input'
  | 'lineInput'
  | 'textInput'
  | 'total'
  | 'balance'
  | 'plain'
  | 'machine'
  | 'exactText'

export interface Look {
  /** `#RRGGBB`, or null for none. */
  background: string | null
  fontColor: string | null
  /** Points. */
  fontSize: number
  bold: boolean
  wrap: boolean
  horizontal: 'left' | 'center' | 'right'
  vertical: 'top' | 'middle'
  /** A number format of Excel and Google Sheets; null means general. `@` keeps what is written as text. */
  numberFormat: string | null
  border: boolean
}

export interface LayoutCell extends Area {
  look: LookName
  /** A constant; a cell has a value, a formula or neither. */
  value?: string | number
  /** With its leading `=`, A1 references. */
  formula?: string
  /** Fill-in guidance, shown as a note. */
  note?: string
  /** Inputs are open; everything else on a tab is locked. */
  isInput: boolean
  /** The figure that the cell holds: this year's on a table tab, last year's on the tab `lastYear`. */
  figure?: CellId
}

/** Restricts what can be typed into an area, in one call to the host. `help` is the Chinese hint. */
export interface Validation {
  area: Area
  kind: 'wholeNumber' | 'decimal'
  min: number
  help: string
}

export interface PrintSetup {
  orientation: 'portrait' | 'landscape'
  /** Pages; 0 leaves the height free. The width is always one A4 page. */
  fitToHeight: number
  /** Rows at the top that every page repeats. */
  repeatRows: number
}

export interface TabLayout {
  key: TabKey
  name: string
  /** Size of the tab; everything stands inside it. */
  rows: number
  columns: number
  frozenRows: number
  /** Pixels, one for each column. */
  columnWidths: readonly number[]
  /** Pixels by row; other rows have the host's default. */
  rowHeights: Readonly<Record<number, number>>
  /** No two overlap; a cell of more than one row or column is a merge. */
  cells: readonly LayoutCell[]
  /** The look of the columns' empty cells, from row `from` down: lists that grow. */
  listLooks: readonly { column: number; from: number; look: LookName }[]
  validations: readonly Validation[]
  /** Named ranges, one for each table or block of inputs; ASCII. */
  names: readonly { name: string; area: Area }[]
  /** Everything is locked but these. */
  open: readonly Area[]
  hiddenColumns: readonly number[]
  print: PrintSetup
}

export interface WorkbookLayout {
  tabs: readonly TabLayout[]
}

/** A cell as read: a date is given as its text, an error as `#REF!`, a blank as the empty text. */
export type ReadValue = string | number | boolean

/** Rows of values. Nobody changes what was read: hosts hand out the same rows as long as the tab is the same. */
export type ReadRows = readonly (readonly ReadValue[])[]

/** A tab as read in one call: from its first cell to its last used row and column. */
export interface TabSnapshot {
  name: string
  values: ReadRows
  /** The same cells' formulas, empty text where there is none; only needed to tell typed totals. */
  formulas?: string[][]
}

export interface WorkbookSnapshot {
  tabs: TabSnapshot[]
  /** Named ranges that still exist; the tab is named as it is now. */
  names: { name: string; tab: string; area: Area }[]
}

export type LayoutRule =
  | 'LAYOUT.NOT_OURS'
  | 'LAYOUT.TAB_MISSING'
  | 'LAYOUT.TAB_RENAMED'
  | 'LAYOUT.TAB_TWICE'
  | 'LAYOUT.LABEL_MISSING'
  | 'LAYOUT.LABEL_DOUBLED'
  | 'LAYOUT.LABEL_DAMAGED'
  | 'LAYOUT.ORDER'
  | 'LAYOUT.EXTRA'

/** A `Finding` of src/checks about the layout; it concerns places rather than figures, so `cells` is empty. */
export interface LayoutFinding {
  rule: LayoutRule
  severity: 'error' | 'warning' | 'info'
  outcome: 'fail'
  cells: never[]
  message: string
  why: string
  source: string
  fingerprint: string
}

/** A single cell that is no figure: the three texts, unit, year, and last year's year. */
export type SpotName = NarrativeId | 'unit' | 'year' | 'lastYear'

/** A list that grows downwards under its header row. */
export interface ListReading {
  /** The row of the column headers. */
  headerRow: number
  /** The last row that holds anything; `headerRow` where the list is empty. */
  lastRow: number
}

/** The list of findings as it stands, with what people wrote about them. */
export interface FindingsReading extends ListReading {
  /** 处理意见 by the finding's fingerprint. */
  opinions: ReadonlyMap<string, string>
}

/** The report a workbook holds, where each figure and text was found, and what is wrong with the layout. */
export interface WorkbookReading {
  report: Report
  /** Null where nothing of last year's is filled in. */
  lastYear: Report | null
  /** `LAYOUT.*`: tabs, rows, columns or labels that are missing, doubled or damaged. */
  findings: LayoutFinding[]
  /** What the layout hides; its findings tell so. */
  unread: ReadonlySet<CellId | Exclude<SpotName, 'lastYear'>>
  /** Names of the tabs as they are now; a tab that is not there is left out. */
  tabs: ReadonlyMap<TabKey, string>
  places: ReadonlyMap<CellId, Place>
  lastYearPlaces: ReadonlyMap<CellId, Place>
  spots: ReadonlyMap<SpotName, Place>
  /** 校验提示 cells, one for each narrative. */
  hints: ReadonlyMap<NarrativeId, Place>
  /** Where each table stands, labels included. */
  tableAreas: ReadonlyMap<TableId, Area>
  findingsList: FindingsReading | null
  log: ListReading | null
}

/** Characters that a cell holds. .xlsx sets the limit; Google Sheets has 50,000. */
export const MOST_IN_CELL = 32_767
