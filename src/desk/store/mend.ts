/**
 * Puts single wrong bits and bytes of a line right. The checksum proves the result: of a line in which one bit has
 * turned, exactly one of all ways to turn one bit back fits it.
 */
import { createHash } from 'node:crypto'
import { checkedSum, ENDING, statedSum } from './lines'

/** Longer lines would take seconds. */
const MOST_FOR_BITS = 8 * 1024
const MOST_FOR_BYTES = 1024
const NEWLINE = 10
const BITS = 8
const BYTES = 256

/** The values to try in the place of a byte, the single bits first. */
function otherBytes(byte: number, length: number): number[] {
  const bits = Array.from({ length: BITS }, (_, bit) => byte ^ (1 << bit))
  if (length > MOST_FOR_BYTES) return bits
  const all = Array.from({ length: BYTES }, (_, value) => value)
  return [...bits, ...all.filter((value) => value !== byte && !bits.includes(value))]
}

/** Tries every byte of the line but those of the checksum. What stands before it is hashed once. */
function mendedBody(line: Buffer, sum: string): Buffer | null {
  const body = line.subarray(0, line.length - ENDING)
  const before = createHash('sha256')
  for (let at = 0; at < body.length; at++) {
    const rest = Buffer.from(body.subarray(at))
    for (const value of otherBytes(body[at] ?? 0, body.length)) {
      rest[0] = value
      if (before.copy().update(rest).digest('hex').startsWith(sum)) return withByte(line, at, value)
    }
    before.update(body.subarray(at, at + 1))
  }
  return null
}

function withByte(line: Buffer, at: number, value: number): Buffer {
  const mended = Buffer.from(line)
  mended[at] = value
  return mended
}

/** For a wrong byte in the checksum itself, or in what is around it. */
function mendedEnding(line: Buffer): Buffer | null {
  for (let at = Math.max(0, line.length - ENDING); at < line.length; at++) {
    for (const value of otherBytes(line[at] ?? 0, ENDING)) {
      const mended = withByte(line, at, value)
      if (checkedSum(mended) !== null) return mended
    }
  }
  return null
}

/** Two lines whose line end was damaged, so that they look like one. */
function parted(region: Buffer): Buffer[] | null {
  const start = Buffer.from('{"line":"')
  for (let at = region.indexOf(start, 1); at >= 0; at = region.indexOf(start, at + 1)) {
    const lines = [region.subarray(0, at - 1), region.subarray(at)]
    if (lines.every((line) => checkedSum(line) !== null)) return lines
  }
  return null
}

/** The last line of a file, whose line end was damaged. */
function withoutEnd(region: Buffer): Buffer[] | null {
  const line = region.subarray(0, -1)
  return checkedSum(line) === null ? null : [line]
}

/**
 * What stood in a stretch of the file in which no line can be read. Null: it cannot be told.
 *
 * @param region without the line end behind it; a line end within it may be the damage
 */
export function mended(region: Buffer): Buffer[] | null {
  const apart = parted(region) ?? withoutEnd(region)
  if (apart) return apart
  if (region.length > MOST_FOR_BITS || region.length <= ENDING) return null
  // Two damaged lines are no single byte.
  if (region.indexOf(NEWLINE) !== region.lastIndexOf(NEWLINE)) return null
  const sum = statedSum(region)
  const line = mendedEnding(region) ?? (sum === null ? null : mendedBody(region, sum))
  return line && [line]
}
