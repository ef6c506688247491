/** How much room a text takes, without a browser: Chinese is set in squares, other letters in a bit more than a half. */

const wide =
  /[\u1100-\u11ff\u2014\u2018-\u201d\u2026\u2190-\u21ff\u2460-\u24ff\u25a0-\u25ff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/
const NARROW = 0.58

/** In ems: widths of the letters of the longest line. */
export function emsOf(text: string): number {
  let longest = 0
  let width = 0
  for (const letter of text) {
    if (letter === '\n') {
      longest = Math.max(longest, width)
      width = 0
    } else width += letter.length > 1 || wide.test(letter) ? 1 : NARROW
  }
  return Math.max(longest, width)
}

/** Lines that a text takes where a line holds so many ems. */
export function linesOf(text: string, room: number): number {
  if (room <= 0) return 1
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(emsOf(line) / room)), 0)
}
