/** The end of a journal: where the next line goes, and what all lines before it hash to. */
import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import type { DiskFile } from './disk'
import { encodeLine } from './lines'
import type { JournalLine } from './lines'

export interface Tail {
  length: number
  sum: string
  /** Number of the next line. */
  n: number
  tag: string
  /** Over all bytes up to here. Nobody changes it: each new tail has its own. */
  hash: Hash
}

interface Encoded {
  bytes: Buffer
  sums: string[]
  after: Tail
}

/** The lines as bytes, and the tail that they leave. */
export function encoded(lines: readonly JournalLine[], tail: Tail): Encoded {
  const { n, tag, length } = tail
  const texts: string[] = []
  const sums: string[] = []
  let previous = tail.sum
  for (const [at, line] of lines.entries()) {
    const one = encodeLine(line, { n: n + at, tag, write: n, previous })
    texts.push(one.text)
    sums.push((previous = one.sum))
  }
  const bytes = Buffer.from(texts.join(''))
  const hash = tail.hash.copy().update(bytes)
  return { bytes, sums, after: { length: length + bytes.length, sum: previous, n: n + lines.length, tag, hash } }
}

/** Long journals are not made in one piece. */
const LINES_AT_ONCE = 500

export async function writeLines(file: DiskFile, lines: readonly JournalLine[], tail: Tail): Promise<Tail> {
  let now = tail
  for (let from = 0; from < lines.length; from += LINES_AT_ONCE) {
    const { bytes, after } = encoded(lines.slice(from, from + LINES_AT_ONCE), now)
    await file.write(bytes, now.length)
    now = after
  }
  return now
}

const CHUNK = 1024 * 1024

/** Reads the file's first bytes piece by piece. */
export async function eachChunk(
  file: DiskFile,
  length: number,
  take: (bytes: Uint8Array, at: number) => unknown,
): Promise<void> {
  for (let at = 0; at < length; at += CHUNK) await take(await file.read(at, Math.min(CHUNK, length - at)), at)
}

/** Over the file's first bytes. */
export async function hashOfFile(file: DiskFile, length: number): Promise<Hash> {
  const hash = createHash('sha256')
  await eachChunk(file, length, (bytes) => hash.update(bytes))
  return hash
}
