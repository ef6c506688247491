/** The workbook as it was after an earlier change, from the journal and its older files. */
import { applyPatch } from '../book'
import type { Book } from '../book'
import type { Disk } from './disk'
import { archivesOf, journalOf } from './journal-files'
import { headOf, indexJournal, readIndexed } from './journal-index'
import type { LineAt } from './indexing'
import type { JournalIndex } from './journal-index'
import { replay } from './replay'

/** Files of the journal with that id, oldest first. */
function filesOf(disk: Disk, workbook: string, id: string): JournalIndex[] {
  return [...archivesOf(disk, workbook), journalOf(workbook)].flatMap((path) => {
    if (!disk.facts(path)) return []
    const index = indexJournal(disk, path)
    return headOf(disk, index)?.journal === id ? [index] : []
  })
}

/** The changes after `seq`, each once. Null where one of them is missing. */
function changesAfter(disk: Disk, files: readonly JournalIndex[], seq: number): ((book: Book) => void) | null {
  let last = seq
  const isNext = ({ kind, seq: number }: LineAt): boolean => {
    if (kind !== 'entry' || number !== last + 1) return false
    last = number
    return true
  }
  const chosen = files.map((index) => ({ ...index, lines: index.lines.filter(isNext) }))
  const isLeft = files.some(({ lines }) => lines.some((line) => line.kind === 'entry' && (line.seq ?? 0) > last))
  if (isLeft) return null
  return (book) => {
    for (const index of chosen) {
      for (const { line } of readIndexed(disk, index)) if (line.line === 'entry') applyPatch(book, line.patch)
    }
  }
}

export interface Past {
  book: Book
  /** Puts what was changed since into a book. */
  applySince: (book: Book) => void
}

/** The workbook after the change `seq`, and what came after it. Null where the files do not tell. */
export function pastState(disk: Disk, workbook: string, id: string, seq: number): Past | null {
  const files = filesOf(disk, workbook, id)
  const applySince = changesAfter(disk, files, seq)
  if (!applySince) return null
  for (const index of [...files].reverse()) {
    if ((headOf(disk, index)?.seq ?? Infinity) > seq) continue
    const lines = index.lines.filter((line) => line.kind !== 'entry' || (line.seq ?? 0) <= seq)
    const { book, losses } = replay(disk, { ...index, lines })
    const last = lines.findLast(({ kind }) => kind === 'entry')?.seq ?? headOf(disk, index)?.seq
    if (book && !losses.isBaseLost && losses.ranges.length === 0 && last === seq) return { book, applySince }
  }
  return null
}
