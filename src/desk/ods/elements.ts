export type Attributes = ReadonlyMap<string, string>

/** How often a cell, a row or a column stands there, one after the other. */
export function repeated(attributes: Attributes, what: 'rows' | 'columns'): number {
  const written = Number(attributes.get(`table:number-${what}-repeated`) ?? 1)
  return written >= 1 ? Math.floor(written) : 1
}

/** How many rows or columns a cell spans. */
export function spanned(attributes: Attributes, what: 'rows' | 'columns'): number {
  const written = Number(attributes.get(`table:number-${what}-spanned`) ?? 1)
  return written >= 1 ? Math.floor(written) : 1
}

/** True for a row or a column that is folded away or filtered out. */
export const isFolded = (attributes: Attributes): boolean =>
  (attributes.get('table:visibility') ?? 'visible') !== 'visible'
