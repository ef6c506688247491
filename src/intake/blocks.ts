/**
 * A line of a source in neutral form: a row of a table has several cells, a paragraph one. Every front-end (text, HTML,
 * .docx, .xlsx) gives these, and everything after it works on these alone.
 */
export interface Block {
  /** As written, blanks at its ends dropped. */
  text: string
  cells: readonly string[]
  /** How many of its last cells are cells of figures, where the source's own layout makes it certain. */
  figures?: number
  /** Where it stands in the source, in words. */
  place: string
  /** Which table of the source a row belongs to, counted from 1; absent where the source has no tables of its own. */
  table?: number
  /** The heading of the column it stands in, where a source prints two reports side by side. */
  part?: string
}

export const isRow = (block: Block): boolean => block.cells.length > 1

/** The cells that hold something. */
export const filled = (block: Block): string[] => block.cells.filter((cell) => cell.trim() !== '')
