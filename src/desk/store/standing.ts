/** How the .xlsx, the witness and the journal stand to each other. */
import type { SavedFile } from './lines'
import type { Mark, Witness } from './marks'
import type { LostCell } from './fragments'
import type { Replayed } from './replayed'

/** How the file on the disk relates to the journal. */
export type Standing =
  | { kind: 'ours'; seq: number }
  /** A file that was saved earlier: somebody has put it back. */
  | { kind: 'older'; seq: number }
  | { kind: 'unknown' }

export function standingOf(hash: string, saves: readonly SavedFile[]): Standing {
  const at = saves.findLastIndex((save) => save.hash === hash)
  const save = saves[at]
  if (!save) return { kind: 'unknown' }
  const isReplaced = saves.slice(at + 1).some((later) => later.isDone && later.hash !== hash)
  return { kind: isReplaced ? 'older' : 'ours', seq: save.seq }
}

export const hasLosses = ({ losses }: Replayed): boolean =>
  losses.ranges.length > 0 || losses.isBaseLost || losses.pieces.length > 0 || losses.cells.length > 0

function recentCells(mark: Mark | Witness, after: number): LostCell[] {
  if (!('recent' in mark)) return []
  const lost = mark.recent.filter(({ seq }) => seq > after)
  return lost.flatMap(({ cells, seq, time, who }) => cells.map((cell) => ({ cell, seq, time, who })))
}

/** With the changes that are known to have been there behind the last line that can be read. */
export function withTail(known: Replayed, mark: Mark | Witness | null): Replayed {
  if (!mark || mark.seq <= known.seq || (known.id !== null && mark.journal !== known.id)) return known
  const until = 'time' in mark && mark.time !== '' ? { time: mark.time, who: mark.who } : null
  const range = { from: known.seq + 1, to: mark.seq, since: known.last, until, isTail: true }
  const { losses } = known
  const read = [...losses.cells, ...losses.torn]
  const fresh = recentCells(mark, known.seq).filter(({ seq, cell }) => {
    return read.every((one) => one.cell !== cell || one.seq !== seq)
  })
  return {
    ...known,
    id: known.id ?? mark.journal,
    seq: mark.seq,
    entrySum: mark.sum,
    losses: { ...losses, ranges: [...losses.ranges, range], cells: [...read, ...fresh], torn: [] },
  }
}
