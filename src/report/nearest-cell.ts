import type { CellId } from '../form'

const LONGEST_ID = 80

/** Characters to insert, delete or replace to turn one text into the other. */
export function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}

/** The known id that is most like the given one, for a message about an id that the form does not have. */
export function nearestCellId(id: string, known: readonly CellId[]): CellId {
  const start = id.slice(0, LONGEST_ID)
  const ranked = known.map((one) => ({ id: one, edits: editDistance(start, one) }))
  return ranked.reduce((best, next) => (next.edits < best.edits ? next : best)).id
}
