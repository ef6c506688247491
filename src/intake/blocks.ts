import { framedIn, shownText, type LeftOut } from './marked-text'

/** Why a figure cannot be trusted. The reader that doubts it gives the words: most readers never need most of them. */
export interface Doubt {
  /** What the finding is known by, however the words change. */
  reason: string
  /** The reason in Chinese. */
  why: string
}

/**
 * A paragraph (one cell) or a row of a table (several cells) of a source. Every reader (text, HTML, .docx, .xlsx) gives
 * blocks, and everything after it works on blocks alone.
 */
export interface Block {
  /** As written, without blanks at its ends. */
  text: string
  cells: readonly string[]
  /** How many of its last cells hold figures, where the layout of the source makes it certain. */
  figures?: number
  /** Its place in the source, in Chinese. */
  place: string
  /** Which table of the source a row belongs to, counted from 1; absent where the source has no tables of its own. */
  table?: number
  /** The heading of the column it stands in, where a source prints two reports side by side. */
  part?: string
  /** What the source itself says of the line: its main heading, or nothing but ways to other pages. */
  kind?: 'heading' | 'link'
  /** The line stands in another part of the page than the one before. */
  isApart?: boolean
  /** What is struck out or hidden in its cells, by their index; but for what may be hidden, it is no part of their text. */
  leftOut?: ReadonlyMap<number, LeftOut>
  /** Why the figures in some of its cells cannot be trusted, by their index. Such a figure is not taken. */
  doubts?: ReadonlyMap<number, Doubt>
}

export const isRow = (block: Block): boolean => block.cells.length > 1

/** The cells without what is struck out or hidden in them, which is kept apart. */
export function plainCells(cells: readonly string[]): Pick<Block, 'cells' | 'leftOut'> {
  const leftOut = new Map(
    cells.flatMap((cell, i) => {
      const found = framedIn(cell)
      return found ? [[i, found] as const] : []
    }),
  )
  return leftOut.size === 0 ? { cells } : { cells: cells.map((cell) => shownText(cell).trim()), leftOut }
}

/** The cells that hold something. */
export const filled = (block: Block): string[] => block.cells.filter((cell) => cell.trim() !== '')
