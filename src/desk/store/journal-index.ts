/** Where each line of a journal stands, in the order in which they were written, and what cannot be read. */
import type { Disk, DiskReader } from './disk'
import { Indexing } from './indexing'
import type { LineAt, Region } from './indexing'
import { parseLine, tagOf } from './lines'
import type { HeadLine, JournalLine } from './lines'
import { linesForward } from './read-lines'

export interface JournalIndex {
  path: string
  /** In the order of their numbers. */
  lines: LineAt[]
  regions: Region[]
  /** How many lines were put right. */
  mended: number
  /** How many had another line end. */
  converted: number
  /** Lines stood in the file in another order, or twice. */
  isDisordered: boolean
  /** Lines that belong to another journal: their numbers in the file. */
  foreign: number[]
  /** Bytes up to the end of the last whole line. */
  length: number
  size: number
}

/** The journal to which most lines belong, unless something outside names one that is among them. */
function tagAmong(lines: readonly LineAt[], wanted: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const { tag } of lines) if (tag !== null) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  const named = wanted.find((tag) => counts.has(tag))
  return named ?? [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null
}

/** Once each, by number; of two with the same number the one that follows the line before. */
function inOrder(lines: readonly LineAt[]): LineAt[] {
  const sorted = [...lines].sort((one, other) => one.n - other.n || one.start - other.start)
  const kept: LineAt[] = []
  for (const line of sorted) {
    const last = kept.at(-1)
    if (last?.n !== line.n) kept.push(line)
    else if (last.sum !== line.sum && line.previous === kept.at(-2)?.sum) kept[kept.length - 1] = line
  }
  return kept
}

/** Of the last write a power failure may have left any part. It was not acknowledged then. */
function settled(regions: readonly Region[], lines: readonly LineAt[]): Region[] {
  const last = lines.at(-1)
  return regions.map((region) => {
    const before = lines.findLast(({ start }) => start < region.start)?.n ?? -1
    const isLater = region.isBefore === true || (last?.write ?? 0) > before + 1
    return { ...region, isWithin: region.isWithin && isLater }
  })
}

/** @param journals ids of the journal that the .xlsx and the witness name, for where lines of two are mixed */
export function indexJournal(disk: Disk, path: string, journals: readonly string[] = []): JournalIndex {
  const reader = disk.reader(path)
  const indexing = new Indexing()
  try {
    for (const line of linesForward(reader)) indexing.add(line)
    indexing.close(reader.size, false)
  } finally {
    reader.close()
  }
  const { lines: found, regions, length } = indexing
  const tag = tagAmong(found, journals.map(tagOf))
  const own = found.filter((line) => line.tag === tag || line.tag === null)
  const lines = tag === null ? own : inOrder(own)
  const isDisordered = lines.some((line, at) => line !== own[at]) || lines.length < own.length
  const isOwn = new Set(own)
  const foreign = found.flatMap((line, at) => (isOwn.has(line) ? [] : [at + 1]))
  const size = reader.size
  return {
    path,
    lines,
    regions: settled(regions, lines),
    mended: indexing.mended,
    converted: indexing.converted,
    isDisordered,
    foreign,
    length,
    size,
  }
}

const WINDOW = 1024 * 1024

/** Reads pieces of a file that mostly follow each other, many at a time. */
function windowed({ read, size }: DiskReader): (start: number, length: number) => Buffer {
  let from = 0
  let bytes: Buffer = Buffer.alloc(0)
  return (start, length) => {
    if (start < from || start + length > from + bytes.length) {
      from = start
      bytes = read(start, Math.min(size - start, Math.max(length, WINDOW)))
    }
    return bytes.subarray(start - from, start - from + length)
  }
}

/** Reads the lines one after the other. */
export function* readIndexed(disk: Disk, { path, lines }: JournalIndex): Generator<{ at: LineAt; line: JournalLine }> {
  const reader = disk.reader(path)
  const pieceAt = windowed(reader)
  try {
    for (const at of lines) {
      yield { at, line: parseLine(at.mended ?? pieceAt(at.start, at.length)) }
    }
  } finally {
    reader.close()
  }
}

/** The head, without the rest of the journal being read. */
export function headOf(disk: Disk, index: JournalIndex): HeadLine | null {
  const [first] = index.lines
  if (first?.kind !== 'head') return null
  for (const { line } of readIndexed(disk, { ...index, lines: [first] })) return line.line === 'head' ? line : null
  return null
}

/** As text, as far as it is text: for what can still be told of it. */
export function textOf(disk: Disk, path: string, { start, end }: Region, most = 256 * 1024): string {
  const reader = disk.reader(path)
  try {
    return reader.read(start, Math.min(most, end - start)).toString('utf8')
  } finally {
    reader.close()
  }
}
