import { Inflate, strFromU8 } from 'fflate'
import { UnreadableSourceError } from './unreadable-error'

/** Where a part lies in the archive. */
interface Entry {
  name: string
  method: number
  packed: number
  /** As the directory says. */
  size: number
  checksum: number
  offset: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const LONGEST_COMMENT = 65535
const END_SIZE = 22
const CENTRAL_SIZE = 46
const LOCAL_SIZE = 30
const MOST_ENTRIES = 4000
/** Unpacked at a time: a block of so many bytes can grow a thousandfold before its length is known. */
const STEP = 64 * 1024
/** For whoever does not hold the whole. */
const SMALL_STEP = 16 * 1024

const DEFLATED = 8

class Archive {
  private readonly view: DataView

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  entries(): Map<string, Entry> {
    const end = this.end()
    const count = this.view.getUint16(end + 10, true)
    if (count > MOST_ENTRIES) throw new UnreadableSourceError('tooLarge')
    const entries = new Map<string, Entry>()
    let at = this.view.getUint32(end + 16, true)
    for (let i = 0; i < count; i += 1) {
      if (this.number(at) !== CENTRAL) throw new UnreadableSourceError('damaged')
      const [name, extra, comment] = [28, 30, 32].map((field) => this.view.getUint16(at + field, true))
      const entry = this.entry(at, name ?? 0)
      entries.set(entry.name, entry)
      at += CENTRAL_SIZE + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
    }
    return entries
  }

  packed({ offset, packed }: Entry): Uint8Array {
    if (this.number(offset) !== LOCAL) throw new UnreadableSourceError('damaged')
    const start = offset + LOCAL_SIZE + this.view.getUint16(offset + 26, true) + this.view.getUint16(offset + 28, true)
    if (start + packed > this.bytes.length) throw new UnreadableSourceError('damaged')
    return this.bytes.subarray(start, start + packed)
  }

  private entry(at: number, nameLength: number): Entry {
    const name = this.bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength)
    return {
      name: strFromU8(name, true).replace(/\\/g, '/'),
      method: this.view.getUint16(at + 10, true),
      checksum: this.view.getUint32(at + 16, true),
      packed: this.view.getUint32(at + 20, true),
      size: this.view.getUint32(at + 24, true),
      offset: this.view.getUint32(at + 42, true),
    }
  }

  /** 0 where the archive ends earlier. */
  private number(at: number): number {
    return at + 4 <= this.bytes.length ? this.view.getUint32(at, true) : 0
  }

  private end(): number {
    const last = this.bytes.length - END_SIZE
    for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1) if (this.number(at) === END) return at
    throw new UnreadableSourceError('truncated')
  }
}

/** CRC-32 of a bit pattern, for every byte. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})

/** The checksum of bytes that follow others, whose checksum is `before`. */
function checksum(bytes: Uint8Array, before = 0): number {
  let sum = ~before
  for (let i = 0; i < bytes.length; i += 1) sum = (remainders[(sum ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8)
  return ~sum >>> 0
}

/** Unpacks piece by piece, so that nobody needs to hold the whole. */
function* inflated(packed: Uint8Array, step: number): Generator<Uint8Array> {
  let chunks: Uint8Array[] = []
  let isFinished = false
  const inflate = new Inflate((chunk, final) => {
    chunks.push(chunk)
    isFinished = final
  })
  for (let at = 0; at < packed.length; at += step) {
    inflate.push(packed.subarray(at, at + step), at + step >= packed.length)
    yield* chunks
    chunks = []
  }
  if (!isFinished) throw new UnreadableSourceError('damaged')
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks[0] && chunks.length === 1) return chunks[0]
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** The parts of a zip archive, each unpacked when it is asked for; their names count in any case. */
export interface Parts {
  names: readonly string[]
  has: (name: string) => boolean
  /** Undefined where there is no such part. Throws an UnreadableSourceError. */
  part: (name: string) => Uint8Array | undefined
  /** What the directory says of its size; a file can lie. 0 where there is no such part. */
  declaredSize: (name: string) => number
  /** A part piece by piece, of at most `limit` bytes; none where there is no such part. Throws an UnreadableSourceError. */
  pieces: (name: string, limit: number) => Generator<Uint8Array>
}

/** What unpacks a part at once, where the host has something faster than what works everywhere. */
export interface Unpacking {
  /** At most so many bytes; throws an UnreadableSourceError for more. */
  inflated: (packed: Uint8Array, most: number) => Uint8Array
  /** CRC-32. */
  checksum: (bytes: Uint8Array) => number
}

/** Any error of the packing itself means the same to a reader of the message. */
function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof UnreadableSourceError ? error : new UnreadableSourceError('damaged')
  }
}

function* checked(chunks: Iterable<Uint8Array>, limit: number, expected: number): Generator<Uint8Array> {
  let left = limit
  let sum = 0
  for (const chunk of chunks) {
    left -= chunk.length
    if (left < 0) throw new UnreadableSourceError('tooLarge')
    sum = checksum(chunk, sum)
    yield chunk
  }
  if (sum !== expected) throw new UnreadableSourceError('damaged')
}

function atOnce(packed: Uint8Array, most: number, entry: Entry, host: Unpacking): Uint8Array {
  const part = host.inflated(packed, most)
  if (host.checksum(part) !== entry.checksum) throw new UnreadableSourceError('damaged')
  return part
}

function* guardedPieces(make: () => Iterable<Uint8Array>): Generator<Uint8Array> {
  const pieces = guarded(() => make()[Symbol.iterator]())
  for (let next = guarded(() => pieces.next()); !next.done; next = guarded(() => pieces.next())) yield next.value
}

/** How many bytes may still be unpacked, of an archive and of those inside it. */
export interface Budget {
  left: number
}

/**
 * Opens a zip archive. What its directory says of sizes is not believed: the budget is how many bytes all parts together
 * may have in fact, and unpacking stops there. Throws an UnreadableSourceError.
 */
export function openZip(bytes: Uint8Array, budget: Budget, host?: Unpacking): Parts {
  const archive = new Archive(bytes)
  const entries = guarded(() => archive.entries())
  const unpacked = (entry: Entry, most: number, step: number): Iterable<Uint8Array> => {
    const packed = archive.packed(entry)
    return checked(entry.method === DEFLATED ? inflated(packed, step) : [packed], most, entry.checksum)
  }
  const whole = (entry: Entry): Uint8Array => {
    const isForHost = host !== undefined && entry.method === DEFLATED
    const part = isForHost
      ? atOnce(archive.packed(entry), budget.left, entry, host)
      : joined([...unpacked(entry, budget.left, STEP)])
    budget.left -= part.length
    return part
  }
  const inAnyCase = new Map([...entries].map(([name, entry]) => [name.toLowerCase(), entry]))
  const entryOf = (name: string) => entries.get(name) ?? inAnyCase.get(name.toLowerCase())
  return {
    names: [...entries.keys()],
    has: (name) => entryOf(name) !== undefined,
    part: (name) => {
      const entry = entryOf(name)
      return entry && guarded(() => whole(entry))
    },
    declaredSize: (name) => entryOf(name)?.size ?? 0,
    pieces: (name, most) => {
      const entry = entryOf(name)
      return guardedPieces(() => (entry ? unpacked(entry, most, SMALL_STEP) : []))
    },
  }
}
