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
