/** The desk's plain workbook: everything a tab holds, as JSON. Positions are 1-based, as in Apps Script. */
import type { Area } from '../../workbook'

export type { Area }

export type Scalar = string | number | boolean

/** A date in a cell, as a serial day number of the 1900 system; kept apart from numbers so that it is never a figure. */
export interface DateValue {
  date: number
}

export interface CellStyle {
  background?: string
  fontColor?: string
  fontFamily?: string
  /** Points. */
  fontSize?: number
  bold?: boolean
  italic?: boolean
  wrap?: boolean
  horizontal?: 'left' | 'center' | 'right'
  vertical?: 'top' | 'middle' | 'bottom'
  /** Excel number format; absent means general. */
  numberFormat?: string
  border?: boolean
}

export interface Cell {
  /** Typed value, or the last result of `formula`. Absent: blank. */
  value?: Scalar | DateValue
  /** With its leading `=`, in English function names and A1 references. */
  formula?: string
  note?: string
  style?: CellStyle
}

export interface Validation {
  area: Area
  rule:
    | { kind: 'wholeNumber'; min: number }
    | { kind: 'decimal'; min: number }
    | { kind: 'list'; values: string[] }
    | { kind: 'formula'; formula: string }
  allowInvalid: boolean
  help?: string
}

/** A protected area, or a whole tab with areas left open. Warning-only protections ask, others refuse. */
export interface Protection {
  /** Absent: the whole tab. */
  area?: Area
  open: Area[]
  description: string
  warningOnly: boolean
}

export interface Sheet {
  /** Stable; the gid of a link. */
  id: number
  name: string
  rows: number
  columns: number
  frozenRows: number
  frozenColumns: number
  hidden: boolean
  tabColor?: string
  hiddenGridlines?: boolean
  /** Pixels by 1-based index; others have the default. */
  columnWidths: Record<number, number>
  rowHeights: Record<number, number>
  hiddenColumns: number[]
  hiddenRows: number[]
  /** Keyed `row,column`. */
  cells: Record<string, Cell>
  merges: Area[]
  validations: Validation[]
  protections: Protection[]
}

export interface NamedArea {
  name: string
  /** Sheet.id */
  sheet: number
  area: Area
}

/** A thread of remarks on a cell, outside its content. */
export interface Comment {
  id: string
  /** Sheet.id */
  sheet: number
  row: number
  column: number
  resolved: boolean
  /** What stood in the cell when it was said, see `contentsFor`; absent in comments of earlier versions. */
  about?: string
  /** The first is the comment, the others are remarks on it. `time` is ISO 8601, UTC. */
  entries: { who: string; time: string; text: string }[]
}

/** What has changed in one thread. */
export interface CommentChange {
  /** Comment.id */
  id: string
  /** The whole thread: a new one, which stands at the end, or one that has moved; null: it is removed. */
  comment?: Comment | null
  resolved?: boolean
  /** So many remarks stay, and `entries` follow them. */
  left?: number
  entries?: Comment['entries']
}

export interface Book {
  /** Shown as the spreadsheet's name. */
  title: string
  sheets: Sheet[]
  names: NamedArea[]
  /** Document properties. */
  properties: Record<string, string>
  /** Only on the desk; absent where there are none. */
  comments?: Comment[]
}

/** Changes to a Book; what is absent stays. */
export interface BookPatch {
  /** By `Sheet.id`, then by `row,column`; null: the cell is removed. */
  cells: Record<number, Record<string, Cell | null>>
  /** Tabs that are new or whose structure changed, whole; none of them stands in `cells`. */
  sheets?: Sheet[]
  /** Ids of all tabs in their order; tabs that are not in it are removed. */
  order?: number[]
  /** All of them. */
  names?: NamedArea[]
  /** null: the property is removed. */
  properties?: Record<string, string | null>
  /** All of them: where they changed their order, and in journals of format 1. */
  comments?: Comment[]
  commentChanges?: CommentChange[]
  title?: string
}
