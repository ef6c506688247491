/** From this length on the engine cuts a text out by pointing into the one it stands in, and keeps that whole. */
const POINTS = 13

/** The same text in memory of its own, so that the large one it was cut from can go. */
export function copied(text: string): string {
  if (text.length < POINTS) return text
  const copy = Buffer.from(text).toString()
  // Half a character comes back changed.
  return copy === text ? copy : text
}
