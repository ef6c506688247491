/** A piece of a line between blanks, with where it stands. */
export interface Segment {
  text: string
  /** Index of its first character in the line. */
  start: number
  /** Blanks before it. */
  gap: number
}

const MOST_SEGMENTS = 400

/** The pieces of a line between runs of at least so many blanks. */
export function segmentsOf(line: string, fewestBlanks: number): Segment[] {
  const segments: Segment[] = []
  const blank = /[\s\u3000]+/g
  let start = 0
  let gap = 0
  const add = (end: number) => {
    if (end > start) segments.push({ text: line.slice(start, end), start, gap })
  }
  for (let match = blank.exec(line); match && segments.length < MOST_SEGMENTS; match = blank.exec(line)) {
    if (match.index > 0 && match[0].length < fewestBlanks) continue
    add(match.index)
    start = match.index + match[0].length
    gap = match[0].length
  }
  add(line.length)
  return segments
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u2018-\u201d\u2026]/

/** How many columns a text takes on a screen: two for each Chinese character. */
export function widthOf(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i += 1) width += WIDE.test(text.charAt(i)) ? 2 : 1
  return width
}
