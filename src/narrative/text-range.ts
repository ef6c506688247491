/** A part of a text: `text.slice(start, end)`. */
export interface TextRange {
  start: number
  end: number
}
