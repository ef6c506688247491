/** The state of a workbook as its journal gives it. */
import { journalWords } from '../../words/journal'
import { applyPatch } from '../book'
import type { Book } from '../book'
import type { Disk } from './disk'
import { fragmentsIn } from './fragments'
import { readIndexed, textOf } from './journal-index'
import type { JournalIndex } from './journal-index'
import { noneKept } from './replayed'
import type { Replayed } from './replayed'
import { hasHoles, Replaying } from './replaying'

/** What can be told of stretches in which no line can be read. */
function readFragments(disk: Disk, { path, regions, lines }: JournalIndex, { losses, seq }: Replayed): void {
  const kept = new Set(lines.flatMap((line) => (line.kind === 'entry' && line.seq !== null ? [line.seq] : [])))
  for (const region of regions) {
    const next = lines.find(({ start, kind }) => kind === 'entry' && start >= region.end)
    const lost = (next?.seq ?? seq + 2) - 1
    const { cells, before, pieces } = fragmentsIn(textOf(disk, path, region), lost, region.isWithin)
    losses.cells.push(...before.filter((cell) => !kept.has(cell.seq)))
    losses.pieces.push(...pieces)
    if (region.isWithin || !region.isTorn) losses.cells.push(...cells)
    else losses.torn.push(...cells)
  }
}

/** A tab of which only cells are left, where one name of a tab is missing. */
function nameTabs({ book, losses }: Replayed): void {
  const nameless = book?.sheets.filter(({ id, name }) => name === journalWords.tab(id)) ?? []
  const names = losses.pieces.filter((piece) => piece !== '' && !piece.includes('!'))
  const [sheet, name] = [nameless[0], names[0]]
  if (sheet && name !== undefined && nameless.length === 1 && names.length === 1) sheet.name = name
}

/** Names of the pieces of the head that are missing, as the piece behind each tells. */
function missingPieces(index: JournalIndex, at: number, before: string | undefined): string[] {
  const [line, last] = [index.lines[at], index.lines[at - 1]]
  return before !== undefined && line && last?.n !== line.n - 1 ? [before] : []
}

export function replay(disk: Disk, index: JournalIndex): Replayed {
  const isHoled = hasHoles(index)
  const replaying = new Replaying(isHoled, index.lines.at(-1)?.write ?? 0)
  let number = 0
  for (const { at, line } of readIndexed(disk, index)) {
    if (line.line === 'part') replaying.losses.pieces.push(...missingPieces(index, number, line.before))
    replaying.take(line, at)
    number += 1
  }
  replaying.finish()
  const { head, id, seq, entrySum, last, book, kept, saves, openings, erased, losses, touched } = replaying
  const replayed = {
    index,
    head,
    id,
    seq,
    entrySum,
    last,
    book,
    kept: kept ?? noneKept(),
    saves,
    openings,
    erased,
    losses,
    touched,
  }
  if (index.regions.length > 0) readFragments(disk, index, replayed)
  nameTabs(replayed)
  return replayed
}

/** Applies the changes after the change `seq`. Returns how many there were. */
export function applyAfter(disk: Disk, index: JournalIndex, book: Book, seq: number): number {
  let count = 0
  const lines = index.lines.filter((line) => line.kind === 'entry' && (line.seq ?? 0) > seq)
  for (const { line } of readIndexed(disk, { ...index, lines })) {
    if (line.line !== 'entry') continue
    applyPatch(book, line.patch)
    count += 1
  }
  return count
}
