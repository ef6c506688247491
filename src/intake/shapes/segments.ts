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

/** First and last code of the characters that take two columns on a screen. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2018, 0x201d],
  [0x2026, 0x2026],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
]

const isWide = (code: number): boolean => code >= 0x1100 && WIDE.some(([first, last]) => code >= first && code <= last)

/** How many columns a text takes on a screen: two for each Chinese character. */
export function widthOf(text: string): number {
  let width = text.length
  for (let i = 0; i < text.length; i += 1) if (isWide(text.charCodeAt(i))) width += 1
  return width
}
