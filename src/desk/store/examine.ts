/** A journal as it lies on the disk, looked at and left alone. */
import { dirname } from 'node:path'
import { journalWords as words } from '../../words/journal'
import { XlsxError, xlsxToBook } from '../xlsx'
import type { Book } from '../book'
import type { Disk } from './disk'
import { realDisk } from './disk'
import { archivesOf, journalOf } from './journal-files'
import { indexJournal, readIndexed } from './journal-index'
import { hashOf, readWitness, takeMark } from './marks'
import type { Mark, Witness } from './marks'
import { journalMessages } from './journal-messages'
import { notHere } from './not-here'
import { replay } from './replay'
import type { Replayed } from './replayed'
import { judged, lossMessages } from './salvage'
import type { EntryLine } from './lines'
import { hasLosses, standingOf, withTail } from './standing'

/** All files of a workbook's journal that are there, oldest first. */
export function journalFiles(workbook: string, disk: Disk = realDisk): string[] {
  const files = disk.facts(dirname(workbook)) ? archivesOf(disk, workbook) : []
  return [...files, ...(disk.facts(journalOf(workbook)) ? [journalOf(workbook)] : [])]
}

/** The changes in one file of a journal, the first one first. */
export function* entriesOf(path: string, disk: Disk = realDisk): Generator<EntryLine> {
  for (const { line } of readIndexed(disk, indexJournal(disk, path))) if (line.line === 'entry') yield line
}

/** The workbook as a file of its journal leaves it, and the id of that journal; null: it does not tell. */
export function journalState(path: string, disk: Disk = realDisk): { book: Book | null; id: string | null } {
  const { book, id } = replay(disk, indexJournal(disk, path))
  return { book, id }
}

export interface Examined {
  path: string
  /** How many changes can be read. */
  changes: number
  /** What is wrong, one sentence each. */
  problems: string[]
}

/** @param witness what this computer noted of the journal; null: nothing, or it is about another file */
function problemsOf(read: Replayed, witness: Witness | null): string[] {
  const known = withTail(read, witness)
  const told = [...journalMessages(read, known !== read), ...notHere(read, witness)]
  if (!hasLosses(known)) return told
  const verdict = judged(known.book ?? { title: '', sheets: [], names: [], properties: {} }, known, -1)
  return [...told, ...lossMessages(known.losses, verdict, [])]
}

/** Null: there is no .xlsx, or it has no mark. */
async function markIn(workbook: string, disk: Disk): Promise<{ mark: Mark | null; hash: string } | string | null> {
  if (!disk.facts(workbook)) return null
  const bytes = disk.read(workbook)
  try {
    return { mark: takeMark(await xlsxToBook(bytes)).mark, hash: hashOf(bytes) }
  } catch (error) {
    if (error instanceof XlsxError) return error.message
    throw error
  }
}

async function besideFile(workbook: string, known: Replayed, disk: Disk): Promise<string[]> {
  const file = await markIn(workbook, disk)
  if (file === null) return [words.noFile]
  if (typeof file === 'string') return [file]
  const standing = standingOf(file.hash, known.saves)
  const outside = standing.kind === 'ours' ? [] : [words.otherFile]
  if (!file.mark || file.mark.journal !== known.id) return outside
  const behind = withTail(known, file.mark)
  return behind === known ? outside : [...outside, words.behindFile(file.mark.seq - known.seq)]
}

/**
 * Checks every file's chain, that each file goes on from the one before, and how the .xlsx and this computer's witness
 * stand to the last one.
 *
 * @param witnesses the folder of witnesses
 */
export async function examineJournal(workbook: string, witnesses?: string, disk: Disk = realDisk): Promise<Examined[]> {
  const witness = readWitness(disk, witnesses, disk.facts(workbook) ? disk.realPath(workbook) : workbook)
  const files = journalFiles(workbook, disk)
  const examined: Examined[] = []
  let before: Replayed | null = null
  for (const path of files) {
    const known = replay(disk, indexJournal(disk, path))
    const changes = known.index.lines.filter(({ kind }) => kind === 'entry').length
    const isLast = path === journalOf(workbook)
    const problems = [...problemsOf(known, isLast ? witness : null), ...follows(before, known)]
    if (isLast) problems.push(...(await besideFile(workbook, known, disk)))
    examined.push({ path, changes, problems })
    before = known
  }
  return examined
}

/** A file of the same journal begins where the one before ends; one that was put aside may stand between. */
function follows(before: Replayed | null, { head, id }: Replayed): string[] {
  if (!before || !head || before.id !== id || head.format === undefined || head.seq <= before.seq) return []
  return [words.gapBetween(before.seq, head.seq)]
}
