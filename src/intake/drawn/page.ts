/**
 * A page as it is painted: glyphs and lines without any order of reading. Lengths are points of 1/72 inch, x to the
 * right and y downwards, as a reader sees the page. `order` counts what was painted before.
 */
export interface DrawnPage {
  /** Counted from 1. */
  number: number
  width: number
  height: number
  glyphs: DrawnGlyph[]
  lines: DrawnLine[]
  shades: DrawnShade[]
  pictures: DrawnBox[]
}

export interface DrawnGlyph {
  text: string
  /** Where its base line begins. */
  x: number
  y: number
  /** Which way its base line runs, in degrees, clockwise as seen; 0 is to the right. */
  angle: number
  /** How wide it is, without the space that its text has between letters. */
  advance: number
  size: number
  /** Stands above the next glyph of its text: vertical writing. `x` is then its middle, and `y` its top. */
  isStacked: boolean
  colour: string
  /** 1 for one that hides what is below it, 0 for one that is not there. */
  opacity: number
  /** Not painted at all: of a hidden layer, cut off by a frame, or in no colour. */
  isUnpainted: boolean
  /** Cut off in part, or painted through a mask: what is seen may look like another character. */
  isPartSeen: boolean
  /** The file does not say which character it is. */
  isUnknown: boolean
  order: number
}

export interface DrawnBox {
  left: number
  top: number
  right: number
  bottom: number
  order: number
}

/** A straight line, or a rectangle as thin as one. */
export interface DrawnLine extends DrawnBox {
  /** Where it begins and ends; in `left` to `bottom` these are sorted. */
  isRising: boolean
  thickness: number
  colour: string
}

/** A filled rectangle. */
export interface DrawnShade extends DrawnBox {
  colour: string
  /** Nothing below it is seen. */
  isOpaque: boolean
  /** What is below it may not be seen. */
  mayHide: boolean
}
