/** What is told of a journal that is damaged, or another than this computer knows. */
import { journalWords } from '../../words/journal'
import { storeWords as words } from '../../words/store'
import { shownTime } from '../book'
import type { Region } from './indexing'
import type { JournalIndex } from './journal-index'
import type { Witness } from './marks'
import type { Replayed } from './replay'

function tailMessages(tail: Region | undefined): string[] {
  if (!tail) return []
  return [tail.isTorn ? words.torn : journalWords.tailUnclear(tail.end - tail.start)]
}

function damageMessages({ mended, converted, isDisordered, foreign, regions }: JournalIndex): string[] {
  const within = regions.filter(({ isWithin }) => isWithin).length
  return [
    ...(converted > 0 ? [journalWords.converted(converted)] : []),
    ...(mended > 0 ? [journalWords.mended(mended)] : []),
    ...(isDisordered && foreign.length === 0 ? [journalWords.disordered] : []),
    ...(foreign.length > 0 ? [journalWords.foreignLines(foreign.length)] : []),
    ...(within > 0 ? [journalWords.unreadable(within)] : []),
  ]
}

/**
 * @param isCut changes are known to have been there behind the last line that can be read: that was told as a loss
 */
export function journalMessages(known: Replayed, witness: Witness | null, isCut = false): string[] {
  const { index, entrySum, seq } = known
  const at = index.lines.find((line) => line.kind === 'entry' && line.seq === witness?.seq)
  const sum = at?.sum ?? (witness?.seq === seq ? entrySum : '')
  const isOther = witness !== null && sum !== '' && witness.sum !== '' && witness.sum !== sum
  return [
    ...damageMessages(index),
    ...(isCut ? [] : tailMessages(index.regions.find(({ isWithin }) => !isWithin))),
    ...(isOther ? [journalWords.otherCopy(shownTime(witness.time))] : []),
  ]
}
