export type Attributes = ReadonlyMap<string, string>

/** No program has more. */
export const LAST = { rows: 1_048_576, columns: 16_384 }

const count = (written: string | undefined, most: number): number => {
  const number = Number(written ?? 1)
  return number >= 1 ? Math.min(Math.floor(number), most) : 1
}

/** How often a cell, a row or a column stands there, one after the other. */
export const repeated = (attributes: Attributes, what: 'rows' | 'columns'): number =>
  count(attributes.get(`table:number-${what}-repeated`), LAST[what])

/** How many rows or columns a cell spans. */
export const spanned = (attributes: Attributes, what: 'rows' | 'columns'): number =>
  count(attributes.get(`table:number-${what}-spanned`), LAST[what])

/** True for a row or a column that is folded away or filtered out. */
export const isFolded = (attributes: Attributes): boolean =>
  (attributes.get('table:visibility') ?? 'visible') !== 'visible'
