/** What was changed at this computer, and stands in none of the files that lie there now. */
import { journalWords as words } from '../../words/journal'
import { shownTime } from '../book'
import type { RecentChange, Witness } from './marks'
import type { Replayed } from './replayed'

/** Cells that a message names, at most. */
const MOST_NAMED = 30

/** Whether this computer knows another journal here, or another change under the same number. */
function isOther({ id, index, seq, entrySum, erased }: Replayed, witness: Witness): boolean {
  if (id === null) return false
  // The history may have been erased at another computer.
  if (witness.journal !== id) return !erased.erases.includes(witness.journal) && erased.erasedAt <= witness.seq
  const at = index.lines.find((line) => line.kind === 'entry' && line.seq === witness.seq)
  const sum = at?.sum ?? (witness.seq === seq ? entrySum : '')
  return sum !== '' && witness.sum !== '' && witness.sum !== sum
}

/** Of the changes that the witness names, those that the journal does not have. */
function missing({ id, head, index }: Replayed, { journal, recent }: Witness): readonly RecentChange[] {
  if (journal !== id) return recent
  const before = head?.seq ?? 0
  const there = new Set(index.lines.map(({ sum }) => sum))
  return recent.filter(({ seq, sum }) => seq > before && sum !== undefined && !there.has(sum))
}

const momentOf = ({ time, who }: RecentChange): string => words.moment(shownTime(time), who)

/** One sentence each. */
export function notHere(known: Replayed, witness: Witness | null): string[] {
  if (!witness || !isOther(known, witness)) return []
  const lost = missing(known, witness)
  const [first, last] = [lost[0], lost.at(-1)]
  const told = words.otherCopy(shownTime(witness.time))
  if (!first || !last) return [told]
  const cells = [...new Set(lost.flatMap((change) => change.cells))]
  return [told, words.notHere(lost.length, momentOf(first), momentOf(last), cells.slice(0, MOST_NAMED), cells.length)]
}
