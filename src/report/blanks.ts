/** Characters that show nothing: blanks of any width, and those that no page draws. */

/** U+00A0 and U+3000, joiners and marks of zero width, the filler of Hangul, the blank of Braille. */
const INVISIBLE = String.raw`\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800`

const ALL = new RegExp(`^[${INVISIBLE}]*$`, 'u')
const ONE = new RegExp(`[${INVISIBLE}]`, 'u')

/** Whether there is nothing in the text that anybody could see: then its cell is blank. */
export const isBlankText = (text: string): boolean => ALL.test(text)

/** The text without the blanks around it, in linear time for any text. */
export function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && ONE.test(text.charAt(start))) start += 1
  while (end > start && ONE.test(text.charAt(end - 1))) end -= 1
  return isBlankText(text) ? '' : text.slice(start, end)
}
