/** What was done, read from the journal and its older files, the latest first. */
import type { SheetPosition } from '../protocol'
import type { Disk } from './disk'
import { archivesOf, journalOf } from './journal'
import { checkedSum, parseLine, tagOf } from './lines'
import type { EntryLine } from './lines'
import { linesBackward, linesForward } from './read-lines'

const START = 120
const ENTRY = '{"line":"entry"'
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
    const files = [journalOf(this.workbook), ...archivesOf(this.disk, this.workbook).reverse()]
    for (const file of files) {
      if (entries.size >= limit) break
      if (this.disk.facts(file)) this.read(file, isWanted, limit, entries)
    }
    return [...entries.values()]
  }

  /** Entries that changed the cell. */
  of({ sheet, row, column }: SheetPosition): EntryLine[] {
    const place = Buffer.from(`"sheet":${sheet},"row":${row},"column":${column},`)
    return this.entries((_, bytes) => bytes.includes(place))
  }

  private read(path: string, isWanted: Wanted, limit: number, entries: Map<number, EntryLine>): void {
    const tag = tagOf(this.id)
    let isOwn: boolean | null = null
    const reader = this.disk.reader(path)
    try {
      for (const bytes of linesBackward(reader)) {
        if (entries.size >= limit) return
        const known = entryAt(bytes)
        if (!known || entries.has(known.seq) || !isWanted(known.seq, bytes)) continue
        // Beside a workbook that was written over lies the journal of the other one.
        const isMine = known.tag === null ? (isOwn ??= isOwnFile(this.disk, path, this.id)) : known.tag === tag
        if (!isMine || checkedSum(bytes) === null) continue
        const line = parseLine(bytes)
        if (line.line === 'entry') entries.set(line.seq, line)
      }
    } finally {
      reader.close()
    }
  }
}
