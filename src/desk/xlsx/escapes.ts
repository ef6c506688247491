/** Characters that XML 1.0 cannot hold, which .xlsx writes as `_xFFFF_`. A text that looks so itself is escaped as well. */

const HEX = 16
const DIGITS = 4

/** Also those that the library would drop or change, as a carriage return. */
const unholdable = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu
const lookingEscaped = /_(?=x[0-9a-f]{4}_)/gi

const escaped = (character: string): string =>
  `_x${character.charCodeAt(0).toString(HEX).toUpperCase().padStart(DIGITS, '0')}_`

/** For cells and notes; whoever reads the file gets the same text back. */
export const escapedText = (text: string): string => text.replace(lookingEscaped, escaped).replace(unholdable, escaped)

/** For what knows no such escapes: formulas, and the file's own properties. */
export const withoutUnholdable = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unholdable, '')
