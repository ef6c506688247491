const SEEDS = [0x811c9dc5, 0x9747b28c] as const
const PRIME = 0x01000193

function fnv1a(text: string, seed: number): string {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** A hash of the parts as 16 hexadecimal digits; not safe for secrets. */
export function fingerprintOf(parts: readonly string[]): string {
  const text = parts.join('\u0000')
  return SEEDS.map((seed) => fnv1a(text, seed)).join('')
}
