/** A stretch of a text by its characters' positions, `end` being the first beyond it. */
export interface TextRange {
  start: number
  end: number
}
