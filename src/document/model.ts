import type { TableGrid } from '../form'

/** A piece of a paragraph. A lead-in is a heading whose text follows on the same line: `（一）主动公开。本年…`. */
export interface TextPiece {
  text: string
  leadIn?: true
}

/** Level 1: a section of the form, 一、; level 2: （一）; level 3: 1. */
interface Heading {
  kind: 'heading'
  level: 1 | 2 | 3
  text: string
}

interface Paragraph {
  kind: 'paragraph'
  runs: TextPiece[]
}

/** A table of the form with every figure as written; spans and roles are those of its grid. */
export interface Table extends TableGrid {
  kind: 'table'
  caption: string
}

export type DocumentElement = Heading | Paragraph | Table

/** The finished report, the same for every writer: a plain value, without anything about type or page. */
export interface Document {
  /** `title` is the whole title on one line. `unit` is empty and `year` null where the report does not say. */
  meta: { edition: string; unit: string; year: number | null; title: string }
  /** A draft is marked on every page. */
  draft: boolean
  /** The title as set: the unit, then the year and the name of the report. */
  title: string[]
  blocks: DocumentElement[]
}
