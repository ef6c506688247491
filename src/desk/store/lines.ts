/** Lines of a journal: JSON, each with its number, a checksum over itself and the checksum of the line before. */
import { createHash } from 'node:crypto'
import type { Book } from '../book'
import type { StoredFile } from '../bench'
import type { BookPatch, Overwrote, TrailEntry } from '../protocol'

/** What the journal remembers beside the workbook. Older journals hold more, which nothing needs any more. */
export interface Kept {
  files: readonly StoredFile[]
}

/** The format of the journals that this program writes; docs/journal.md tells of all. It also reads smaller numbers. */
export const JOURNAL_FORMAT = 2

/**
 * The first change of an opening of the workbook, with the first digits of its checksum: two copies that were both worked
 * in differ there.
 */
export interface Opening {
  seq: number
  sum: string
}

/** Openings that are remembered, the latest ones. Programs cut a file's properties off after 255 characters. */
const MOST_OPENINGS = 10
const OPENING_DIGITS = 8

export function withOpening(openings: readonly Opening[], seq: number, sum: string): Opening[] {
  return [...openings, { seq, sum: sum.slice(0, OPENING_DIGITS) }].slice(-MOST_OPENINGS)
}

/** The first line of every journal file. The workbook as it stood after `seq` follows in lines of kind `part`. */
export interface HeadLine {
  line: 'head'
  /** Absent in the oldest journals: 0. */
  format?: number
  /** Id of the journal; all files of one workbook have the same. */
  journal: string
  seq: number
  /** Checksum of the entry `seq`; absent where that is not known. */
  entrySum?: string
  /** How many lines of kind `part` follow. */
  parts?: number
  /** Of formats before 2: the whole workbook. */
  book?: Book
  /** Of formats before 2. */
  kept?: Kept
  /** Files that were saved before. */
  saves: SavedFile[]
  /** The .xlsx had no mark when it was as of this change: a file without one is a version of that. */
  unmarked?: number
  /** Of the workbook, before the change `seq`; absent in older journals. */
  openings?: readonly Opening[]
  /** As of Erasure; absent where nothing was erased. */
  erasedAt?: number
  erases?: readonly string[]
}

/** What is known of a history that was erased. */
export interface Erasure {
  /** Number of the change that tells of it; 0: nothing was erased. */
  erasedAt: number
  /** Ids of the journals before, while files of theirs may be left. */
  erases: readonly string[]
}

export const nothingErased: Erasure = { erasedAt: 0, erases: [] }

/** An edit of an erased history, without what it wrote: sent again, it is known. */
export interface EarlierEdit {
  /** Person.id */
  by: string
  edit: string
  seq: number
}

/** A piece of the workbook that a head stands for, applied in their order. Small, so that damage to one costs little. */
export interface PartLine {
  line: 'part'
  patch: BookPatch
  kept?: Kept
  /** Id of the journal, in the first part: known although the head is gone. */
  journal?: string
  /** Cells of the part before: they have names although that line is gone. */
  before?: string
}

/** The workbook file with that hash holds everything up to `seq`; `isDone` after it has been put in its place. */
export interface SavedFile {
  seq: number
  hash: string
  isDone: boolean
}

/** What a change was about, without its values: known although its own line is gone. */
export interface Summary extends Pick<TrailEntry, 'seq' | 'time' | 'who'> {
  /** Names of the first cells, and how many there are. */
  cells: string[]
  count: number
}

/** One acknowledged change. */
export interface EntryLine extends TrailEntry {
  line: 'entry'
  /** Person.id */
  by: string
  patch: BookPatch
  /** The name that the page gave to an edit. */
  edit?: string
  /** A short sum of what the edit writes: the same name with another sum is another edit. */
  editSum?: string
  /** What it replaced of others' that its author had not seen: told again where the edit is sent again. */
  overwrote?: Overwrote[]
  /** If a run changed them. */
  kept?: Kept
  /** Of the first entry after a history was erased: the latest edits before it. */
  edits?: readonly EarlierEdit[]
  /** The first change since the workbook was opened. */
  isFirst?: boolean
  /** The change before. */
  last?: Summary
}

export interface SaveLine extends SavedFile {
  line: 'save'
  /** Of an erased history no file is left. */
  isErased?: boolean
}

export type JournalLine = HeadLine | PartLine | EntryLine | SaveLine

export const sumOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16)

/** Stands in each line of format 2: a line of another journal is known by it. */
export const tagOf = (journal: string): string => sumOf(journal).slice(0, 8)

export interface Place {
  /** Number of the line in its file, from 0. */
  n: number
  tag: string
  /** Number of the first line that was written by the same write. */
  write: number
  /** The sum of the line before; of the first line of a file that of the last line of the file before it. */
  previous: string
}

export function encodeLine(
  { line, ...rest }: JournalLine,
  { n, tag, write, previous }: Place,
): { text: string; sum: string } {
  const { seq, ...more } = rest as { seq?: number }
  const body = JSON.stringify({
    line,
    n,
    j: tag,
    w: write,
    ...(seq !== undefined && { seq }),
    ...more,
    previous,
  }).slice(0, -1)
  const sum = sumOf(body)
  return { text: `${body},"sum":"${sum}"}\n`, sum }
}

/** Bytes of `,"sum":"0123456789abcdef"}`. */
export const ENDING = 26
const ending = /^,"sum":"([0-9a-f]{16})"\}$/

/** The checksum that a line states, whether it is right or not. */
export const statedSum = (bytes: Buffer): string | null => {
  return ending.exec(bytes.toString('latin1', Math.max(0, bytes.length - ENDING)))?.[1] ?? null
}

/** Null for an incomplete or damaged line. `bytes`: without the line's end. */
export function checkedSum(bytes: Buffer): string | null {
  const sum = statedSum(bytes)
  return sum !== null && sumOf(bytes.subarray(0, bytes.length - ENDING)) === sum ? sum : null
}

/** Of a line whose checksum is right. */
export const parseLine = (bytes: Buffer): JournalLine => JSON.parse(bytes.toString('utf8')) as JournalLine

export function summaryOf({ seq, time, who, cells }: Omit<EntryLine, 'line' | 'by' | 'patch'>): Summary {
  return { seq, time, who, cells: cells.slice(0, MOST_NAMED).map(({ cell }) => cell), count: cells.length }
}

/** Cells that a summary names. */
const MOST_NAMED = 5
