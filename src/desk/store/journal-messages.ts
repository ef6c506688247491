/** What is told of a journal that is damaged. */
import { journalWords } from '../../words/journal'
import { storeWords as words } from '../../words/store'
import type { Region } from './indexing'
import type { JournalIndex } from './journal-index'
import type { Replayed } from './replayed'

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
export function journalMessages(known: Replayed, isCut = false): string[] {
  const { index } = known
  return [...damageMessages(index), ...(isCut ? [] : tailMessages(index.regions.find(({ isWithin }) => !isWithin)))]
}
