/** Reads a journal line by line, from either end: however long it is, only one line of it is in memory. */
import type { DiskReader } from './disk'

const CHUNK = 256 * 1024
const NEWLINE = 10

export interface RawLine {
  /** Of its first byte. */
  start: number
  /** Without its line end. */
  bytes: Buffer
  /** The line end is there. */
  isEnded: boolean
}

export function* linesForward({ read, size }: DiskReader): Generator<RawLine> {
  let pieces: Buffer[] = []
  let start = 0
  for (let at = 0; at < size;) {
    const chunk = read(at, Math.min(CHUNK, size - at))
    if (chunk.length === 0) break
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      pieces.push(chunk.subarray(from, end))
      yield { start, bytes: pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces), isEnded: true }
      pieces = []
      from = end + 1
      start = at + from
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from))
    at += chunk.length
  }
  if (pieces.length > 0) yield { start, bytes: Buffer.concat(pieces), isEnded: false }
}

/** The lines without their places, the last one first. */
export function* linesBackward({ read, size }: DiskReader): Generator<Buffer> {
  let pieces: Buffer[] = []
  const taken = (): Buffer => {
    const line = pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces.reverse())
    pieces = []
    return line
  }
  for (let end = size; end > 0;) {
    const start = Math.max(0, end - CHUNK)
    const chunk = read(start, end - start)
    let to = chunk.length
    for (let at = chunk.lastIndexOf(NEWLINE); at >= 0; at = at === 0 ? -1 : chunk.lastIndexOf(NEWLINE, at - 1)) {
      pieces.push(chunk.subarray(at + 1, to))
      const line = taken()
      if (line.length > 0) yield line
      to = at
    }
    if (to > 0) pieces.push(chunk.subarray(0, to))
    end = start
  }
  if (pieces.length > 0) yield taken()
}
