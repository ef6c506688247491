const ATTRIBUTE = /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** An attribute of a start tag as it is written. */
export function attributeOf(tag: string, name: string): string | undefined {
  for (const [, known, double, single] of tag.matchAll(ATTRIBUTE)) if (known === name) return double ?? single
  return undefined
}
