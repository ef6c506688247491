/**
 * What is written so that a text stays a text, whatever it looks like. One that begins with a Chinese character is taken
 * for nothing else, and in a cell of the format `@` the mark would be seen.
 */
export const asText = (text: string): string => (text === '' || /^\p{Script=Han}/u.test(text) ? text : `'${text}`)
