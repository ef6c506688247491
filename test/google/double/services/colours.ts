/** `#rrggbb`, kept in small letters as Google does; null is no colour. Throws for what is none. */
export function readColour(written: string | null): string | undefined {
  if (written === null) return undefined
  if (!/^#[0-9a-f]{6}$/i.test(written)) throw new Error(`Invalid argument: color. ${written} is not in the double`)
  return written.toLowerCase()
}
