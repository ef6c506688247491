import type { CellId } from '../form'

const LONGEST_ID = 80

/** Characters to insert, delete or replace to turn one text into the other. */
export function editDistance(from: string, to: string): number {
  const row = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i += 1) {
    let diagonal = row[0] ?? 0
    row[0] = i
    for (let j = 1; j <= to.length; j += 1) {
      const above = row[j] ?? 0
      const replaced = diagonal + (from[i - 1] === to[j - 1] ? 0 : 1)
      row[j] = Math.min(replaced, above + 1, (row[j - 1] ?? 0) + 1)
      diagonal = above
    }
  }
  return row[to.length] ?? 0
}

/** The known id that is most like the given one, for a message about an id that the form does not have. */
export function nearestCellId(id: string, known: readonly CellId[]): CellId {
  const start = id.slice(0, LONGEST_ID)
  const ranked = known.map((one) => ({ id: one, edits: editDistance(start, one) }))
  return ranked.reduce((best, next) => (next.edits < best.edits ? next : best)).id
}
