/** Shapes of a form edition: sections, tables, figures and identities, as data. */

export type TableId = 'table2' | 'table3' | 'table4'

/** Stable id of a figure, `table.row.column`, for example `table3.refused.stateSecret.total`. */
export type CellId = string

export type NarrativeId = 'overview' | 'problems' | 'other'

/** `input` is typed by the office; `total` follows from an identity. */
type FigureKind = 'input' | 'total'

/** `count`: a whole number of items; `amount`: 万元 (10,000 CNY), decimals allowed. */
export type FigureUnit = 'count' | 'amount'

export interface Section {
  /** 一 to 六. */
  ordinal: string
  title: string
  content: { narrative: NarrativeId } | { table: TableId }
  /** What belongs into the section, for the person who fills it in. */
  note: string
  source: string
}

/** A row or a column of a table: id, official label, spellings met in published reports, guidance and legal source. */
export interface Labelled {
  id: string
  label: string
  variants?: readonly string[]
}

export interface FormRow extends Labelled {
  note: string
  source: string
}

/** Rows under one heading: an article of the Regulations in table 2, a numbered outcome in table 3. */
interface RowGroup {
  /** The heading's official text; absent where the rows stand on their own. */
  heading?: string
  rows: readonly FormRow[]
}

export interface DisclosureBlock extends RowGroup {
  heading: string
  columns: readonly (Labelled & { unit: FigureUnit })[]
}

interface DisputeGroup extends Labelled {
  /** The super-heading that the group stands under, 行政诉讼, if any. */
  under?: string
  note: string
  source: string
}

/** One edition of the form, whole. Everything else about the form is derived from this value. */
export interface FormEdition {
  edition: string
  /** The document that prescribes the format. */
  source: string
  title: string
  sections: readonly Section[]
  table2: { leadLabel: string; blocks: readonly DisclosureBlock[] }
  table3: {
    note: string
    applicantsHeading: string
    organizationsHeading: string
    outcomesHeading: string
    columns: readonly Labelled[]
    /** Rows before the outcomes, the outcomes by group, the outcomes' total and the row after. */
    intake: readonly FormRow[]
    outcomes: readonly RowGroup[]
    concluded: FormRow
    carriedOut: FormRow
  }
  table4: { groups: readonly DisputeGroup[]; columns: readonly Labelled[] }
}

/** A figure of the form with everything that is known about it. */
export interface Figure {
  id: CellId
  table: TableId
  row: string
  column: string
  kind: FigureKind
  unit: FigureUnit
  rowLabel: string
  columnLabel: string
  note: string
  source: string
}

export type IdentityFamily = 'T3.ROW' | 'T3.CONCLUDED' | 'T3.BALANCE' | 'T4.TOTAL' | 'Y.CARRY' | 'Y.INFORCE'

/** A figure in an identity; coefficients are ±1. */
export interface Term {
  cell: CellId
  sign: 1 | -1
  /** Taken from last year's report. */
  lastYear?: true
}

/** 勾稽关系: the sum of `left` equals the sum of `right`. */
export interface Identity {
  family: IdentityFamily
  /** `family:key`, where the key is the row, column or group it holds for. */
  id: string
  left: readonly Term[]
  right: readonly Term[]
}

/** A cell of a table as printed, with its span; a figure carries its id, everything else its text. */
export interface GridCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  role: 'heading' | 'columnHeader' | 'rowHeader' | 'note' | 'figure'
  text: string
  figure?: CellId
}

/** A table as printed: `rows` × `columns`, every position covered by exactly one cell. */
export interface TableGrid {
  table: TableId
  rows: number
  columns: number
  /** Rows at the top that hold no figure. */
  headerRows: number
  cells: readonly GridCell[]
}
