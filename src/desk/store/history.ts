/** What was done, read from the journal and its older files, the latest first. */
import type { SheetPosition } from '../protocol'
import type { Disk } from './disk'
import { archivesOf, journalOf } from './journal-files'
import { checkedSum, parseLine, tagOf } from './lines'
import type { EntryLine } from './lines'
import { linesBackward, linesForward } from './read-lines'

const START = 120
const ENTRY = '{"line":"entry"'
/** Within a text its quotation marks would have strokes before them. */
const BY_NOBODY = Buffer.from('"by":"",')
const tagged = /^\{"line":"[a-z]+","n":\d+,"j":"([0-9a-f]{8})"/
const numbered = /^\{"line":"entry",(?:"n":\d+,"j":"([0-9a-f]{8})","w":\d+,)?"seq":(\d+),/

interface Known {
  seq: number
  /** Null in formats before 2. */
  tag: string | null
}

/** Of a line of the journal, without reading it whole. Null: it is no entry. */
function entryAt(bytes: Buffer): Known | null {
  const start = bytes.toString('latin1', 0, START)
  if (!start.startsWith(ENTRY)) return null
  const [, tag, seq] = numbered.exec(start) ?? []
  if (seq !== undefined) return { seq: Number(seq), tag: tag ?? null }
  return { seq: Number(/"seq":(\d+)/.exec(bytes.toString('latin1'))?.[1]), tag: null }
}

/** Of any line; null in formats before 2. */
export const tagIn = (bytes: Buffer): string | null => tagged.exec(bytes.toString('latin1', 0, START))?.[1] ?? null

/** Whether a file that has no tags belongs to the journal: its first line says so. */
function isOwnFile(disk: Disk, path: string, id: string): boolean {
  const reader = disk.reader(path)
  try {
    for (const { bytes } of linesForward(reader)) {
      return /^\{"line":"head",(?:"format":\d+,)?"journal":"([^"]+)"/.exec(bytes.toString('utf8', 0, START))?.[1] === id
    }
    return false
  } finally {
    reader.close()
  }
}

type Wanted = (seq: number, bytes: Buffer) => boolean

export class History {
  constructor(
    private readonly disk: Disk,
    private readonly workbook: string,
    private readonly id: string,
  ) {}

  /** The latest first, each once. */
  entries(isWanted: Wanted, limit = Infinity): EntryLine[] {
    const entries = new Map<number, EntryLine>()
    for (const file of this.files()) {
      if (entries.size >= limit) break
      this.read(file, isWanted, limit, entries)
    }
    return [...entries.values()]
  }

  /** Entries that changed the cell. */
  of({ sheet, row, column }: SheetPosition): EntryLine[] {
    const place = Buffer.from(`"sheet":${sheet},"row":${row},"column":${column},`)
    return this.entries((_, bytes) => bytes.includes(place))
  }

  /**
   * The checksums that whole lines of each of the changes have: a journal was written anew in a later format, or a number
   * given twice.
   */
  sumsOf(seqs: readonly number[]): Map<number, string[]> {
    const wanted = new Set(seqs)
    const sums = new Map<number, string[]>()
    for (const file of this.files()) {
      for (const { seq, bytes } of this.lines(file)) {
        const sum = wanted.has(seq) ? checkedSum(bytes) : null
        if (sum !== null) sums.set(seq, [...(sums.get(seq) ?? []), sum])
      }
    }
    return sums
  }

  /** How many changes people made after that one. The program's own have no author. */
  countOfPeople(after: number): number {
    const seen = new Set<number>()
    for (const file of this.files()) {
      for (const { seq, bytes } of this.lines(file)) if (seq > after && !bytes.includes(BY_NOBODY)) seen.add(seq)
    }
    return seen.size
  }

  private read(path: string, isWanted: Wanted, limit: number, entries: Map<number, EntryLine>): void {
    for (const { seq, bytes } of this.lines(path)) {
      if (entries.size >= limit) return
      if (entries.has(seq) || !isWanted(seq, bytes) || checkedSum(bytes) === null) continue
      const line = parseLine(bytes)
      if (line.line === 'entry') entries.set(line.seq, line)
    }
  }

  /** The journal's file first, then its older ones, the latest first. */
  private files(): string[] {
    const files = [journalOf(this.workbook), ...archivesOf(this.disk, this.workbook).reverse()]
    return files.filter((file) => this.disk.facts(file))
  }

  /** The journal's own changes in one file, the last one first. Nothing is checked yet. */
  private *lines(path: string): Generator<{ seq: number; bytes: Buffer }> {
    const tag = tagOf(this.id)
    let isOwn: boolean | null = null
    const reader = this.disk.reader(path)
    try {
      for (const bytes of linesBackward(reader)) {
        const known = entryAt(bytes)
        if (!known) continue
        // Beside a workbook that was written over lies the journal of the other one.
        const isMine = known.tag === null ? (isOwn ??= isOwnFile(this.disk, path, this.id)) : known.tag === tag
        if (isMine) yield { seq: known.seq, bytes }
      }
    } finally {
      reader.close()
    }
  }
}
