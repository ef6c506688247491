import { readFileSync, statSync } from 'node:fs'
import { cliWords } from '../../words/cli'
import { Failure } from './failure'
import { readingFailure } from './file-failures'

const words = cliWords.files
const MAX_BYTES = 64 * 1024 * 1024

function bytesAt(path: string): Buffer {
  try {
    const stats = statSync(path)
    // Reading a pipe that nobody writes to would never end.
    if (!stats.isFile() && !stats.isDirectory()) throw new Failure(words.noFile(path))
    if (stats.size > MAX_BYTES) throw new Failure(words.tooLarge(path))
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw readingFailure(path, error)
  }
}

/** A file's bytes. Throws a Failure for one that cannot be read, is empty, or is too large for an annual report. */
export function readBytes(path: string): Buffer {
  const bytes = bytesAt(path)
  if (bytes.length === 0) throw new Failure(words.empty(path))
  return bytes
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // What Windows programs in China save as plain text.
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** A text file's content, in UTF-8, UTF-16 or GB 18030. Throws a Failure for what is no text. */
export function readText(path: string): string {
  const text = decoded(readBytes(path))
  if (text.includes('\0') || text.startsWith('PK\u0003\u0004') || text.startsWith('%PDF-')) {
    throw new Failure(words.binary(path))
  }
  if (text.trim() === '') throw new Failure(words.empty(path))
  return text
}
