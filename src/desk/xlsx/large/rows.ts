/** Which rows may be parted: areas that are merged stay in one piece. */
import type { Area } from '../../../workbook'

/** Rows that hold together, without those below the last of them. */
interface Bond {
  first: number
  last: number
}

/** Merged areas as bonds of rows, in order, none touching another. */
function bondsOf(merges: readonly Area[]): Bond[] {
  const tall = merges.filter(({ rows }) => rows > 1).sort((a, b) => a.row - b.row)
  const bonds: Bond[] = []
  for (const { row, rows } of tall) {
    const before = bonds.at(-1)
    const last = row + rows - 1
    if (before && row <= before.last) before.last = Math.max(before.last, last)
    else bonds.push({ first: row, last })
  }
  return bonds
}

/** Tells whether a piece may end after a row. Rows are asked for in order. */
export function pieceEnds(merges: readonly Area[]): (row: number) => boolean {
  const bonds = bondsOf(merges)
  let at = 0
  return (row) => {
    while ((bonds[at]?.last ?? Infinity) <= row) at += 1
    return (bonds[at]?.first ?? Infinity) > row
  }
}

export interface Rows {
  first: number
  last: number
}

export const isWithin = ({ first, last }: Rows, row: number): boolean => row >= first && row <= last
