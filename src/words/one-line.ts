/** A text on one line: what stood on lines of its own is parted by a blank. Time grows with the length alone. */
export function oneLine(text: string): string {
  if (!text.includes('\n')) return text
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').join(' ')
}

/** The text, or as much of its beginning as `most` characters hold. */
export const clipped = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

/** In quotation marks; its own become the inner ones. */
export const quoted = (text: string): string => `“${text.replace(/“/g, '‘').replace(/”/g, '’')}”`
