// Taken once: in the context of a script or a test, to look up a global costs more than the product itself.
const { imul } = Math

const PRIME = 0x01000193

const digits = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0')

/** 16 hexadecimal digits that stay the same while the parts do: FNV-1a from two seeds. Not safe for secrets. */
export function fingerprintOf(parts: readonly string[]): string {
  const text = parts.join('\u0000')
  let [first, second] = [0x811c9dc5, 0x9747b28c]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    first = imul(first ^ code, PRIME)
    second = imul(second ^ code, PRIME)
  }
  return digits(first) + digits(second)
}
