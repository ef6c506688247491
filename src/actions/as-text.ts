/**
 * Puts `'` before a text, so that the host does not read it as a number, a date or a formula. A text that begins with a
 * Chinese character needs no mark, and in a cell of the format `@` people would see it.
 */
export const asText = (text: string): string => (text === '' || /^\p{Script=Han}/u.test(text) ? text : `'${text}`)
