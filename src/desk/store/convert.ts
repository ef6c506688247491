/** Journals of formats before 2, as lines of the present format: their entries hold all comments, each time. */
import { diffComments } from '../book'
import type { Book } from '../book'
import type { Disk } from './disk'
import { readIndexed } from './journal-index'
import type { JournalIndex } from './journal-index'
import { replay } from './replay'
import type { EntryLine, JournalLine } from './lines'
import { summaryOf } from './lines'

/** The workbook in the head. */
export function firstBook(disk: Disk, index: JournalIndex): Book {
  const [head] = index.lines
  const { book } = replay(disk, { ...index, lines: head ? [head] : [] })
  if (!book) throw new TypeError('a journal is converted only where its head can be read')
  return book
}

/** The lines behind the head, one after the other. */
export function* convertedLines(disk: Disk, index: JournalIndex): Generator<JournalLine> {
  let comments: Pick<Book, 'comments'> = firstBook(disk, index)
  let last: EntryLine | null = null
  for (const { line } of readIndexed(disk, { ...index, lines: index.lines.slice(1) })) {
    if (line.line === 'save') yield { line: 'save', seq: line.seq, hash: line.hash, isDone: line.isDone }
    if (line.line !== 'entry') continue
    const { comments: all, ...patch } = line.patch
    const after = all === undefined ? comments : { comments: all }
    const entry: EntryLine = {
      ...plain(line),
      patch: { ...patch, ...diffComments(comments, after) },
      ...(last && { last: summaryOf(last) }),
    }
    comments = after
    last = entry
    yield entry
  }
}

/** Without the fields that every line gets anew. */
function plain({ seq, time, who, kind, what, cells, by, patch, edit, overwrote, kept }: EntryLine): EntryLine {
  return {
    line: 'entry',
    seq,
    time,
    who,
    kind,
    what,
    cells,
    by,
    patch,
    ...(edit !== undefined && { edit }),
    ...(overwrote && { overwrote }),
    ...(kept && { kept: { files: kept.files } }),
  }
}
