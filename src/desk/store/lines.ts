/** Lines of a journal: JSON, each with a checksum over itself and the checksum of the line before. */
import { createHash } from 'node:crypto'
import type { Book } from '../book'
import type { StoredFile } from '../bench'
import type { BookPatch, Overwrote, TrailEntry } from '../protocol'

/** What the journal remembers beside the workbook. Older journals hold more, which nothing needs any more. */
export interface Kept {
  files: readonly StoredFile[]
}

/** The format of the journals that this program writes. It also reads those with smaller numbers. */
export const JOURNAL_FORMAT = 1

/** The first line of every journal file: the whole workbook as it stood after `seq`. */
export interface HeadLine {
  line: 'head'
  /** Absent in the oldest journals: 0. */
  format?: number
  journal: string
  seq: number
  book: Book
  kept: Kept
  /** Files that were saved before. */
  saves: SavedFile[]
}

/** The workbook file with that hash holds everything up to `seq`; `isDone` after it has been put in its place. */
export interface SavedFile {
  seq: number
  hash: string
  isDone: boolean
}

/** One acknowledged change. */
export interface EntryLine extends TrailEntry {
  line: 'entry'
  /** Person.id */
  by: string
  patch: BookPatch
  /** The name that the page gave to an edit. */
  edit?: string
  /** What it replaced of others' that its author had not seen: told again where the edit is sent again. */
  overwrote?: Overwrote[]
  /** If a run changed them. */
  kept?: Kept
}

export interface SaveLine extends SavedFile {
  line: 'save'
}

export type JournalLine = HeadLine | EntryLine | SaveLine

const ending = /^(.*),"sum":"([0-9a-f]{16})"\}$/s

const sumOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** `previous`: the sum of the line before, empty for the first. */
export function encodeLine(line: JournalLine, previous: string): { text: string; sum: string } {
  const body = JSON.stringify({ ...line, previous }).slice(0, -1)
  const sum = sumOf(body)
  return { text: `${body},"sum":"${sum}"}\n`, sum }
}

const headStart = /^\{"line":"head",(?:"format":\d+,)?"journal":"([^"]+)"/

/** Id of the journal that begins with this line; null if it is no head. The workbook in it is not read. */
export const journalIn = (head: string): string | null => headStart.exec(head)?.[1] ?? null

/** Null for an incomplete or damaged line. */
export function decodeLine(text: string): { line: JournalLine; sum: string } | null {
  const [, body, sum] = ending.exec(text) ?? []
  if (body === undefined || sum === undefined || sumOf(body) !== sum) return null
  return { line: JSON.parse(`${body}}`) as JournalLine, sum }
}

export interface ReadLines {
  lines: JournalLine[]
  /** Checksum of the last whole line. */
  sum: string
  /** Bytes up to the end of the last whole line. */
  length: number
  /** Something stands behind the last whole line: a write that was never acknowledged. */
  isTorn: boolean
  /** Numbers, from 1, of damaged lines that whole lines follow. */
  damaged: number[]
}

export function readLines(bytes: Buffer): ReadLines {
  const read: ReadLines = { lines: [], sum: '', length: 0, isTorn: false, damaged: [] }
  let pending: number[] = []
  let start = 0
  for (let number = 1; start < bytes.length; number++) {
    const end = bytes.indexOf(10, start)
    const decoded = end < 0 ? null : decodeLine(bytes.toString('utf8', start, end))
    if (decoded) {
      read.lines.push(decoded.line)
      read.damaged.push(...pending)
      pending = []
      Object.assign(read, { sum: decoded.sum, length: end + 1 })
    } else {
      pending.push(number)
    }
    start = end < 0 ? bytes.length : end + 1
  }
  return { ...read, isTorn: pending.length > 0 }
}
