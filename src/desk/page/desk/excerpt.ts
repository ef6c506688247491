/** Of long texts the place at which they differ, in one line. Pure. */

/** Shown of what both texts begin with. */
const BEFORE = 4

/** From where on the two are shown. */
export function differsFrom(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return Math.max(0, at - BEFORE)
}

/** So many characters from there on. */
export function excerpt(text: string, from: number, most: number): string {
  if (text.length <= most) return text
  const start = Math.min(from, text.length - most)
  return `${start > 0 ? '…' : ''}${text.slice(start, start + most)}${start + most < text.length ? '…' : ''}`
}
