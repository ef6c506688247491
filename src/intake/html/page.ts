import type { SourceLine } from '../grid/flow'

/** An element that holds lines, and the one around it. */
export interface Holder {
  parent: Holder | undefined
  depth: number
  isFurniture: boolean
}

/** An element that a page does not show as text: hidden with all it holds, or a button. */
export interface Fold {
  isButton: boolean
  /** Rules that the reader cannot follow may show it. */
  isDoubted: boolean
}

/** A line's place in the page. */
export interface PageOrigin {
  holder: Holder
  /** True for a line that is nothing but links to other pages. */
  isLink: boolean
  /** The outermost element that hides the line. Its text is framed as hidden. */
  fold: Fold | undefined
}

export type PageLine = SourceLine<PageOrigin>

export interface Page {
  lines: PageLine[]
  /** What the head calls the page. */
  titles: string[]
  /** When its head says that it was published. */
  published: string | undefined
}
