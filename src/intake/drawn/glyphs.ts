import { heightOf, type Box } from './box'
import type { Glyph } from './turn'

export const isFilled = ({ text }: { text: string }): boolean => text.trim() !== ''
export const isDigit = ({ text }: { text: string }): boolean => /[\d０-９]/.test(text)
export const hasDigit = (glyphs: readonly { text: string }[]): boolean => glyphs.some(isDigit)

/** The ink of a digit is between these shares of the height of its box. */
const INK_FROM = 0.16
const INK_TO = 0.86

/** The box in which the ink of a digit is. */
export function inkBox(digit: Glyph): Box {
  const height = heightOf(digit)
  return {
    left: digit.left,
    right: digit.right,
    top: digit.top + INK_FROM * height,
    bottom: digit.top + INK_TO * height,
  }
}
