/** Finds the lines of a journal one after the other, and puts damaged ones right where their checksums prove it. */
import { checkedSum, parseLine } from './lines'
import type { JournalLine } from './lines'
import { mended } from './mend'
import type { RawLine } from './read-lines'

export interface LineAt {
  kind: JournalLine['line']
  n: number
  /** Null in formats before 2. */
  tag: string | null
  /** Number of the first line that was written by the same write. */
  write: number
  /** Of a head, an entry or a save. */
  seq: number | null
  start: number
  length: number
  sum: string
  previous: string
  /** As it was, where a wrong bit was put right. */
  mended?: Buffer
}

/** A stretch of the file in which no line can be read. */
export interface Region {
  start: number
  end: number
  /** Number, from 1, of its first line in the file. */
  line: number
  /** A whole line of a later write stands behind it: what stood here was acknowledged. */
  isWithin: boolean
  /** The damaged line behind it tells that a later write wrote it. */
  isBefore?: boolean
  /** It looks like a line that was cut short while it was written. */
  isTorn: boolean
}

const opening = /^\{"line":"(head|part|entry|save)","n":(\d+),"j":"([0-9a-f]{8})","w":(\d+)(?:,"seq":(\d+))?/
const BRACE = 0x7d
const CARRIAGE_RETURN = 0x0d
const START = 120
const END = 80

/** What the index needs of a line of format 2, without reading it whole. */
function quickly(bytes: Buffer): Omit<LineAt, 'start' | 'length' | 'sum'> | null {
  const start = bytes.toString('latin1', 0, START)
  const [, kind, n, tag, write, seq] = opening.exec(start) ?? []
  if (kind === undefined || tag === undefined) return null
  const previous = /,"previous":"([0-9a-f]*)","sum":"[0-9a-f]{16}"\}$/.exec(
    bytes.toString('latin1', Math.max(0, bytes.length - END)),
  )
  return {
    kind: kind as LineAt['kind'],
    n: Number(n),
    tag,
    write: Number(write),
    seq: seq === undefined ? null : Number(seq),
    previous: previous?.[1] ?? '',
  }
}

/** A line of an older format has no number: the place in the file is its number. */
function lineAt(bytes: Buffer, sum: string, start: number, number: number): LineAt {
  const known = quickly(bytes)
  if (known) return { ...known, start, length: bytes.length, sum }
  const line = parseLine(bytes) as JournalLine & { previous?: string }
  const seq = 'seq' in line ? line.seq : null
  return {
    kind: line.line,
    n: number - 1,
    tag: null,
    write: number - 1,
    seq,
    start,
    length: bytes.length,
    sum,
    previous: line.previous ?? '',
  }
}

/** Lines that are tried to be put right, at most: many damaged ones are another kind of damage. */
const MOST_MENDED = 12

/** Lines that stand together and cannot be read as they are. */
interface Pending {
  /** Number of the first one in the file. */
  line: number
  start: number
  pieces: Buffer[]
  isEnded: boolean
}

/** Whether the last of some damaged lines can still tell that its write came after the line at that place. */
function isOfEarlierWrite(pieces: readonly Buffer[], at: number): boolean {
  const [, , n, , write] = opening.exec(pieces.at(-1)?.toString('latin1', 0, START) ?? '') ?? []
  return n !== undefined && Number(n) - (pieces.length - 1 - at) < Number(write)
}

export class Indexing {
  readonly lines: LineAt[] = []
  readonly regions: Region[] = []
  mended = 0
  /** Lines with the ends that Windows' text files have: a program has converted the file. */
  converted = 0
  length = 0
  private tried = 0
  private number = 0
  private pending: Pending | null = null

  add({ start, bytes, isEnded }: RawLine): void {
    this.number += 1
    const converted = isEnded && bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : null
    const line = converted ?? bytes
    const sum = isEnded ? checkedSum(line) : null
    if (sum === null) {
      this.pending ??= { line: this.number, start, pieces: [], isEnded }
      this.pending.pieces.push(bytes)
      this.pending.isEnded = isEnded
      return
    }
    this.close(start, true)
    this.lines.push(lineAt(line, sum, start, this.number))
    if (converted) this.converted += 1
    this.length = start + bytes.length + 1
  }

  /** @param end where the next whole line begins, or the file ends */
  close(end: number, isWithin: boolean): void {
    const { pending } = this
    this.pending = null
    if (!pending) return
    const { start, line } = pending
    const region = Buffer.concat(pending.pieces.flatMap((piece, at) => (at > 0 ? [Buffer.from('\n'), piece] : [piece])))
    // What breaks off at the end may be a write that a power failure cut short: nobody was told that it is kept.
    const isWhole = pending.isEnded || isWithin || region.at(-2) === BRACE
    const lines = isWhole ? this.mend(region) : null
    if (lines) this.take(lines, { start, end, line })
    else if (pending.pieces.length > 1) this.closeEach(pending, end, isWithin)
    else this.lose({ start, end, line, isWithin, isTorn: !pending.isEnded && !region.includes(0) })
  }

  private mend(region: Buffer): Buffer[] | null {
    return this.tried++ < MOST_MENDED ? mended(region) : null
  }

  private take(lines: readonly Buffer[], { start, end, line }: Pick<Region, 'start' | 'end' | 'line'>): void {
    this.mended += 1
    for (const bytes of lines) {
      const sum = checkedSum(bytes) ?? ''
      this.lines.push({ ...lineAt(bytes, sum, start, line), mended: bytes })
    }
    this.length = end
  }

  /** Several damaged lines that stand together: each may have a wrong bit of its own. */
  private closeEach({ pieces, start, line, isEnded }: Pending, end: number, isWithin: boolean): void {
    let from = start
    for (const [at, piece] of pieces.entries()) {
      const isLast = at === pieces.length - 1
      const to = isLast ? end : from + piece.length + 1
      const lines = !isLast || isEnded || isWithin ? this.mend(piece) : null
      const isTorn = isLast && !isEnded && !piece.includes(0)
      const isBefore = isOfEarlierWrite(pieces, at)
      if (lines) this.take(lines, { start: from, end: to, line: line + at })
      else this.lose({ start: from, end: to, line: line + at, isWithin: isWithin || !isLast, isBefore, isTorn })
      from = to
    }
  }

  /** Lines beside each other that cannot be read are one stretch. */
  private lose(region: Region): void {
    const before = this.regions.at(-1)
    if (before?.end !== region.start || before.isBefore !== region.isBefore) this.regions.push(region)
    else this.regions[this.regions.length - 1] = { ...region, start: before.start, line: before.line }
  }
}
